/** Simple fonts: codes of one byte to names to glyphs (ISO 32000-1, 9.6.6). */
import type { PDFDict } from '@cantoo/pdf-lib';
import { asName, asNumber, at, dictAt, itemsAt, nameAt, numberAt } from '../objects';
import { characterOf, type Encoding, ENCODINGS, MAC_CODES, STANDARD_ENCODING } from './encodings';
import { type Font, type Glyph, textOfCode } from './font';

export function simpleGlyphs(font: Font): Font['glyphs'] {
  const { dict, descriptor, subtype } = font;
  const first = numberAt(dict, 'FirstChar') ?? 0;
  const widths = itemsAt(dict, 'Widths').map(asNumber);
  const names = encodingOf(font);
  const missing = numberAt(descriptor, 'MissingWidth') ?? 0;
  return (bytes) =>
    [...bytes].map((code): Glyph => {
      const name = names[code];
      const found = subtype === 'TrueType' ? trueTypeGlyph(font, code, name) : namedGlyph(font, name);
      return {
        code,
        isNotdef: name === '.notdef' || found.isNotdef === true,
        isPresent: found.isPresent,
        widthInProgram: found.width,
        widthInDict: widths.length > 0 ? (widths[code - first] ?? missing) : undefined,
        text: textOfCode(font, code) ?? (name === undefined ? undefined : characterOf(name)),
      };
    });
}

/** Names that are given apart from the base encoding. */
export function differences(dict: PDFDict): Map<number, string> {
  const names = new Map<number, string>();
  let code = 0;
  for (const item of itemsAt(dictAt(dict, 'Encoding'), 'Differences')) {
    const name = asName(item);
    if (name === undefined) code = asNumber(item) ?? code;
    else names.set(code++, name);
  }
  return names;
}

/** The name of an encoding, whether it stands alone or is the base of another. */
export const baseEncoding = (dict: PDFDict) =>
  nameAt(dict, 'Encoding') ?? nameAt(dictAt(dict, 'Encoding'), 'BaseEncoding');

export function encodingOf({ dict, cff, type1, isSymbolic, subtype }: Font): Encoding {
  const base = ENCODINGS[baseEncoding(dict) ?? ''];
  const isTrueType = subtype === 'TrueType';
  if (isTrueType && isSymbolic && at(dict, 'Encoding') === undefined) return [];
  const own =
    type1?.encoding ?? cff?.encoding ?? (isSymbolic && subtype !== 'Type3' ? [] : STANDARD_ENCODING);
  const names = [...(base ?? (subtype === 'Type3' ? [] : own))];
  for (const [code, name] of differences(dict)) names[code] = name;
  return names;
}

interface Found {
  isPresent?: boolean | undefined;
  isNotdef?: boolean;
  width?: number | undefined;
}

function namedGlyph({ dict, type1, cff, subtype }: Font, name: string | undefined): Found {
  if (subtype === 'Type3')
    return { isPresent: name !== undefined && at(dictAt(dict, 'CharProcs'), name) !== undefined };
  if (type1) {
    const isPresent = name !== undefined && type1.widths.has(name);
    return { isPresent, isNotdef: !isPresent, width: isPresent ? type1.widths.get(name) : undefined };
  }
  if (!cff || cff.isCid) return {};
  const glyph = name === undefined ? undefined : cff.byName.get(name);
  return {
    isPresent: glyph !== undefined,
    isNotdef: glyph === undefined || glyph === 0,
    width: glyph === undefined ? undefined : cff.width(glyph),
  };
}

function trueTypeGlyph(font: Font, code: number, name: string | undefined): Found {
  const { sfnt } = font;
  if (!sfnt) return {};
  const glyph = trueTypeIndex(font, code, name);
  return { isPresent: glyph < sfnt.glyphs, isNotdef: glyph === 0, width: sfnt.width(glyph) };
}

/** 9.6.6.4. */
function trueTypeIndex({ sfnt, isSymbolic }: Font, code: number, name: string | undefined): number {
  const map = (platform: number, encoding: number) =>
    sfnt?.maps.find((one) => one.platform === platform && one.encoding === encoding);
  const [unicode, symbol, mac] = [map(3, 1) ?? map(0, 3), map(3, 0), map(1, 0)];
  if (name !== undefined && !isSymbolic) {
    const character = characterOf(name)?.codePointAt(0);
    const byUnicode = character === undefined ? 0 : (unicode?.glyph(character) ?? 0);
    if (byUnicode) return byUnicode;
    const macCode = MAC_CODES.get(name);
    const byMac = macCode === undefined ? 0 : (mac?.glyph(macCode) ?? 0);
    if (byMac) return byMac;
    const byName = sfnt?.names.get(name);
    if (byName) return byName;
  }
  for (const high of [0, 0xf000, 0xf100, 0xf200]) {
    const bySymbol = symbol?.glyph(high + code);
    if (bySymbol) return bySymbol;
  }
  return mac?.glyph(code) ?? 0;
}
