/** Tables as PDF/UA-1 wants them (ISO 14289-1, 7.5): heads that say what they head, and rows of one width. */
import { dict, name, Text, type Value } from './pdf/values';
import { addAttributes, attribute, type Element, element, isElement } from './structure';

export function clarifyTable(table: Element): void {
  const rows = rowsOf(table);
  rows.forEach((row, at) => scope(row, at === 0));
  const [first] = rows;
  if (first && rows.every((row) => row.kids.every((cell) => isElement(cell) && isSimple(cell)))) {
    const width = Math.max(...rows.map((row) => row.kids.length));
    for (const row of rows) fill(row, first, width);
  }
}

function rowsOf(table: Element): Element[] {
  return table.kids
    .filter(isElement)
    .flatMap((kid) => (kid.role === 'TR' ? [kid] : kid.kids.filter(isElement)))
    .filter(({ role }) => role === 'TR');
}

const isSimple = (cell: Element) => ['RowSpan', 'ColSpan'].every((key) => (attribute(cell, key) ?? 1) === 1);

/** Heads that do not say it are of their column in the first row, of their row elsewhere. */
function scope({ kids }: Element, isFirst: boolean): void {
  for (const cell of kids.filter(isElement))
    if (cell.role === 'TH' && attribute(cell, 'Scope') === undefined)
      addAttributes(cell, dict({ O: name('Table'), Scope: name(isFirst ? 'Column' : 'Row') }));
}

/** Chromium leaves out cells that are empty; those that are there say by their heads in which column they stand. */
function fill(row: Element, head: Element, width: number): void {
  if (row.kids.length === width) return;
  const columns = head.kids.map((cell) => (isElement(cell) ? cell.id : undefined));
  const filled: Element[] = [];
  for (const cell of row.kids.filter(isElement)) {
    const column = columns.findIndex((id) => id !== undefined && headsOf(cell).includes(id));
    while (filled.length < column) filled.push(element('TD'));
    filled.push(cell);
  }
  while (filled.length < width) filled.push(element('TD'));
  if (filled.length === width) row.kids = filled;
}

function headsOf(cell: Element): string[] {
  const heads: Value = attribute(cell, 'Headers') ?? [];
  return Array.isArray(heads) ? heads.filter((one) => one instanceof Text).map(({ source }) => source) : [];
}
