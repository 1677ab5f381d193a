/** 7.2 and 7.5: tables are regular, and every cell knows its headers. */
import { type Cell, gridOf, type Grid, headersOf, scopeOf } from '../grid';
import { textAt } from '../objects';
import type { UaDocument } from '../document';
import type { Structure, StructElement } from '../structure';
import { type Rule, rule } from './rule';

interface Table {
  structure: Structure;
  table: StructElement;
  grid: Grid;
}

const tablesOf = ({ structure }: UaDocument): Table[] =>
  (structure?.elements ?? [])
    .filter(({ standard }) => standard === 'Table')
    .map((table) => ({ structure: structure!, table, grid: gridOf(structure!, table) }));

const tables = (id: string, what: string, isBroken: (grid: Grid) => boolean) =>
  rule(id, what, (document) =>
    tablesOf(document)
      .filter(({ grid }) => isBroken(grid))
      .map(({ table }) => table.label),
  );

/** A cell that spans more rows than there are. */
const reachesOut = ({ cells, rows }: Grid) => cells.some((cell) => cell.row + cell.rows > rows);
/** Rows that differ in length from the first. */
const uneven = ({ lengths }: Grid) => lengths.filter((length) => length !== lengths[0]);

const cells = (id: string, what: string, isBroken: (cell: Cell, table: Table) => boolean) =>
  rule(id, what, (document) =>
    tablesOf(document).flatMap((table) =>
      table.grid.cells
        .filter(({ element }) => element.standard === 'TD')
        .filter((cell) => isBroken(cell, table))
        .map(({ element }) => element.label),
    ),
  );

const heads = ({ grid }: Table) => grid.cells.filter(({ element }) => element.standard === 'TH');
const idOf = ({ element }: Cell) => textAt(element.dict, 'ID') ?? '';

const overlap = (from: number, length: number, other: number, otherLength: number) =>
  from < other + otherLength && other < from + length;

/** Whether the scope of a header reaches over a cell. */
function reaches(head: Cell, cell: Cell, structure: Structure): boolean {
  const scope = scopeOf(structure, head.element);
  const inColumn = overlap(head.column, head.columns, cell.column, cell.columns);
  const inRow = overlap(head.row, head.rows, cell.row, cell.rows);
  return (
    ((scope === 'Column' || scope === 'Both') && inColumn) || ((scope === 'Row' || scope === 'Both') && inRow)
  );
}

const unknownHeaders = (cell: Cell, table: Table) => {
  const ids = heads(table).map(idOf);
  return headersOf(table.structure, cell.element).filter((id) => !ids.includes(id));
};

export const tableRules: readonly Rule[] = [
  rule('7.2-15', 'A cell of a table lies on another.', (document) =>
    tablesOf(document).flatMap(({ grid }) => grid.crossing.map(({ element }) => element.label)),
  ),
  tables('7.2-41', 'A cell spans more rows than its table has.', reachesOut),
  tables('7.2-42', 'A row is longer than the first of its table.', (grid) =>
    uneven(grid).some((length) => length > grid.lengths[0]!),
  ),
  tables('7.2-43', 'A row is shorter than the first of its table.', (grid) =>
    uneven(grid).some((length) => length < grid.lengths[0]!),
  ),
  cells('7.5-1', 'Nothing says which headers a cell has.', (cell, table) => {
    const all = heads(table);
    // The corner above the heads of rows is empty, and has nothing to say about.
    if (
      all.length === 0 ||
      cell.element.kids.length === 0 ||
      headersOf(table.structure, cell.element).length > 0
    )
      return false;
    return !all.some((head) => reaches(head, cell, table.structure));
  }),
  cells(
    '7.5-2',
    'A cell names a header that is none.',
    (cell, table) => unknownHeaders(cell, table).length > 0,
  ),
];
