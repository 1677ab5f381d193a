/** Undoes what compresses a stream (ISO 32000-1, 7.4.4). */
import { inflateSync } from 'node:zlib';
import type { Dict } from './values';

/** @throws RangeError where it would be larger than `limit`, or is damaged */
export function inflate(bytes: Uint8Array, limit: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: limit });
  } catch (cause) {
    const tooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw new RangeError(tooLarge ? 'a part of it is too large' : 'it is damaged', { cause });
  }
}

/** Undoes what made rows of numbers easier to compress (7.4.4.4); of PNG's ways, on bytes. */
export function unpredicted(data: Uint8Array, settings: Dict | undefined): Uint8Array {
  const predictor = settings?.get('Predictor') ?? 1;
  if (predictor === 1) return data;
  const columns = settings?.get('Columns') ?? 1;
  const isPlain = [settings?.get('Colors') ?? 1, settings?.get('BitsPerComponent') ?? 8].join() === '1,8';
  if (
    typeof predictor !== 'number' ||
    predictor < 10 ||
    typeof columns !== 'number' ||
    columns < 1 ||
    !isPlain
  )
    throw new RangeError('it is compressed in an unusual way');
  const rows = Math.floor(data.length / (columns + 1));
  const plain = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = data[row * (columns + 1)];
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const raw = data[at + row + 1] ?? 0;
      const left = column > 0 ? (plain[at - 1] ?? 0) : 0;
      const up = row > 0 ? (plain[at - columns] ?? 0) : 0;
      const corner = column > 0 && row > 0 ? (plain[at - columns - 1] ?? 0) : 0;
      plain[at] = raw + predicted(kind, left, up, corner);
    }
  }
  return plain;
}

/** PNG, 9.2: none, sub, up, average, Paeth. */
function predicted(kind: number | undefined, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one)) as [number, number, number];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
