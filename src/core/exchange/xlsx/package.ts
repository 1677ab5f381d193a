/** The parts of a workbook: which there are, and none larger than it may be. */
import { strFromU8, unzipSync } from 'fflate';
import { Unreadable } from '../problems';

/** All parts that are read, unpacked. A million cells are about a tenth of this. */
export const MOST_UNPACKED = 256 * 1024 * 1024;

/** Read for what is in the cells; styles, drawings, links to other files and macros are never unpacked. */
const WANTED =
  /^(?:xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/worksheets\/[^/]+\.xml)$/;
/** Enough to know them by. */
const SHOWN = 5;
/** What could act or fetch, were it not left where it is. */
const ACTIVE =
  /^xl\/(?:externalLinks\/[^/]+\.xml|vbaProject\.bin|connections\.xml|activeX\/|embeddings\/|ddeLinks)/;

export interface Package {
  /** Text of a part; undefined where there is none. */
  part: (path: string) => string | undefined;
  /** Parts that were passed over and could do more than show cells. */
  active: string[];
}

/** @throws Unreadable where it is no workbook, or would unpack to more than MOST_UNPACKED */
export function unpack(bytes: Uint8Array): Package {
  // An Office file of before 2007, and one with a password, is a compound file: [MS-CFB].
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Unreadable('xlsx-old-or-locked');
  let total = 0;
  const active: string[] = [];
  const parts = unzip(bytes, ({ name, originalSize }) => {
    if (ACTIVE.test(name) && active.length < SHOWN) active.push(name);
    if (!WANTED.test(name)) return false;
    total += originalSize;
    if (total > MOST_UNPACKED) throw new Unreadable('xlsx-too-large', {}, { limit: MOST_UNPACKED });
    return true;
  });
  return {
    part: (path) => {
      const part = parts[path];
      return part && strFromU8(part);
    },
    active,
  };
}

/** The size that a zip states for a part is the size of the buffer that it is unpacked into: one that lies is cut
 *  off there and then is no XML. */
function unzip(
  bytes: Uint8Array,
  filter: (file: { name: string; originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(
      'xlsx-damaged',
      {},
      { detail: error instanceof Error ? error.message : String(error) },
    );
  }
}
