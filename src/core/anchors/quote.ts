/** Words that somebody pointed at: what they are, where they stand and what stands around them. */
import type { Span } from '../../shared/domain';

/** So much on either side is kept, in UTF-16 units: four or five words, as Hypothesis keeps it. */
export const CONTEXT = 32;

export interface Quote {
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
}

/** A span that cuts through a surrogate pair is described with all of the pair. */
export function describe(text: string, span: Span): Quote {
  const start = whole(text, clamp(span.start, text), -1);
  const end = whole(text, Math.max(start, clamp(span.end, text)), 1);
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(whole(text, Math.max(0, start - CONTEXT), 1), start),
    suffix: text.slice(end, whole(text, Math.min(text.length, end + CONTEXT), -1)),
  };
}

/** Whether a surrogate pair would be cut in two here. */
export function splitsPair(text: string, at: number): boolean {
  return isBetween(text.charCodeAt(at - 1), 0xd800, 0xdbff) && isBetween(text.charCodeAt(at), 0xdc00, 0xdfff);
}

function whole(text: string, at: number, aside: -1 | 1): number {
  return splitsPair(text, at) ? at + aside : at;
}

const clamp = (at: number, text: string) => Math.min(Math.max(at, 0), text.length);
const isBetween = (unit: number, low: number, high: number) => unit >= low && unit <= high;
