/** The one spelling in which texts are exchanged and compared. */

/** Turn text around or cannot be seen: U+061C, bidi marks, embeddings, overrides and isolates, zero-width space
 *  and its kin, tags. The joiners U+200C and U+200D stay: they are part of some words. */
const INVISIBLE =
  /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u00AD\uFEFF\u{E0000}-\u{E007F}]|[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}|\p{Cs}/gu;
const WHITE_SPACE = /\s+/gu;

/** NFC, white space as single spaces, nothing invisible. */
export function tidy(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC').replace(WHITE_SPACE, ' ').trim();
}

/** The invisible characters of a text, as Unicode writes them: U+202E. */
export function invisibleCharacters(text: string): string[] {
  return [...new Set(text.match(INVISIBLE))].map(codePoint);
}

/** As Unicode writes it: U+0435. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
