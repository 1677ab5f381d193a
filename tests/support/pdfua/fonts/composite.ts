/** Composite fonts: codes to CIDs to glyphs (ISO 32000-1, 9.7). */
import { PDFArray, type PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { asNumber, at, decoded, itemsAt, numberAt, resolved } from '../objects';
import { codesIn } from './cmap';
import { type Font, type Glyph, textOfCode } from './font';

/** Their CIDs have characters that are known (9.10.2). */
const ORDERINGS = new Set(['GB1', 'CNS1', 'Japan1', 'Korea1']);

export function compositeGlyphs(font: Font): Font['glyphs'] {
  const { cmap, inner, system } = font;
  const isIdentity = typeof cmap === 'string' && cmap.startsWith('Identity');
  const widths = widthsOf(inner);
  const usual = numberAt(inner, 'DW') ?? 1000;
  const glyphOf = glyphsByCid(font);
  const isRegistered = system?.registry === 'Adobe' && ORDERINGS.has(system.ordering ?? '');
  return (bytes) =>
    codesIn(bytes, typeof cmap === 'object' ? cmap.spaces : []).map(({ code }): Glyph => {
      const cid = isIdentity ? code : typeof cmap === 'object' ? (cmap.cids.get(code) ?? 0) : undefined;
      const text = textOfCode(font, code) ?? (isRegistered ? null : undefined);
      const glyph = cid === undefined ? undefined : glyphOf(cid);
      return {
        code,
        isNotdef: cid === 0 || glyph === 0,
        isPresent: cid === undefined ? undefined : isPresent(font, glyph),
        widthInProgram: glyph === undefined ? undefined : (font.sfnt?.width(glyph) ?? font.cff?.width(glyph)),
        widthInDict: cid === undefined ? undefined : (widths.get(cid) ?? usual),
        text,
      };
    });
}

function isPresent({ sfnt, cff }: Font, glyph: number | undefined): boolean | undefined {
  const count = cff?.glyphs ?? sfnt?.glyphs;
  return count === undefined ? undefined : glyph !== undefined && glyph < count;
}

function glyphsByCid({ inner, cff, sfnt }: Font): (cid: number) => number | undefined {
  if (cff) return (cid) => (cff.isCid ? cff.byCid.get(cid) : cid);
  const map = at(inner, 'CIDToGIDMap');
  if (!(map instanceof PDFRawStream)) return (cid) => (sfnt ? cid : undefined);
  const bytes = decoded(map);
  return (cid) => (cid * 2 + 1 < bytes.length ? bytes[cid * 2]! * 256 + bytes[cid * 2 + 1]! : 0);
}

/** `W`: `c [w …]` and `first last w` (9.7.4.3). */
function widthsOf(font: PDFDict): Map<number, number> {
  const widths = new Map<number, number>();
  const items = itemsAt(font, 'W');
  for (let index = 0; index < items.length;) {
    const first = asNumber(items[index]) ?? 0;
    const next = items[index + 1];
    if (next instanceof PDFArray) {
      next.asArray().forEach((item, step) => {
        widths.set(first + step, asNumber(resolved(font.context, item)) ?? 0);
      });
      index += 2;
    } else {
      const last = Math.min(asNumber(next) ?? first, 0xffff);
      for (let cid = first; cid <= last; cid += 1) widths.set(cid, asNumber(items[index + 2]) ?? 0);
      index += 3;
    }
  }
  return widths;
}
