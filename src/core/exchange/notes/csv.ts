/** Notes as a table for a spreadsheet, one row each; no cell is a formula. */
import { stringify } from 'csv-stringify/sync';
import { toLatin } from '../../text/script';
import { guard } from '../table/guard';
import { joinList } from '../table/list';
import type { ExportedNote } from './types';

const COLUMNS = [
  'on', 'article', 'title', 'lang', 'block', 'figure', 'entity', 'quote', 'prefix', 'suffix', 'state', 'score',
  'text', 'tags', 'colour', 'created', 'modified', 'by', 'id',
] as const; // prettier-ignore
type Row = Record<(typeof COLUMNS)[number], string | number | null>;

/** UTF-8 with a byte order mark and CRLF (RFC 4180), as spreadsheets expect. */
export function notesCsv(notes: readonly ExportedNote[]): Uint8Array {
  const rows = notes.map(rowOf).map((row) => COLUMNS.map((column) => guard(String(row[column] ?? ''))));
  const text = stringify([[...COLUMNS], ...rows], { bom: true, record_delimiter: 'windows' });
  return new TextEncoder().encode(text);
}

function rowOf(note: ExportedNote): Row {
  const { on, article, title, lang, block, figure, entity, quote, quoteLang, target } = note;
  const { state, score, text, tags, colour, created, modified, by, id } = note;
  const around = target.on === 'quote' ? target : { prefix: '', suffix: '' };
  // What stands around the quote is kept of the written edition; beside it in the same script.
  const inScript = (words: string): string => (quoteLang === 'sr-Latn' ? toLatin(words) : words);
  return {
    on, article, title, lang: quoteLang ?? lang, block, figure, entity, quote,
    prefix: inScript(around.prefix), suffix: inScript(around.suffix),
    state, score, text, tags: joinList(tags), colour, created, modified, by, id,
  }; // prettier-ignore
}
