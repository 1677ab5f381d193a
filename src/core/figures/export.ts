/** Figures as a table for a spreadsheet: side by side as they are held, nothing summed. */
import { stringify } from 'csv-stringify/sync';
import { statedIn } from '../../shared/blocks';
import type { Figure } from '../../shared/contract';
import { guard } from '../exchange/table/guard';

const COLUMNS = [
  'article', 'id', 'what', 'scope', 'qualifier', 'low', 'high', 'value', 'held_by', 'source', 'block',
] as const; // prettier-ignore

/** UTF-8 with a byte order mark and CRLF (RFC 4180), as spreadsheets expect; no cell is a formula. */
export function figuresCsv(figures: readonly Figure[]): Uint8Array {
  const rows = figures.map(
    ({ article, id, what, scope, qualifier, low, high, value, heldBy, source, block, fact }) =>
      [article, id, what, scope, qualifier, low, high, value, heldBy, source, statedIn({ block, fact })].map(
        (cell) => (typeof cell === 'string' ? guard(cell) : cell),
      ),
  );
  const text = stringify([[...COLUMNS], ...rows], { bom: true, record_delimiter: 'windows' });
  return new TextEncoder().encode(text);
}
