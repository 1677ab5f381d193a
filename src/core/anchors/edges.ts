/** Where a found span may begin and end: a word that was quoted whole is found whole. */
import type { Span } from '../../shared/domain';
import { type Quote, splitsPair } from './quote';

const WORD_BEFORE = /[\p{L}\p{M}\p{N}]$/u;
const WORD_AFTER = /^[\p{L}\p{M}\p{N}]/u;
const MARK_AFTER = /^\p{M}/u;
/** Endings are no longer than this in the languages of an edition; what is longer is another word. */
const ENDING = 8;

/** Whether a letter would lose its mark here, or a word be cut in two. */
function splitsWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const after = text.slice(at, at + 2);
  return (
    MARK_AFTER.test(after) ||
    (WORD_AFTER.test(after) && WORD_BEFORE.test(text.slice(Math.max(0, at - 2), at)))
  );
}

/** Whether the quote itself begins or ends within a word, as somebody may have marked it. */
function cuts({ exact, prefix, suffix }: Quote): { start: boolean; end: boolean } {
  const before = prefix.slice(-2);
  const last = exact.slice(-2);
  return {
    start: splitsWord(before + exact.slice(0, 2), before.length),
    end: splitsWord(last + suffix.slice(0, 2), last.length),
  };
}

/** “Izbic” is not found in “Izbica”, nor “Rezale” where a mark makes it “Rezalë”; half a character never is. */
export function isWhole(text: string, { start, end }: Span, quote: Quote): boolean {
  if (splitsPair(text, start) || splitsPair(text, end)) return false;
  const cut = cuts(quote);
  return (cut.start || !splitsWord(text, start)) && (cut.end || !splitsWord(text, end));
}

/** The span and what belongs to its first and last word. */
export function widened(text: string, { start, end }: Span, quote: Quote): Span {
  const cut = cuts(quote);
  const [first, last] = [start, end];
  while (!cut.start && start > first - ENDING && splitsWord(text, start)) start -= 1;
  while (!cut.end && end < last + ENDING && splitsWord(text, end)) end += 1;
  return { start: splitsPair(text, start) ? start - 1 : start, end: splitsPair(text, end) ? end + 1 : end };
}
