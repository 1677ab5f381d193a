/** CSV as RFC 4180 has it, in UTF-8 with a mark, without which Excel takes it for another encoding. */
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { loss } from '../losses';
import type { Format, Gazetteer } from '../model';
import { Unreadable } from '../problems';
import { reading } from '../reading';
import { columnOf, COLUMNS, rowOf } from './columns';
import { guard, unguard } from './guard';
import { splitList } from './list';
import { readNameRows, type Row } from './rows';
import { titlesIn, uncited } from '../sources';

const MARK = '\uFEFF';

export const csv: Format = {
  holdsPeriods: true,
  extension: 'csv',
  mediaType: 'text/csv',
  losses: (gazetteer) => [
    ...loss(
      'source-details',
      gazetteer.sources.map(({ title }) => title),
    ),
    ...uncited(gazetteer),
  ],
  write: (gazetteer) => new TextEncoder().encode(MARK + csvText(gazetteer)),
  read: (bytes, options) =>
    reading(options, (reader) => {
      const rows = parseCsv(reader.decode(bytes));
      readNameRows(rows, reader);
      for (const source of sourcesIn(rows)) reader.source(source);
    }),
};

function csvText(gazetteer: Gazetteer): string {
  const titleOf = titlesIn(gazetteer.sources);
  const rows = gazetteer.entities.flatMap((entity) =>
    entity.names.map((name) => {
      const row = rowOf(entity, name, titleOf);
      return COLUMNS.map((column) => guard(String(row[column] ?? '')));
    }),
  );
  return stringify([[...COLUMNS], ...rows], { record_delimiter: 'windows' });
}

/** The separator is the sign that the header has most of. */
function separatorOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1);
  const count = (sign: string): number => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** @throws Unreadable where a quote is never closed: what follows it cannot be told apart */
function parseCsv(text: string): Row[] {
  const rows: Row[] = [];
  let read = 0;
  try {
    // One way to end a line, so that lines inside quotes are counted like any other.
    parse(text.replace(/\r\n?/g, '\n'), {
      delimiter: separatorOf(text),
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      on_record: (record: string[], { lines }) => {
        const line = read + 1;
        read = lines;
        rows.push({
          cells: record.map(unguard),
          at: (column = -1) => ({ line, ...(column >= 0 && { column: column + 1 }) }),
        });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Unreadable('csv-quote', { line: read + 1 });
  }
  return rows;
}

/** Ids and titles stand side by side, row by row. */
function sourcesIn([header, ...rows]: readonly Row[]): { id: string; title: string }[] {
  const columns = header?.cells.map(columnOf) ?? [];
  const [ids, titles] = [columns.indexOf('sources'), columns.indexOf('source_titles')];
  const found = new Map<string, string>();
  for (const { cells } of ids < 0 || titles < 0 ? [] : rows) {
    const titled = splitList(cells[titles] ?? '');
    splitList(cells[ids] ?? '').forEach((id, at) => found.set(id, titled[at] ?? id));
  }
  return Array.from(found, ([id, title]) => ({ id, title }));
}
