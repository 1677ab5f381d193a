/** Rows of table `source`, as the library has it and the index. */
import { type Source, sourceSchema } from '../shared/domain';

export const SOURCE_COLUMNS = 'id, kind, title, publisher, date, url, licence, note';
export const SOURCE_VALUES = SOURCE_COLUMNS.replace(/\w+/g, '@$&');

export function toSourceRow(source: Source) {
  const nothing = { publisher: null, date: null, url: null, licence: null, note: null };
  return { ...nothing, ...source };
}

export function fromSourceRow(row: unknown): Source {
  const given = Object.entries(row as Record<string, unknown>).filter(([, value]) => value !== null);
  return sourceSchema.parse(Object.fromEntries(given));
}
