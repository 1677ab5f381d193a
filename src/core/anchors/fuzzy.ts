/** Where a quote may stand whose words were changed. */
import search from 'approx-string-match';
import type { Span } from '../../shared/domain';
import type { Edition } from './edition';
import { widened } from './edges';
import { likeness } from './likeness';
import type { Quote } from './quote';
import { replacement } from './replaced';

/** A shorter quote is never looked for but letter for letter: “Izbica” is one letter from “Izbicë”. */
export const SHORTEST = 24;
/**
 * Of ten units four may differ. Hypothesis allows five, which finds rewritten sentences now and then, but any two
 * sentences of one language come close to that.
 */
const CHANGED = 0.4;
/** Longer quotes are found by their two ends. Searching takes length × length / 32, and here no more than thousands. */
const IN_ONE = 256;
const END = 128;
/** Guesses that are looked at, in the block and elsewhere. */
const GUESSES = 4;
/** Room on either side of a guess, for words that were put in. */
const ROOM = 32;

export interface Likely extends Span {
  block: number;
  /** 1 where they are letter for letter the same. */
  words: number;
}

/** Half of what stands between its own neighbours may be rewritten: they vouch for it. */
const REWRITTEN = 0.5;

/** What came in the place of a quote, and how like it that is; undefined where its neighbours are not to be found. */
export function between(
  edition: Edition,
  quote: Quote,
  own: number,
): (Likely & { isLike: boolean }) | undefined {
  const text = edition.blocks[own]?.text ?? '';
  const span = replacement(text, quote);
  if (!span) return undefined;
  const words = likeness(quote.exact, text.slice(span.start, span.end));
  return { block: own, ...span, words, isLike: words >= REWRITTEN && quote.exact.length >= SHORTEST };
}

export function likely(edition: Edition, quote: Quote, own: number): Likely[] {
  if (quote.exact.length < SHORTEST) return [];
  const found =
    quote.exact.length <= IN_ONE ? nearest(edition, quote.exact, own) : byEnds(edition, quote.exact, own);
  return found
    .map((one) => widenedTo(edition, one, quote))
    .filter(({ words, start, end }) => words >= 1 - CHANGED && start < end);
}

function nearest(edition: Edition, piece: string, own: number): Likely[] {
  const most = Math.floor(piece.length * CHANGED);
  const found: Likely[] = [];
  for (const { block, at } of edition.seeds.guess(piece, own, GUESSES)) {
    if (found.some((one) => one.block === block && Math.abs(one.start - at) <= ROOM)) continue;
    const text = edition.blocks[block]?.text ?? '';
    const from = Math.max(0, at - most - ROOM);
    const best = search(text.slice(from, at + piece.length + most + ROOM), piece, most)
      .map((match) => ({ ...match, beside: Math.abs(match.end - match.start - piece.length) }))
      .reduce<{ start: number; end: number; errors: number; beside: number } | undefined>(
        (best, one) => (best && best.beside <= one.beside ? best : one),
        undefined,
      );
    if (!best) continue;
    const words = 1 - best.errors / piece.length;
    found.push({ block, start: from + best.start, end: from + best.end, words });
  }
  return found;
}

/** From its first words to its last; where one of them is gone, as far from the other as it was long. */
function byEnds(edition: Edition, exact: string, own: number): Likely[] {
  const heads = nearest(edition, exact.slice(0, END), own);
  const tails = nearest(edition, exact.slice(-END), own);
  const isPlausible = ({ start, end }: Span) =>
    end - start > exact.length / 2 && end - start < exact.length * 2;
  const pairs = heads
    .flatMap((head) =>
      tails
        .filter(({ block }) => block === head.block)
        .map(({ end, words }) => ({ ...head, end, words: head.words + words })),
    )
    .filter(isPlausible)
    .sort((a, b) => b.words - a.words)
    .slice(0, GUESSES);
  const lengthOf = (block: number) => edition.blocks[block]?.text.length ?? 0;
  const alone = [
    ...heads.map((head) => ({ ...head, end: Math.min(head.start + exact.length, lengthOf(head.block)) })),
    ...tails.map((tail) => ({ ...tail, start: Math.max(0, tail.end - exact.length) })),
  ];
  return (pairs.length > 0 ? pairs : alone).map((one) => ({
    ...one,
    words: likeness(exact, edition.blocks[one.block]?.text.slice(one.start, one.end) ?? ''),
  }));
}

/** Units that belong to a word that was cut count as changed. */
function widenedTo(edition: Edition, { block, words, ...span }: Likely, quote: Quote): Likely {
  const wide = widened(edition.blocks[block]?.text ?? '', span, quote);
  const added = span.start - wide.start + wide.end - span.end;
  return { block, ...wide, words: words - added / quote.exact.length };
}
