/** The cells of a table on their grid, as spans have it. */
import { asName, asNumber, asText, resolved } from './objects';
import { PDFArray } from '@cantoo/pdf-lib';
import { attribute, elementKids, type Structure, type StructElement } from './structure';

export interface Cell {
  element: StructElement;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface Grid {
  cells: Cell[];
  /** Cells that would lie on others. */
  crossing: Cell[];
  /** How many columns each row has, with those that come down from above. */
  lengths: number[];
  rows: number;
}

const PARTS = new Set(['THead', 'TBody', 'TFoot']);

export function rowsOf(table: StructElement): StructElement[] {
  return elementKids(table).flatMap((kid) => {
    if (kid.standard === 'TR') return [kid];
    return PARTS.has(kid.standard ?? '') ? elementKids(kid).filter(({ standard }) => standard === 'TR') : [];
  });
}

export function gridOf(structure: Structure, table: StructElement): Grid {
  const rows = rowsOf(table);
  const taken = new Map<string, Cell>();
  const grid: Grid = { cells: [], crossing: [], lengths: rows.map(() => 0), rows: rows.length };
  rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const element of elementKids(row)) {
      if (element.standard !== 'TH' && element.standard !== 'TD') continue;
      while (taken.has(`${rowIndex} ${column}`)) column += 1;
      const span = (key: string) => Math.max(1, asNumber(attribute(structure, element, 'Table', key)) ?? 1);
      const cell = { element, row: rowIndex, column, rows: span('RowSpan'), columns: span('ColSpan') };
      grid.cells.push(cell);
      let isCrossing = false;
      for (let down = 0; down < cell.rows; down += 1)
        for (let over = 0; over < cell.columns; over += 1) {
          const place = `${rowIndex + down} ${column + over}`;
          isCrossing ||= taken.has(place);
          taken.set(place, cell);
        }
      if (isCrossing) grid.crossing.push(cell);
      column += cell.columns;
    }
  });
  for (const place of taken.keys()) {
    const [row = 0, column = 0] = place.split(' ').map(Number);
    if (row < rows.length) grid.lengths[row] = Math.max(grid.lengths[row]!, column + 1);
  }
  return grid;
}

export const scopeOf = (structure: Structure, cell: StructElement) =>
  asName(attribute(structure, cell, 'Table', 'Scope'));

/** The ids of the headers that a cell names. */
export function headersOf(structure: Structure, cell: StructElement): string[] {
  const list = attribute(structure, cell, 'Table', 'Headers');
  if (!(list instanceof PDFArray)) return [];
  return list.asArray().flatMap((item) => asText(resolved(structure.root.context, item)) ?? []);
}
