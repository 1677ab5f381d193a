/** The one table that CSV and XLSX share: a row a name, its entity's columns repeated on every row, so that it can
 *  be sorted and filtered. */
import { WRITTEN_LANGS } from '../../../shared/lang';
import type { EntitySource } from '../../articles/library-source';
import type { NameOf } from '../model';
import { joinList } from './list';

export const COLUMNS = [
  'id', 'type', 'lang', 'name', 'kind', 'form', 'certainty', 'sources', 'source_titles',
  'name_from', 'name_to', 'name_note',
  ...WRITTEN_LANGS.map((lang) => `within_${lang}` as const),
  ...WRITTEN_LANGS.map((lang) => `note_${lang}` as const),
  'lat', 'lon', 'precision', 'credit',
] as const; // prettier-ignore
export type Column = (typeof COLUMNS)[number];

export const SOURCE_COLUMNS = ['id', 'title', 'kind', 'publisher', 'date', 'url', 'licence', 'note'] as const;
export type SourceColumn = (typeof SOURCE_COLUMNS)[number];

export type Cell = string | number | undefined;

export function rowOf(
  entity: EntitySource,
  name: NameOf,
  titleOf: (source: string) => string,
): Record<Column, Cell> {
  return {
    id: entity.id,
    type: entity.type,
    lang: name.lang,
    name: name.text,
    kind: name.kind,
    form: name.form,
    certainty: name.certainty,
    sources: joinList(name.sources),
    source_titles: joinList(name.sources.map(titleOf)),
    name_from: name.period?.from,
    name_to: name.period?.to,
    name_note: name.note,
    within_en: entity.within?.en,
    within_sq: entity.within?.sq,
    'within_sr-Cyrl': entity.within?.['sr-Cyrl'],
    note_en: entity.note?.en,
    note_sq: entity.note?.sq,
    'note_sr-Cyrl': entity.note?.['sr-Cyrl'],
    lat: entity.point?.lat,
    lon: entity.point?.lon,
    precision: entity.point?.precision,
    credit: entity.point?.credit,
  };
}

/** Header words of other tables for the same thing. */
const ALIASES: Partial<Record<Column, string[]>> = {
  name: ['text', 'term', 'toponym', 'emri', 'naziv', 'ime', 'назив', 'име'],
  lang: ['language', 'tag', 'gjuha', 'jezik', 'језик'],
  sources: ['source', 'burimi', 'izvor', 'извор'],
  name_note: ['comment'],
  lat: ['latitude'],
  lon: ['longitude', 'lng'],
};

/** A mark of UTF-8 that was taken for letters stays before the first header. */
const MARK = /^(?:\uFEFF|ï»¿)/;

const plain = (header: string): string =>
  header
    .replace(MARK, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
const BY_HEADER = new Map<string, Column>(
  COLUMNS.flatMap((column) => [column, ...(ALIASES[column] ?? [])].map((header) => [plain(header), column])),
);

export function columnOf(header: string): Column | undefined {
  return BY_HEADER.get(plain(header));
}

export function isSourceTable(header: readonly string[]): boolean {
  const columns = header.map(plain);
  return columns.includes('id') && columns.includes('title') && !columns.includes('name');
}
