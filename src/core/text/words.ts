/** Words, as people count them and as the index cuts them. */
import type { Span } from '../../shared/domain';

const COUNTED = /(?<!\S)[^\s\p{L}\p{N}]*[\p{L}\p{N}]\S*/gu;
/** The categories SQLite's unicode61 tokenizer takes by default: https://sqlite.org/fts5.html#unicode61_tokenizer */
const TOKEN = /[\p{L}\p{N}\p{Co}]+/gu;

/** As a word processor counts: what stands between white space and has a letter or a digit. */
export function countWords(text: string): number {
  return text.match(COUNTED)?.length ?? 0;
}

/** Where each token of a folded text stands. */
export function tokens(foldedText: string): Span[] {
  return Array.from(foldedText.matchAll(TOKEN), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
