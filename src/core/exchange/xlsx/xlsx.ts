/** XLSX: the table of names, and the sources on a sheet of their own. Holds everything. */
import type { Format, Gazetteer } from '../model';
import { Unreadable } from '../problems';
import { reading, type Reader } from '../reading';
import { sourceDetailsSchema, titlesIn } from '../sources';
import {
  type Column,
  COLUMNS,
  isSourceTable,
  rowOf,
  SOURCE_COLUMNS,
  type SourceColumn,
} from '../table/columns';
import { readNameRows, type Row } from '../table/rows';
import { readWorkbook } from './read';
import { type Sheet, writeWorkbook } from './write';

export const xlsx: Format = {
  holdsPeriods: true,
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  losses: () => [],
  write: (gazetteer) => writeWorkbook([namesSheet(gazetteer), sourcesSheet(gazetteer)]),
  read: (bytes, options) =>
    reading(options, (reader) => {
      const sheets = readWorkbook(bytes, reader).filter(({ rows }) => rows.length > 0);
      const isSources = ({ rows }: { rows: Row[] }) => isSourceTable(rows[0]?.cells ?? []);
      const names = sheets.find((sheet) => !isSources(sheet));
      if (names === undefined) throw new Unreadable('columns-missing', {}, { columns: 'name, lang' });
      readNameRows(names.rows, reader);
      readSources(sheets.find(isSources)?.rows ?? [], reader);
    }),
};

const WIDTHS: Partial<Record<Column | SourceColumn, number>> = {
  id: 22, type: 14, name: 32, sources: 24, source_titles: 32, title: 40, url: 32, note: 32,
}; // prettier-ignore
const WIDTH = 16;

function sheetOf(name: string, columns: readonly (Column | SourceColumn)[], rows: Sheet['rows']): Sheet {
  return { name, widths: columns.map((column) => WIDTHS[column] ?? WIDTH), rows: [columns, ...rows] };
}

function namesSheet({ entities, sources }: Gazetteer): Sheet {
  const titleOf = titlesIn(sources);
  const rows = entities.flatMap((entity) =>
    entity.names.map((name) => {
      const row = rowOf(entity, name, titleOf);
      return COLUMNS.map((column) => row[column]);
    }),
  );
  return sheetOf('Names', COLUMNS, rows);
}

function sourcesSheet({ sources }: Gazetteer): Sheet {
  const rows = sources.map((source) => SOURCE_COLUMNS.map((column) => source[column]));
  return sheetOf('Sources', SOURCE_COLUMNS, rows);
}

function readSources([header, ...rows]: readonly Row[], reader: Reader): void {
  const places = SOURCE_COLUMNS.map((column) => header?.cells.indexOf(column) ?? -1);
  for (const { cells, at } of rows) {
    const said = SOURCE_COLUMNS.map((column, n): [SourceColumn, string] => [
      column,
      reader.text(cells[places[n] ?? -1], at()),
    ]).filter(([, value]) => value !== '');
    const { id, title, ...rest } = Object.fromEntries(said);
    if (title !== undefined)
      reader.source({ ...sourceDetailsSchema.parse(rest), ...(id !== undefined && { id }), title });
  }
}
