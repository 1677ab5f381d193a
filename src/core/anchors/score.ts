/** How sure it is that a place is the one that was quoted, and which of several it is. */
import type { Span } from '../../shared/domain';

/** Hypothesis's weights: the words, both sides together, and nearness to where it was, which only breaks ties. */
const WORDS = 50;
const SURROUNDINGS = 40;
const POSITION = 2;

/** Up to so many units, a quote is a name or a figure: it is where most of what stood around it is, or nowhere. */
const SHORT = 16;
/** From so many units on, a quote is a sentence: its words alone tell where it is. */
export const LONG = 64;
/** A name alone has 50 of 92, with one side of two 70: that is too little, for phrases return. So much is three fifths. */
const SHORT_FLOOR = 0.8;
/** Below 50 of 92, which a sentence has that stands elsewhere as it was, and above what unrelated sentences come to. */
const LONG_FLOOR = 0.5;

/** Places whose scores differ by no more are alike: half a dozen units of the 64 around it. */
const ALIKE = 0.05;
/** What a score is worth where only block and position told which of two it is. */
const DOUBT = 0.6;
/** It is so much nearer than the next, where position tells. */
const NEARER = 2;

export interface Place extends Span {
  block: number;
  /** Between 0 and 1, each. */
  words: number;
  support: number;
  nearness: number;
}

export interface Chosen {
  place: Place;
  score: number;
}

export const scoreOf = ({
  words,
  support,
  nearness,
}: Pick<Place, 'words' | 'support' | 'nearness'>): number =>
  (WORDS * words + SURROUNDINGS * support + POSITION * nearness) / (WORDS + SURROUNDINGS + POSITION);

/** What a place has to score for a quote of so many units; it falls evenly between names and sentences. */
export function floorOf(length: number): number {
  const share = Math.min(1, Math.max(0, (length - SHORT) / (LONG - SHORT)));
  return SHORT_FLOOR + share * (LONG_FLOOR - SHORT_FLOOR);
}

/** Undefined where none is good enough, or two are alike and neither block nor position says which. */
export function choose(
  places: readonly Place[],
  was: { block: number; start: number; length: number },
): Chosen | undefined {
  const ranked = places.map((place) => ({ place, score: scoreOf(place) })).sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (!best || best.score < floorOf(was.length)) return undefined;
  const alike = ranked.filter(
    ({ place, score }) => best.score - score <= ALIKE && !isSame(place, best.place),
  );
  if (alike.length === 0) return best;

  const [nearest, next] = [best, ...alike]
    .filter(({ place }) => place.block === was.block)
    .map((one) => ({ ...one, shift: Math.abs(one.place.start - was.start) }))
    .sort((a, b) => a.shift - b.shift);
  if (!nearest || (next && nearest.shift * NEARER >= next.shift)) return undefined;
  return { place: nearest.place, score: nearest.score * DOUBT };
}

type Stretch = Pick<Place, 'block' | 'start' | 'end'>;
export const overlap = (a: Stretch, b: Stretch) => a.block === b.block && a.start < b.end && b.start < a.end;

/** What was found twice, letter for letter and as changed; of a text that repeats itself, two quotes overlap and are two. */
const isSame = (a: Place, b: Place) => overlap(a, b) && (a.start === b.start || a.words < 1 || b.words < 1);
