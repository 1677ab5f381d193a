/** Tables as Word has them: heads that are repeated, rows that are not torn, hairlines between them. */
import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Cell, DocumentNode } from '../../shared/print-page';
import type { DocxBody, Flow, Place } from './docx-body';

type TableNode = Extract<DocumentNode, { kind: 'table' }>;

/** Twips. */
const PADDING = { row: 50, column: 140 };
const COLUMN_GAP = 240;
const LEAST_SHARE = 0.08;

export function dataTable(body: DocxBody, node: TableNode, place: Place): Flow {
  const widths = columnWidths(node, place.width);
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const line = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color });
  const rows = node.rows.map((cells, at) => {
    const isHead = at < node.heads;
    const bottom = isHead && at === node.heads - 1 ? line(6, '000000') : line(4, '999999');
    const children = cells.map((cell) => {
      const inner = {
        ...place,
        ...(cell.lang ? { lang: cell.lang } : {}),
        style: isHead ? 'TableHead' : 'TableText',
      };
      return new TableCell({
        children: body.flow(cell.children, inner),
        ...(cell.columns > 1 ? { columnSpan: cell.columns } : {}),
        ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
        borders: { bottom },
      });
    });
    return new TableRow({ children, cantSplit: true, ...(isHead ? { tableHeader: true } : {}) });
  });
  return new Table({
    rows,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    margins: { top: PADDING.row, bottom: PADDING.row, left: 0, right: PADDING.column, marginUnitType: WidthType.DXA },
  }); // prettier-ignore
}

/** Editions side by side: a table without lines, so that a block stays beside its kin when either grows. */
export function columnTable(body: DocxBody, rows: readonly DocumentNode[][][], place: Place): Flow {
  const count = Math.max(...rows.map((columns) => columns.length));
  const width = Math.floor(place.width / count);
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    rows: rows.map(
      (columns) =>
        new TableRow({
          children: Array.from(
            { length: count },
            (_, at) =>
              new TableCell({
                children: body.flow(columns[at] ?? [], { ...place, width: width - COLUMN_GAP }),
              }),
          ),
        }),
    ),
    width: { size: width * count, type: WidthType.DXA },
    columnWidths: Array.from({ length: count }, () => width),
    layout: TableLayoutType.FIXED,
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    margins: { top: 0, bottom: 0, left: 0, right: COLUMN_GAP, marginUnitType: WidthType.DXA },
  });
}

/** By how much each column has to say, dampened, and never narrower than its longest word if that can be. */
export function columnWidths({ rows }: TableNode, width: number): number[] {
  const weights: number[] = [];
  /** Of each column, how many more rows a cell from above takes. */
  const taken: number[] = [];
  for (const cells of rows) {
    let at = 0;
    const skip = () => {
      for (; (taken[at] ?? 0) > 0; at += 1) taken[at] = (taken[at] ?? 0) - 1;
    };
    for (const cell of cells) {
      skip();
      if (cell.columns === 1) weights[at] = Math.max(weights[at] ?? 0, weightOf(cell));
      for (const end = at + cell.columns; at < end; at += 1) {
        weights[at] ??= 0;
        taken[at] = cell.rows - 1;
      }
    }
    skip();
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const shares = weights.map((weight) => Math.max(weight / total, LEAST_SHARE));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((share / all) * width));
}

function weightOf({ children }: Cell): number {
  const text = children.map(textOf).join(' ');
  const longest = Math.max(0, ...text.split(/\s+/).map((word) => word.length));
  return Math.max(longest, Math.sqrt(text.length) * 2);
}

function textOf(node: DocumentNode): string {
  switch (node.kind) {
    case 'heading':
    case 'paragraph':
      return node.children
        .map((child) =>
          child.kind === 'text' ? child.text : child.kind === 'link' ? linkText(child.children) : ' ',
        )
        .join('');
    case 'list':
      return node.items.flat().map(textOf).join(' ');
    default:
      return '';
  }
}

function linkText(children: readonly { kind: string; text?: string }[]): string {
  return children.map(({ text }) => text ?? '').join('');
}
