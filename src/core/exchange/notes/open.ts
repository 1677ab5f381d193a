/** From bytes to the annotations in them: JSON, or the zip that e-readers put it in. */
import { unzipSync } from 'fflate';
import { decodeText } from '../encoding';
import { Unreadable } from '../problems';
import { field, isFields, list, typesIn } from './fields';
import { Refused } from './problems';

/** Of a file, and of what a zip unpacks to: fifty thousand notes are a fifth of it. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** And the places that they are on; more would fill the memory with failures alone. */
export const MOST_ANNOTATIONS = 100_000;

const INSIDE = 'annotations.json';

export interface Opened {
  annotations: readonly unknown[];
  /** There are more, at an address: nothing is fetched. */
  isContinued: boolean;
}

/** @throws Refused where there are none to be read */
export function openAnnotations(bytes: Uint8Array): Opened {
  if (bytes.length === 0) throw new Refused('file-empty');
  if (bytes.length > MOST_BYTES) throw new Refused('file-too-large', { limit: MOST_BYTES });
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const opened = annotationsIn(parse(decode(isZip ? unpack(bytes) : bytes)));
  const places = opened.annotations.map((one) => Math.max(1, list(field(one, 'target')).length));
  const count = places.reduce((sum, of) => sum + of, 0);
  if (count > MOST_ANNOTATIONS) throw new Refused('too-many', { count, limit: MOST_ANNOTATIONS });
  return opened;
}

/** Nothing but the one part is unpacked, whatever paths the others have. The buffer that it is unpacked into is as
 *  large as the zip states: where that is a lie, the part is cut off there and then is no JSON. */
function unpack(bytes: Uint8Array): Uint8Array {
  if (isLocked(bytes)) throw new Refused('zip-locked', { name: INSIDE });
  let part: Uint8Array | undefined;
  try {
    part = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== INSIDE) return false;
        if (originalSize > MOST_BYTES) throw new Refused('file-too-large', { limit: MOST_BYTES });
        return true;
      },
    })[INSIDE];
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('zip-damaged', { detail: error instanceof Error ? error.message : String(error) });
  }
  if (!part) throw new Refused('zip-without', { name: INSIDE });
  if (part.length === 0) throw new Refused('file-empty');
  return part;
}

/** Whether a part asks for a password: bit 0 of its flags in the directory at the end (APPNOTE.TXT, 4.3.12, 4.4.4). */
function isLocked(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (at: number, length: number): boolean => at >= 0 && at + length <= bytes.length;
  let end = bytes.length - 22;
  // A comment of at most 64 KB may follow.
  const first = Math.max(0, end - 0xffff);
  while (end >= first && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < first) return false;
  let at = view.getUint32(end + 16, true);
  while (has(at, 46) && view.getUint32(at, true) === 0x02014b50) {
    if ((view.getUint16(at + 8, true) & 1) !== 0) return true;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return false;
}

/** JSON is Unicode: a guess at anything else would put wrong letters into what is quoted. */
function decode(bytes: Uint8Array): string {
  try {
    const { text, encoding } = decodeText(bytes);
    if (encoding.startsWith('utf-')) return text;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  throw new Refused('encoding-unknown');
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Refused('json-malformed', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** An array; a page, a set or a collection; what Hypothesis answers a search with; or one annotation. */
function annotationsIn(value: unknown): Opened {
  if (Array.isArray(value)) return { annotations: value, isContinued: false };
  const rows = field(value, 'rows');
  if (Array.isArray(rows)) return { annotations: rows, isContinued: false };
  const isSet = typesIn(value).some((type) => type.startsWith('Annotation') && type !== 'Annotation');
  if (isSet || Array.isArray(field(value, 'items'))) return pagesFrom(value);
  if (typesIn(value).includes('Annotation') || list(field(value, 'target')).length > 0)
    return { annotations: [value], isContinued: false };
  throw new Refused('not-annotations');
}

function pagesFrom(start: unknown): Opened {
  const annotations: unknown[] = [];
  let page: unknown = start;
  let hasItems = false;
  while (isFields(page)) {
    const items = field(page, 'items');
    if (Array.isArray(items)) {
      hasItems = true;
      for (const item of items) annotations.push(item);
    }
    page = field(page, 'first') ?? field(page, 'next');
  }
  const isContinued = typeof page === 'string';
  // An empty set has an empty list, or states that it is empty; one that does neither is damaged.
  if (!hasItems && !isContinued && field(start, 'total') !== 0) throw new Refused('not-annotations');
  return { annotations, isContinued };
}
