/** Where the matcher thinks that a name stands, cut out of the text that nobody has marked. */
import type { Span } from '../../../shared/domain';
import type { ProposalSegment, Segment, TextSegment } from '../segments';

/** Segments still adjoin and cover the text. A span that is not all in one text segment is passed over. */
export function withProposals(segments: readonly Segment[], spans: readonly Span[]): Segment[] {
  if (spans.length === 0) return [...segments];
  const inOrder = spans.toSorted((a, b) => a.start - b.start);
  return segments.flatMap((segment) => (segment.kind === 'text' ? cutOut(segment, inOrder) : [segment]));
}

function cutOut(segment: TextSegment, spans: readonly Span[]): Segment[] {
  const pieces: Segment[] = [];
  let at = segment.start;
  const piece = <K extends 'text' | 'proposal'>(kind: K, start: number, end: number) => ({
    kind,
    text: segment.text.slice(start - segment.start, end - segment.start),
    start,
    end,
  });
  for (const { start, end } of spans) {
    if (start < at || end > segment.end || end <= start) continue;
    if (start > at) pieces.push(piece('text', at, start) satisfies TextSegment);
    pieces.push(piece('proposal', start, end) satisfies ProposalSegment);
    at = end;
  }
  if (at < segment.end) pieces.push(piece('text', at, segment.end) satisfies TextSegment);
  return pieces;
}
