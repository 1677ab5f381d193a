/** A font as it stands in a file: its dictionaries, its program, and what each code of a string shows. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFRawStream } from '@cantoo/pdf-lib';
import { at, decoded, dictAt, dictsAt, nameAt, numberAt, streamAt } from '../objects';
import { type Cff, readCff } from './cff';
import { type CMap, readCMap, type SystemInfo, systemInfo } from './cmap';
import { compositeGlyphs } from './composite';
import { readSfnt, type Sfnt } from './sfnt';
import { simpleGlyphs } from './simple';
import { readType1, type Type1 } from './type1';

export interface Glyph {
  code: number;
  /** Whether it is the glyph that stands for none. */
  isNotdef: boolean;
  /** In the font program; undefined where that cannot be said. */
  isPresent: boolean | undefined;
  /** Widths in thousandths of the em. */
  widthInProgram: number | undefined;
  widthInDict: number | undefined;
  /** What it says; undefined where nothing tells, null where a registry knows it. */
  text: string | undefined | null;
}

export interface Programs {
  sfnt: Sfnt | undefined;
  cff: Cff | undefined;
  type1: Type1 | undefined;
}

export interface Font extends Programs {
  dict: PDFDict;
  subtype: string;
  name: string;
  /** Of a composite font its CIDFont, and of any other the font itself. */
  inner: PDFDict;
  descriptor: PDFDict | undefined;
  isEmbedded: boolean;
  isSymbolic: boolean;
  toUnicode: CMap | 'identity' | undefined;
  /** Of a composite font: a map of its own, or the name of a known one. */
  cmap: CMap | string | undefined;
  system: SystemInfo | undefined;
  /** What each code of a string shows. */
  glyphs(bytes: Uint8Array): Glyph[];
}

const FILES = ['FontFile', 'FontFile2', 'FontFile3'];
const SYMBOLIC = 4;

export function fontOf(dict: PDFDict): Font {
  const subtype = nameAt(dict, 'Subtype') ?? '';
  const inner = (subtype === 'Type0' ? dictsAt(dict, 'DescendantFonts')[0] : undefined) ?? dict;
  const descriptor = dictAt(inner, 'FontDescriptor');
  const encoding = at(dict, 'Encoding');
  const font: Font = {
    dict,
    subtype,
    name: nameAt(dict, 'BaseFont') ?? nameAt(dict, 'Name') ?? '',
    inner,
    descriptor,
    isEmbedded: FILES.some((key) => streamAt(descriptor, key)),
    isSymbolic: ((numberAt(descriptor, 'Flags') ?? 0) & SYMBOLIC) !== 0,
    ...programsOf(descriptor),
    toUnicode: toUnicodeOf(dict),
    cmap: encoding instanceof PDFRawStream ? readCMap(encoding) : nameAt(dict, 'Encoding'),
    system: systemInfo(at(inner, 'CIDSystemInfo')),
    glyphs: () => [],
  };
  font.glyphs = subtype === 'Type0' ? compositeGlyphs(font) : simpleGlyphs(font);
  return font;
}

function toUnicodeOf(dict: PDFDict): Font['toUnicode'] {
  const stream = streamAt(dict, 'ToUnicode');
  if (stream) return readCMap(stream);
  return nameAt(dict, 'ToUnicode')?.startsWith('Identity') ? 'identity' : undefined;
}

function programsOf(descriptor: PDFDict | undefined): Programs {
  const none: Programs = { sfnt: undefined, cff: undefined, type1: undefined };
  const type1 = streamAt(descriptor, 'FontFile');
  if (type1) return { ...none, type1: readType1(decoded(type1), numberAt(type1.dict, 'Length1')) };
  const other = streamAt(descriptor, 'FontFile2') ?? streamAt(descriptor, 'FontFile3');
  if (!other) return none;
  const bytes = decoded(other);
  // CFF begins with its version, 1.0; OpenType and TrueType with a tag or 0.1.
  if (bytes[0] === 1 && bytes[1] === 0) return { ...none, cff: readCff(bytes) };
  const sfnt = readSfnt(bytes);
  return { ...none, sfnt, cff: sfnt?.cff };
}

/** As a ToUnicode map says it, if there is one. */
export function textOfCode({ toUnicode }: Pick<Font, 'toUnicode'>, code: number): string | undefined {
  if (toUnicode === 'identity') return String.fromCharCode(code);
  return toUnicode?.texts.get(code);
}
