/** 7.21: fonts are in the file, agree with themselves, and say what their glyphs mean. */
import { type PDFDict } from '@cantoo/pdf-lib';
import { dictAt, at, decoded, has, nameAt, streamAt, textAt } from '../objects';
import type { CMap, SystemInfo } from '../fonts/cmap';
import { characterOf } from '../fonts/encodings';
import type { Font, Glyph } from '../fonts/font';
import { baseEncoding, differences } from '../fonts/simple';
import type { UaDocument } from '../document';
import { type Rule, rule } from './rule';

/** ISO 32000-1, table 118. */
const KNOWN_CMAPS = new Set(
  (
    'Identity-H Identity-V GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V ' +
    'GBK2K-H GBK2K-V UniGB-UCS2-H UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V ' +
    'ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V UniCNS-UCS2-H UniCNS-UCS2-V UniCNS-UTF16-H ' +
    'UniCNS-UTF16-V 83pv-RKSJ-H 90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H Add-RKSJ-H ' +
    'Add-RKSJ-V EUC-H EUC-V Ext-RKSJ-H Ext-RKSJ-V H V UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H ' +
    'UniJIS-UCS2-HW-V UniJIS-UTF16-H UniJIS-UTF16-V KSC-EUC-H KSC-EUC-V KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H ' +
    'KSCms-UHC-HW-V KSCpc-EUC-H UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H UniKS-UTF16-V'
  ).split(' '),
);
/** The character collections of those that are known, by how their names begin; the newest supplement of PDF 1.7. */
const COLLECTIONS: [RegExp, ordering: string, supplement: number][] = [
  [/^(?:GB|UniGB)/, 'GB1', 4],
  [/^(?:B5|HKscs|ETen|CNS|UniCNS)/, 'CNS1', 4],
  [/^(?:KSC|UniKS)/, 'Korea1', 2],
  [/^/, 'Japan1', 5],
];
const SUBSET = /^[A-Z]{6}\+/;

const nameOf = ({ name }: Font) => name || 'a nameless font';
/** Once it is drawn; invisible text needs no shapes. */
const visible = ({ texts }: UaDocument) =>
  new Set(texts.flatMap(({ font, mode }) => (font && mode !== 3 ? [font] : [])));

const fonts = (id: string, what: string, isBroken: (font: Font, document: UaDocument) => boolean) =>
  rule(id, what, (document) =>
    [...document.fonts.values()].filter((font) => isBroken(font, document)).map(nameOf),
  );

/** A rule about each glyph that is shown, told once for each font and code. */
const glyphs = (id: string, what: string, isBroken: (glyph: Glyph, font: Font, mode: number) => boolean) =>
  rule(id, what, ({ texts, fonts: known }) => {
    const found = new Set<string>();
    for (const { font: dict, bytes, mode, where } of texts) {
      const font = dict && known.get(dict);
      for (const glyph of font?.glyphs(bytes) ?? [])
        if (isBroken(glyph, font!, mode)) found.add(`${nameOf(font!)}, code ${glyph.code}, ${where}`);
    }
    return found;
  });

const embeddedMap = ({ cmap }: Font): CMap | undefined => (typeof cmap === 'object' ? cmap : undefined);
const mapName = ({ cmap }: Font) => (typeof cmap === 'object' ? cmap.name : cmap);

function collectionOf(font: Font): SystemInfo | undefined {
  const own = embeddedMap(font);
  if (own) return own.system;
  const name = mapName(font) ?? '';
  const [, ordering, supplement] = COLLECTIONS.find(([start]) => start.test(name))!;
  return KNOWN_CMAPS.has(name) ? { registry: 'Adobe', ordering, supplement } : undefined;
}

function disagrees(font: Font): boolean {
  if (font.subtype !== 'Type0' || mapName(font)?.startsWith('Identity-')) return false;
  const [map, own] = [collectionOf(font), font.system];
  if (!map || !own || map.registry === undefined || map.ordering === undefined) return true;
  const isSame = map.registry === own.registry && map.ordering === own.ordering;
  return !isSame || (own.supplement ?? Infinity) > (map.supplement ?? -1);
}

const isGlyphMap = (inner: PDFDict) =>
  nameAt(inner, 'CIDToGIDMap') === 'Identity' || streamAt(inner, 'CIDToGIDMap') !== undefined;

const isTrueType = ({ subtype }: Font) => subtype === 'TrueType';
const isSubset = ({ inner }: Font) => SUBSET.test(nameAt(inner, 'BaseFont') ?? '');

function hasPlainEncoding({ dict, sfnt }: Font): boolean {
  if (!['MacRomanEncoding', 'WinAnsiEncoding'].includes(baseEncoding(dict) ?? '')) return false;
  const own = [...differences(dict).values()];
  if (!has(dictAt(dict, 'Encoding'), 'Differences')) return true;
  const hasUnicode = sfnt === undefined || sfnt.maps.some((map) => map.platform === 3 && map.encoding === 1);
  return hasUnicode && own.every((name) => name === '.notdef' || characterOf(name) !== undefined);
}

/** Names of all glyphs of a Type 1 subset that its list leaves out. */
function isListShort({ descriptor, type1, cff }: Font): boolean {
  const list = textAt(descriptor, 'CharSet');
  const present = [...(type1?.widths.keys() ?? cff?.byName.keys() ?? [])];
  if (list === undefined) return false;
  const listed = new Set(list.split('/').map((name) => name.trim()));
  const isWhole = (name: string) => name === '.notdef' || listed.has(name);
  return (
    !present.every(isWhole) ||
    [...listed].some((name) => name !== '' && name !== '.notdef' && !present.includes(name))
  );
}

/** A bit for each CID, the first in the highest place (ISO 32000-1, 9.8.3.2). */
function isSetShort({ descriptor, cff, sfnt, inner }: Font): boolean {
  const stream = streamAt(descriptor, 'CIDSet');
  if (!stream) return false;
  const bits = decoded(stream);
  const count = cff?.glyphs ?? sfnt?.glyphs ?? 0;
  const cids = cff?.isCid ? [...cff.byCid.keys()] : Array.from({ length: count }, (_, glyph) => glyph);
  if (!cff && streamAt(inner, 'CIDToGIDMap'))
    return mappedCids(inner).some((cid) => cid > 0 && !hasBit(bits, cid));
  return cids.some((cid) => cid > 0 && !hasBit(bits, cid));
}

const hasBit = (bits: Uint8Array, cid: number) => ((bits[cid >> 3] ?? 0) & (0x80 >> (cid & 7))) !== 0;

function mappedCids(inner: PDFDict): number[] {
  const bytes = decoded(streamAt(inner, 'CIDToGIDMap'));
  return Array.from({ length: bytes.length >> 1 }, (_, cid) => cid).filter(
    (cid) => bytes[cid * 2] || bytes[cid * 2 + 1],
  );
}

const WRONG = ['\u0000', '\uFFFE', '\uFEFF'];

export const fontRules: readonly Rule[] = [
  fonts('7.21.3.1-1', 'A font and its map of codes are of different character collections.', disagrees),
  fonts(
    '7.21.3.2-1',
    'An embedded CIDFont does not say which glyph a CID is.',
    ({ inner, isEmbedded }) =>
      isEmbedded && nameAt(inner, 'Subtype') === 'CIDFontType2' && !isGlyphMap(inner),
  ),
  fonts(
    '7.21.3.3-1',
    'A map of codes is neither known nor embedded.',
    (font) => font.subtype === 'Type0' && !embeddedMap(font) && !KNOWN_CMAPS.has(mapName(font) ?? ''),
  ),
  fonts('7.21.3.3-2', 'A map of codes and its dictionary differ in the direction of writing.', (font) => {
    const map = embeddedMap(font);
    return map !== undefined && map.mode !== map.declaredMode;
  }),
  fonts('7.21.3.3-3', 'A map of codes rests on one that is not known.', (font) => {
    const uses = embeddedMap(font)?.uses;
    return uses !== undefined && !KNOWN_CMAPS.has(uses);
  }),
  fonts(
    '7.21.4.1-1',
    'A font is not embedded.',
    (font, document) => font.subtype !== 'Type3' && !font.isEmbedded && visible(document).has(font.dict),
  ),
  glyphs(
    '7.21.4.1-2',
    'A glyph is shown that the embedded font does not have.',
    ({ isPresent }, { isEmbedded }, mode) => mode !== 3 && isEmbedded && isPresent === false,
  ),
  fonts(
    '7.21.4.2-1',
    'The list of glyphs of a subset is not whole.',
    (font) =>
      ['Type1', 'MMType1'].includes(font.subtype) && font.isEmbedded && isSubset(font) && isListShort(font),
  ),
  fonts(
    '7.21.4.2-2',
    'The set of CIDs of a subset is not whole.',
    (font) => font.subtype === 'Type0' && font.isEmbedded && isSubset(font) && isSetShort(font),
  ),
  glyphs(
    '7.21.5-1',
    'A glyph is wider or narrower than the file says.',
    ({ widthInProgram, widthInDict }, _, mode) =>
      mode !== 3 &&
      widthInProgram !== undefined &&
      widthInDict !== undefined &&
      Math.abs(widthInProgram - widthInDict) > 1,
  ),
  fonts('7.21.6-1', 'A TrueType font with letters has no map from characters.', (font) => {
    const maps = font.sfnt?.maps ?? [];
    const isOnlySymbols = maps.length === 1 && maps.some((map) => map.platform === 3 && map.encoding === 0);
    return (
      isTrueType(font) && font.sfnt !== undefined && !font.isSymbolic && (maps.length === 0 || isOnlySymbols)
    );
  }),
  fonts(
    '7.21.6-2',
    'A TrueType font with letters has none of the two plain encodings.',
    (font) => isTrueType(font) && !font.isSymbolic && !hasPlainEncoding(font),
  ),
  fonts(
    '7.21.6-3',
    'A TrueType font with symbols has an encoding.',
    (font) => isTrueType(font) && font.isSymbolic && at(font.dict, 'Encoding') !== undefined,
  ),
  fonts('7.21.6-4', 'A TrueType font with symbols has several maps and none for symbols.', (font) => {
    const maps = font.sfnt?.maps ?? [];
    const hasSymbols = maps.some((map) => map.platform === 3 && map.encoding === 0);
    return isTrueType(font) && font.sfnt !== undefined && font.isSymbolic && maps.length !== 1 && !hasSymbols;
  }),
  glyphs('7.21.7-1', 'Nothing says which character a code is.', ({ text }) => text === undefined),
  glyphs('7.21.7-2', 'A code is said to be a character that is none.', ({ text }) =>
    WRONG.some((wrong) => text?.includes(wrong)),
  ),
  glyphs('7.21.8-1', 'A glyph is shown that stands for none.', ({ isNotdef }) => isNotdef),
];
