/** Finding words exactly as written: letters, marks, script and case. */
import type { Span } from '../../shared/domain';

const PART_OF_WORD = /[\p{L}\p{N}\p{M}]/u;

/** Where `words` stands in `text` as whole words. Both in NFC. */
export function literalSpans(text: string, words: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (!PART_OF_WORD.test(text.charAt(at - 1)) && !PART_OF_WORD.test(text.charAt(end)))
      spans.push({ start: at, end });
  }
  return spans;
}

/** Where each of the phrases stands, in the order of the text; undefined where one of them does not. */
export function allLiteralSpans(text: string, phrases: readonly string[]): Span[] | undefined {
  const found = phrases.map((phrase) => literalSpans(text, phrase));
  if (found.some((spans) => spans.length === 0)) return undefined;
  return mergeSpans(found.flat());
}

/** In order, and overlapping ones as one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
