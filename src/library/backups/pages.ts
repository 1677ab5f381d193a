/**
 * The rows of a SQLite file that SQLite itself cannot open any more: every page by itself, from the file and from its
 * write-ahead log, whatever else of them is damaged. https://www.sqlite.org/fileformat2.html
 */

export interface FoundRow {
  /** Of a table with row ids; of others 0. */
  rowid: number;
  values: (string | number | null)[];
}

interface Page {
  number: number;
  bytes: Uint8Array;
  /** The latest of its number. Only of these is it known which others they go on in. */
  isLatest: boolean;
}

const DEFAULT_PAGE = 4096;
const WAL_HEADER = 32;
const FRAME_HEADER = 24;
/** The first page begins with the file's own header. */
const FILE_HEADER = 100;

/**
 * Never throws: what cannot be read is passed over. The latest pages come first, and what they were before after them.
 * @param only of the latest pages
 */
export function* rowsIn(
  file: Uint8Array,
  wal: Uint8Array = new Uint8Array(),
  { isLatest: only = false } = {},
): Generator<FoundRow> {
  const size = pageSizeOf(file, wal);
  const pages = [...pagesOf(file, size), ...framesOf(wal, size)];
  const latest = new Map(pages.map((page) => [page.number, page]));
  for (const page of latest.values()) page.isLatest = true;
  const read = (page: Page) => cellsOf(page, (number) => latest.get(number)?.bytes);
  for (const page of latest.values()) yield* read(page);
  if (only) return;
  for (const page of pages) if (!page.isLatest) yield* read(page);
}

function pageSizeOf(file: Uint8Array, wal: Uint8Array): number {
  const inFile = file.length >= FILE_HEADER ? view(file).getUint16(16) : 0;
  const inWal = wal.length >= WAL_HEADER ? view(wal).getUint32(8) : 0;
  const isSize = (size: number) => size >= 512 && size <= 65536 && (size & (size - 1)) === 0;
  return [inFile === 1 ? 65536 : inFile, inWal].find(isSize) ?? DEFAULT_PAGE;
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function* pagesOf(file: Uint8Array, size: number): Generator<Page> {
  for (let at = 0; at + size <= file.length; at += size)
    yield { number: at / size + 1, bytes: file.subarray(at, at + size), isLatest: false };
}

function* framesOf(wal: Uint8Array, size: number): Generator<Page> {
  for (let at = WAL_HEADER; at + FRAME_HEADER + size <= wal.length; at += FRAME_HEADER + size) {
    const number = view(wal).getUint32(at);
    const from = at + FRAME_HEADER;
    yield { number, bytes: wal.subarray(from, from + size), isLatest: false };
  }
}

/** Far more bytes than the longest note has; a chain that leads round in a circle ends here. */
const LONGEST_ROW = 4 * 1024 * 1024;

const TABLE_LEAF = 0x0d;
const INDEX_LEAF = 0x0a;
const INDEX_INTERIOR = 0x02;

function* cellsOf(page: Page, pageAt: (number: number) => Uint8Array | undefined): Generator<FoundRow> {
  const { bytes } = page;
  const head = page.number === 1 ? FILE_HEADER : 0;
  const type = bytes[head];
  if (type !== TABLE_LEAF && type !== INDEX_LEAF && type !== INDEX_INTERIOR) return;
  const data = view(bytes);
  const count = data.getUint16(head + 3);
  const pointers = head + (type === INDEX_INTERIOR ? 12 : 8);
  for (let n = 0; n < count && pointers + 2 * n + 2 <= bytes.length; n += 1) {
    const at = data.getUint16(pointers + 2 * n);
    const row = attempt(() => cellAt(bytes, at, type, page.isLatest ? pageAt : () => undefined));
    if (row) yield row;
  }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    // What is no number, no text or lies outside of its page is no row.
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function cellAt(
  bytes: Uint8Array,
  start: number,
  type: number,
  pageAt: (number: number) => Uint8Array | undefined,
): FoundRow {
  const reader = readerOf(bytes, start + (type === INDEX_INTERIOR ? 4 : 0));
  const length = reader.varint();
  const rowid = type === TABLE_LEAF ? reader.varint() : 0;
  const payload = payloadOf(bytes, reader.at(), length, type === TABLE_LEAF, pageAt);
  return { rowid, values: valuesOf(payload) };
}

/** What does not fit into a page goes on in a chain of others. */
function payloadOf(
  bytes: Uint8Array,
  start: number,
  length: number,
  isTable: boolean,
  pageAt: (number: number) => Uint8Array | undefined,
): Uint8Array {
  if (length > LONGEST_ROW) throw new RangeError('no row of ours');
  const usable = bytes.length;
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (usable - 4));
  const local = length <= most ? length : fitting <= most ? fitting : least;
  if (start + local > bytes.length) throw new RangeError('outside of the page');
  if (local === length) return bytes.subarray(start, start + length);
  const parts = [bytes.subarray(start, start + local)];
  let missing = length - local;
  let next = view(bytes).getUint32(start + local);
  while (missing > 0) {
    const page = pageAt(next);
    if (!page) throw new RangeError('the chain ends');
    const part = page.subarray(4, 4 + Math.min(missing, usable - 4));
    parts.push(part);
    missing -= part.length;
    next = view(page).getUint32(0);
  }
  return Buffer.concat(parts);
}

function valuesOf(payload: Uint8Array): FoundRow['values'] {
  const head = readerOf(payload, 0);
  const headLength = head.varint();
  const body = readerOf(payload, headLength);
  const values: FoundRow['values'] = [];
  while (head.at() < headLength) values.push(body.value(head.varint()));
  return values;
}

function readerOf(bytes: Uint8Array, start: number) {
  let at = start;
  const data = view(bytes);

  /** @throws RangeError also where it is longer than a number of ours can be */
  function varint(): number {
    let value = 0;
    for (let n = 0; n < 8; n += 1) {
      const byte = data.getUint8(at);
      at += 1;
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) {
        if (!Number.isSafeInteger(value)) throw new RangeError('too large');
        return value;
      }
    }
    throw new RangeError('too large');
  }

  function integer(length: number): number {
    let value = data.getInt8(at);
    for (let n = 1; n < length; n += 1) value = value * 256 + data.getUint8(at + n);
    at += length;
    return value;
  }

  /** By its serial type. @throws RangeError, TypeError where the bytes are not UTF-8 */
  function value(type: number): string | number | null {
    if (type === 0) return null;
    if (type <= 4) return integer(type);
    if (type === 5) return integer(6);
    if (type === 6) return integer(8);
    if (type === 8 || type === 9) return type - 8;
    // A floating-point number or a blob, of which we keep none.
    if (type < 13 || type % 2 === 0) throw new RangeError('not of ours');
    const length = (type - 13) / 2;
    if (at + length > bytes.length) throw new RangeError('outside of the row');
    const text = UTF8.decode(bytes.subarray(at, at + length));
    at += length;
    return text;
  }

  return { at: () => at, varint, value };
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
