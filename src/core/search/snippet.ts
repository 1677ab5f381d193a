/** The part of a text that shows why it was found. */
import type { Span } from '../../shared/domain';

export interface Snippet {
  text: string;
  /** Into `text`. */
  marks: Span[];
}

/** How much of a text is shown, and how much of that stands before the first mark, in UTF-16 code units. */
const LENGTH = 240;
const LEAD = 70;

/** @param spans in the order of the text, not overlapping */
export function makeSnippet(text: string, spans: readonly Span[], length = LENGTH): Snippet {
  if (text.length <= length) return { text, marks: [...spans] };
  const first = spans[0]?.start ?? 0;
  const wanted = Math.max(0, Math.min(first - LEAD, text.length - length));
  const start = wanted === 0 ? 0 : wordStartAfter(text, wanted, first);
  const end = wordEndBefore(text, Math.min(text.length, start + length), spans[0]?.end ?? 0);
  const before = start > 0 ? '…' : '';
  const after = end < text.length ? '…' : '';
  const shift = before.length - start;
  return {
    text: before + text.slice(start, end) + after,
    marks: spans
      .filter((span) => span.start >= start && span.end <= end)
      .map((span) => ({ start: span.start + shift, end: span.end + shift })),
  };
}

/** The first start of a word at or after `at`, not beyond `latest`. */
function wordStartAfter(text: string, at: number, latest: number): number {
  const space = text.slice(at, latest).search(/\s/u);
  return space === -1 ? latest : at + space + 1;
}

/** The last end of a word at or before `at`, not before `earliest`. */
function wordEndBefore(text: string, at: number, earliest: number): number {
  if (at >= text.length) return text.length;
  const trimmed = text.slice(earliest, at).replace(/\s*\S*$/u, '');
  return trimmed === '' ? Math.max(at, earliest) : earliest + trimmed.length;
}
