/**
 * Where a quote is in another version of its edition. What is not sure is not claimed: a note that was put on the wrong
 * place is worse than one that has to be placed by hand.
 */
import type { Span } from '../../shared/domain';
import type { Edition } from './edition';
import { isUntouched, occurrences, settled } from './exact';
import { between, likely } from './fuzzy';
import type { Quote } from './quote';
import { choose, LONG, overlap, type Place, scoreOf } from './score';
import { keptAround, support } from './surroundings';

export { type AnchoredBlock, type Edition, prepareEdition } from './edition';

export interface Anchor extends Quote {
  block: string;
}

export type Found =
  /** The words and their neighbours are the same, in the same block. */
  | { state: 'anchored'; block: string; start: number; end: number }
  /** Most likely here; 0 < score <= 1 says how sure. */
  | { state: 'moved'; block: string; start: number; end: number; score: number }
  | { state: 'orphaned' };

/** Where the words are elsewhere letter for letter and score so much, nobody looks for changed words as well. */
const SURE = 0.85;
/** Occurrences whose surroundings are read closely: those with most of them kept letter for letter. */
const READ_CLOSELY = 16;
/** Of what stands more often than this in an edition, not every place is looked at. */
const ELSEWHERE = 2048;

export function findAnchor(edition: Edition, anchor: Anchor): Found {
  if (anchor.exact === '') return { state: 'orphaned' };
  const own = edition.indexOf(anchor.block);
  const text = edition.blocks[own]?.text;
  if (text !== undefined && isUntouched(text, anchor)) {
    const { block, start, exact } = anchor;
    return { state: 'anchored', block, start, end: start + exact.length };
  }
  const here = text === undefined ? [] : occurrences(text, anchor, anchor.start);
  const same = text === undefined ? undefined : settled(text, here, anchor);
  if (same) return { state: 'anchored', block: anchor.block, ...same };

  const was = { block: own, start: anchor.start, length: anchor.exact.length };
  const chosen = choose(placesOf(edition, anchor, own, here), was);
  const block = edition.blocks[chosen?.place.block ?? -1]?.id;
  if (!chosen || block === undefined) return { state: 'orphaned' };
  const { place, score } = chosen;
  return { state: 'moved', block, start: place.start, end: place.end, score };
}

function placesOf(edition: Edition, anchor: Anchor, own: number, here: readonly Span[]): Place[] {
  const other = between(edition, anchor, own);
  if (other?.isLike) return [placeOf(edition, anchor, own, other)];
  if (other && anchor.exact.length < LONG)
    return changedPlaces(edition, anchor, own).filter((place) => overlap(place, other));
  const exact = exactPlaces(edition, anchor, own, here);
  const isSure = exact.some((place) => scoreOf(place) >= SURE);
  return isSure ? exact : [...exact, ...changedPlaces(edition, anchor, own)];
}

function exactPlaces(edition: Edition, anchor: Anchor, own: number, here: readonly Span[]): Place[] {
  const spans = here.map((span) => ({ ...span, block: own, words: 1 }));
  for (const [block, { text }] of edition.blocks.entries()) {
    if (block === own || spans.length > ELSEWHERE) continue;
    for (const span of occurrences(text, anchor)) spans.push({ ...span, block, words: 1 });
  }
  if (spans.length <= READ_CLOSELY) return spans.map((span) => placeOf(edition, anchor, own, span));
  return spans
    .map((span) => {
      const { before, after } = keptAround(edition.blocks[span.block]?.text ?? '', span, anchor);
      return { span, kept: before + after, shift: shiftOf(anchor, own, span) };
    })
    .sort((a, b) => b.kept - a.kept || a.shift - b.shift)
    .slice(0, READ_CLOSELY)
    .map(({ span }) => placeOf(edition, anchor, own, span));
}

function changedPlaces(edition: Edition, anchor: Anchor, own: number): Place[] {
  return likely(edition, anchor, own).map((span) => placeOf(edition, anchor, own, span));
}

function placeOf(
  edition: Edition,
  anchor: Anchor,
  own: number,
  span: Pick<Place, 'block' | 'start' | 'end' | 'words'>,
): Place {
  const text = edition.blocks[span.block]?.text ?? '';
  const shift = Math.min(1, shiftOf(anchor, own, span) / text.length);
  return { ...span, support: support(text, span, anchor), nearness: 1 - shift };
}

/** Another block is as far as can be. */
function shiftOf(anchor: Anchor, own: number, { block, start }: { block: number; start: number }): number {
  return block === own ? Math.abs(start - anchor.start) : Infinity;
}
