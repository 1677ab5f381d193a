/** Where the neighbours of a quote still stand, and other words stand between them. */
import type { Span } from '../../shared/domain';
import { type Quote, splitsPair } from './quote';
import { NEIGHBOURS } from './surroundings';

/** Neighbours have to be this long together, to be known by themselves. */
const TELLING = 16;
/** What came in its place is not longer than twice what it was, and some words. */
const ROOM = 32;
/** Neighbours that stand more often in one block are no place. */
const OFTEN = 64;

/**
 * A name that was replaced by another is not to be looked for where else it stands, and a sentence that was rewritten is
 * what is there now. Undefined where the quote is still between its neighbours, or they are not to be found; an empty
 * span where nothing came in its place.
 */
export function replacement(text: string, { exact, prefix, suffix }: Quote): Span | undefined {
  const before = prefix.slice(-NEIGHBOURS);
  const after = suffix.slice(0, NEIGHBOURS);
  if (before.length + after.length < TELLING) return undefined;
  for (let found = 0, at = text.indexOf(before); at !== -1 && found < OFTEN; found += 1) {
    const start = at + before.length;
    const end = after === '' ? text.length : text.indexOf(after, start);
    const between = end - start <= 2 * exact.length + ROOM ? text.slice(start, end) : exact;
    if (end !== -1 && !between.includes(exact) && !splitsPair(text, start) && !splitsPair(text, end))
      return { start, end };
    if (before === '') return undefined;
    at = text.indexOf(before, at + 1);
  }
  return undefined;
}
