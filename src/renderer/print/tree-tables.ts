/** Tables as the tree has them. */
import type { Cell, DocumentNode } from '../../shared/print-page';
import { isUnseen, langOf } from './tree-inline';
import type { TreeWalk } from './tree-walk';

export function tableNode(walk: TreeWalk, table: HTMLTableElement, lang: string): DocumentNode {
  const own = langOf(table, lang);
  const caption = table.caption && !isUnseen(table.caption) ? walk.inlines(table.caption, true) : [];
  const rows = [...table.rows].filter((row) => !isUnseen(row) && row.cells.length > 0);
  const heads = rows.filter((row) => row.parentElement?.localName === 'thead').length;
  return {
    kind: 'table',
    ...(caption.length > 0 ? { caption } : {}),
    ...(own === lang ? {} : { lang: own }),
    heads,
    rows: rows.map((row) => [...row.cells].map((cell) => cellOf(walk, cell, own))),
  };
}

function cellOf(walk: TreeWalk, cell: HTMLTableCellElement, lang: string): Cell {
  const own = langOf(cell, lang);
  return {
    isHead: cell.localName === 'th',
    ...(own === lang ? {} : { lang: own }),
    columns: cell.colSpan,
    rows: cell.rowSpan,
    children: walk.nodes(cell, own),
  };
}
