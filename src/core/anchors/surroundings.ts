/** What stands around a place, against what stood around a quote. */
import search from 'approx-string-match';
import type { Span } from '../../shared/domain';
import { CONTEXT, type Quote } from './quote';

/** How many units next to it are as they were, without a gap. */
export interface Kept {
  before: number;
  after: number;
}

export function keptAround(text: string, { start, end }: Span, { prefix, suffix }: Quote): Kept {
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before])
    before += 1;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  return { before, after };
}

/** Two unrelated pieces of text in one language differ in six letters of ten or more: so much counts as nothing. */
const UNRELATED = 0.6;
/** The end of a block is a neighbour as well, and worth a word. */
const EDGE = 8;

/** What the end of a block took away (a paragraph that was split) speaks neither for a place nor against it. */
const UNKNOWN = 0.5;
/** So much of a side tells who the neighbours are: two or three words. */
export const NEIGHBOURS = CONTEXT / 2;

interface Side {
  /** What stood there, and what stands there now. */
  was: string;
  is: string;
  /** Units next to the place that are as they were, without a gap. */
  kept: number;
  /** Units that the block has left there. */
  room: number;
}

/**
 * 0 where nothing around it is as it was, 1 where everything is. Each side counts by its length: two letters between a
 * name and the beginning of its block stand before that name in many places.
 */
export function support(text: string, span: Span, quote: Quote): number {
  const { start, end } = span;
  const { prefix, suffix } = quote;
  const kept = keptAround(text, span, quote);
  const before = {
    was: prefix,
    is: text.slice(Math.max(0, start - reach(prefix)), start),
    kept: kept.before,
    room: start,
  };
  const after = {
    was: suffix,
    is: text.slice(end, end + reach(suffix)),
    kept: kept.after,
    room: text.length - end,
  };
  const most = mostOf(before) + mostOf(after);
  return most === 0 ? 0 : (unitsOf(before, after) + unitsOf(after, before)) / most;
}

const mostOf = ({ was }: Side) => was.length + edgeOf(was);
/** One unit less than asked for may be a surrogate pair that was left whole. */
const edgeOf = (was: string) => (was.length < CONTEXT - 1 ? EDGE : 0);
const isCut = ({ was, kept, room }: Side) => kept === room && kept < was.length;

function unitsOf(side: Side, other: Side): number {
  const { was, is, kept, room } = side;
  if (kept === was.length) return kept + (kept === room ? edgeOf(was) : 0);
  // One cut is a paragraph that was split; a name between two is a heading, and another place.
  if (isCut(side) && !isCut(other) && other.kept >= NEIGHBOURS) return kept + (was.length - kept) * UNKNOWN;
  return was.length * similarity(is, was);
}

/** Some room for a word that was put in. */
const reach = (side: string) => Math.floor(side.length * 1.25);

function similarity(text: string, side: string): number {
  const most = side.length * UNRELATED;
  const errors = search(text, side, Math.floor(most))[0]?.errors;
  return errors === undefined ? 0 : 1 - errors / most;
}
