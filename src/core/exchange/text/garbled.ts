/** UTF-8 that was read as a code page and saved again: GjakovÃ«, ÐŸÐµÑ›. It is text like any other to a decoder. */

/** A pair of Cyrillic capitals can be UTF-8 by chance, so one alone is not enough there. */
const PAGES = [
  { page: 'windows-1252', enough: 1 },
  { page: 'windows-1250', enough: 1 },
  { page: 'windows-1251', enough: 2 },
] as const;

const BYTES = new Map<string, ReadonlyMap<string, number>>();

function bytesOf(page: string): ReadonlyMap<string, number> {
  const known = BYTES.get(page);
  if (known) return known;
  const letters = new TextDecoder(page).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const bytes = new Map(Array.from(letters, (letter, byte) => [letter, byte]));
  BYTES.set(page, bytes);
  return bytes;
}

function decoded(text: string, page: string): string | undefined {
  const bytes = bytesOf(page);
  const raw = Array.from(text, (letter) => bytes.get(letter) ?? -1);
  if (raw.includes(-1)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(raw));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** What the text was before, or undefined where it was never garbled. */
export function ungarbled(text: string): string | undefined {
  if (!/\P{ASCII}/u.test(text)) return undefined;
  return PAGES.map(({ page, enough }) => {
    const meant = decoded(text, page);
    return (meant?.match(/\P{ASCII}/gu)?.length ?? 0) >= enough ? meant : undefined;
  }).find((meant) => meant !== undefined);
}
