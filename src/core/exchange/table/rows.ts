/** Rows of cells, wherever they come from, to entities: rows with one id are one entity. */
import { LANGS, WRITTEN_LANGS } from '../../../shared/lang';
import type { IncomingName } from '../model';
import { type Place, Unreadable } from '../problems';
import type { RawEntity, Reader } from '../reading';
import { understandLang } from '../text/lang';
import { type Column, columnOf } from './columns';
import { splitList } from './list';

export interface Row {
  cells: readonly string[];
  /** Of the row, or of one of its cells. */
  at: (column?: number) => Place;
}

/** A column of names in one language, headed by its tag. */
type Head = { column: Column } | { lang: string } | undefined;

/** The id, or a number where there is none: such a row is an entity of its own. */
type GroupKey = string | number;

interface Group {
  raw: RawEntity;
  names: (IncomingName | undefined)[];
  at: Place;
  /** Where each fact of the entity was stated first. */
  stated: Map<string, { value: string; at: Place }>;
}

export function readNameRows([header, ...rows]: readonly Row[], reader: Reader): void {
  if (header === undefined) throw new Unreadable('columns-missing', {}, { columns: 'name, lang' });
  const heads = header.cells.map((cell, at): Head => headOf(cell) ?? unknown(cell, header.at(at), reader));
  if (!heads.some((head) => head && ('lang' in head || head.column === 'name')))
    throw new Unreadable('columns-missing', header.at(), { columns: 'name, lang' });

  const groups = new Map<GroupKey, Group>();
  for (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    checkWidth(row, heads.length, reader);
    readRow(row, heads, groups, reader);
  }
  for (const { raw, names, at } of groups.values()) reader.entity(raw, names, at);
}

function headOf(cell: string): Head {
  const column = columnOf(cell);
  if (column) return { column };
  const isTag = /^[a-z]{2,3}([-_][a-z]{2,4})?$/i.test(cell.trim());
  const understood = isTag && understandLang(cell, '');
  return LANGS.some((lang) => lang === cell) || (understood && understood !== 'unknown')
    ? { lang: cell.trim() }
    : undefined;
}

function unknown(cell: string, at: Place, reader: Reader): undefined {
  if (cell.trim() !== '') reader.report('column-unknown', at, { column: cell.trim() });
}

function checkWidth(row: Row, expected: number, reader: Reader): void {
  const found = row.cells.length;
  if (found < expected) reader.report('row-short', row.at(), { found, expected });
  const extra = row.cells.slice(expected).some((cell) => cell.trim() !== '');
  if (extra) reader.report('row-long', row.at(), { found, expected });
}

function readRow(row: Row, heads: readonly Head[], groups: Map<GroupKey, Group>, reader: Reader): void {
  const cell = (column: Column): string => {
    const at = heads.findIndex((head) => head && 'column' in head && head.column === column);
    return row.cells[at]?.trim() ?? '';
  };
  const at = row.at();
  const key = cell('id') || groups.size;
  let group = groups.get(key);
  if (!group) {
    group = { raw: {}, names: [], at, stated: new Map() };
    groups.set(key, group);
  }
  state(group, at, cell, reader);
  group.names.push(...namesOf(row, heads, cell, reader));
}

function namesOf(
  row: Row,
  heads: readonly Head[],
  cell: (column: Column) => string,
  reader: Reader,
): (IncomingName | undefined)[] {
  const shared = {
    kind: cell('kind'),
    form: cell('form'),
    certainty: cell('certainty'),
    from: cell('name_from'),
    to: cell('name_to'),
    note: cell('name_note'),
    sources: splitList(cell('sources') || cell('source_titles')),
  };
  const byLang = heads.flatMap((head, at) => {
    const text = row.cells[at]?.trim() ?? '';
    return head && 'lang' in head && text !== ''
      ? [reader.name({ ...shared, text, lang: head.lang }, row.at(at))]
      : [];
  });
  if (!heads.some((head) => head && 'column' in head && head.column === 'name')) return byLang;
  const at = row.at(heads.findIndex((head) => head && 'column' in head && head.column === 'name'));
  return [reader.name({ ...shared, text: cell('name'), lang: cell('lang') }, at), ...byLang];
}

/** What each row says of the entity: the first to say it is believed, another answer is reported. */
function state(group: Group, at: Place, cell: (column: Column) => string, reader: Reader): void {
  const first = (column: Column): string => {
    const value = cell(column);
    const known = group.stated.get(column);
    if (value === '') return known?.value ?? '';
    if (!known) group.stated.set(column, { value, at });
    else if (known.value !== value)
      reader.report('row-contradicts', at, { column, value, first: known.value, id: cell('id') });
    return known?.value ?? value;
  };
  const localized = (column: 'within' | 'note') =>
    Object.fromEntries(WRITTEN_LANGS.map((lang): [string, string] => [lang, first(`${column}_${lang}`)]));
  group.raw = {
    id: first('id'),
    type: first('type'),
    within: localized('within'),
    note: localized('note'),
    point: { lat: first('lat'), lon: first('lon'), precision: first('precision'), credit: first('credit') },
  };
}
