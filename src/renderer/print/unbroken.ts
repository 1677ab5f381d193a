/** Where a line must not end: 93–130 is one figure, 28. марта one date, and NATO-s one word. */
const TOGETHER = /\p{Nd}+[–-]\p{Nd}+|(?<![\p{Nd}.,:–-])\p{Nd}{1,3}\.? \p{L}{3,}|\p{Lu}{2,}-\p{Ll}+/gu;

export interface TextPiece {
  text: string;
  unbroken: boolean;
}

/** The pieces make up the text, in order. */
export function unbrokenPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let after = 0;
  for (const { 0: found, index } of text.matchAll(TOGETHER)) {
    if (index > after) pieces.push({ text: text.slice(after, index), unbroken: false });
    pieces.push({ text: found, unbroken: true });
    after = index + found.length;
  }
  if (after < text.length) pieces.push({ text: text.slice(after), unbroken: false });
  return pieces;
}
