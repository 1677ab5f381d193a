/** Between a block's text as it is shown and as it is written in its edition: names stand in another language, and
 *  glosses belong to no text. Offsets are UTF-16 units. */
import type { Span } from '../../../shared/domain';
import type { Segment } from '../segments';
import { SEPARATOR } from '../separator';

interface Piece {
  /** Of what is shown. */
  text: string;
  /** In the text as written. */
  start: number;
  end: number;
  /** Letter by letter as written; otherwise only the whole is. */
  isAlike: boolean;
  /** Shown after it, and in no text. */
  gloss: string;
}

/** As `RichText.vue` shows it. */
function glossText(segment: Segment): string {
  if (segment.kind !== 'name' || !segment.gloss) return '';
  return ` (${segment.gloss.map(({ text }) => text).join(SEPARATOR)})`;
}

function pieceOf(segment: Segment): Piece {
  const { start, end } = segment;
  const gloss = glossText(segment);
  if (segment.kind !== 'name') return { text: segment.text, start, end, isAlike: true, gloss };
  return { text: segment.shown, start, end, isAlike: segment.shown === segment.original, gloss };
}

export function shownText(segments: readonly Segment[]): string {
  return segments.map((segment) => pieceOf(segment).text + glossText(segment)).join('');
}

/** A replaced name that is touched counts as a whole. Undefined where nothing of the text is in it: only a gloss. */
export function toWritten(segments: readonly Segment[], shown: Span): Span | undefined {
  let from = Infinity;
  let to = -Infinity;
  let at = 0;
  for (const segment of segments) {
    const { text, start, end, isAlike, gloss } = pieceOf(segment);
    const first = Math.max(shown.start - at, 0);
    const last = Math.min(shown.end - at, text.length);
    if (first < last) {
      from = Math.min(from, isAlike ? start + first : start);
      to = Math.max(to, isAlike ? start + last : end);
    }
    at += text.length + gloss.length;
  }
  return from < to ? { start: from, end: to } : undefined;
}

/** In pieces: a gloss within it is left out. */
export function toShown(segments: readonly Segment[], written: Span): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const segment of segments) {
    const { text, start, end, isAlike, gloss } = pieceOf(segment);
    const first = Math.max(written.start, start);
    const last = Math.min(written.end, end);
    if (first < last && text.length > 0) {
      const span = isAlike
        ? { start: at + first - start, end: at + last - start }
        : { start: at, end: at + text.length };
      const before = spans.at(-1);
      if (before?.end === span.start) before.end = span.end;
      else spans.push(span);
    }
    at += text.length + gloss.length;
  }
  return spans;
}

/** Without the space around, as a hasty hand selects it; undefined where no letter or digit is left. */
export function withoutSpace(text: string, { start, end }: Span): Span | undefined {
  const selected = text.slice(start, end);
  const tight = selected.trim();
  if (!/[\p{L}\p{N}]/u.test(tight)) return undefined;
  const from = start + selected.length - selected.trimStart().length;
  return { start: from, end: from + tight.length };
}
