/** A note on a whole block keeps the block and how its text began. */
import type { AnchoredBlock, Edition } from './edition';
import type { Found } from './find';
import { likeness } from './likeness';

/** So much of a block's text is kept, in UTF-16 units: two or three sentences. */
export const KEPT = 300;
/** From here on it is the block that it was, a few words corrected. */
const SAME = 0.7;
/** A block with another id has to be more like it: no id vouches for it. */
const NEARLY = 0.8;
/** Two blocks that are like it by no more than this apart are alike. */
const ALIKE = 0.05;
/** Of another text under the same id. */
const LEAST = 0.1;
/** A heading (“Background”) is looked for letter for letter: there are many of a word or two. */
const SHORTEST = 24;
/** What was a block, and is now some sentences of a longer one. */
const MERGED = { length: 64, score: 0.6 };
const GUESSES = 8;

interface Candidate {
  block: AnchoredBlock;
  score: number;
}

export function findBlock(edition: Edition, anchor: { block: string; text: string }): Found {
  const kept = anchor.text.slice(0, KEPT);
  const own = edition.indexOf(anchor.block);
  const block = edition.blocks[own];
  const alike = block ? likenessOf(block.text, kept) : 0;
  if (block && (alike >= SAME || holds(block.text, kept))) return { state: 'anchored', ...whole(block) };
  const other = elsewhere(edition, kept, own);
  if (other && other.score > alike) return { state: 'moved', ...whole(other.block), score: other.score };
  return block ? { state: 'moved', ...whole(block), score: Math.max(LEAST, alike) } : { state: 'orphaned' };
}

const whole = ({ id, text }: AnchoredBlock) => ({ block: id, start: 0, end: text.length });

/** Something was added, and nothing else changed. */
const holds = (text: string, kept: string) => kept.length >= SHORTEST && text.includes(kept);

/** Undefined where there is none, or two are alike. */
function elsewhere(edition: Edition, kept: string, own: number): Candidate | undefined {
  if (kept === '') return undefined;
  const guessed = edition.seeds.guess(kept, own, GUESSES).map(({ block }) => block);
  const candidates = edition.blocks
    .map((block, at) => ({ block, score: at === own ? 0 : scoreOf(block.text, kept, guessed.includes(at)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best, next] = candidates;
  return best && (!next || best.score - next.score > ALIKE) ? best : undefined;
}

function scoreOf(text: string, kept: string, isGuessed: boolean): number {
  if (beginsAs(text, kept)) return 1;
  const alike = isGuessed && kept.length >= SHORTEST ? likenessOf(text, kept) : 0;
  if (alike >= NEARLY) return alike;
  return kept.length >= MERGED.length && text.includes(kept) ? MERGED.score : 0;
}

/** What was kept is all of a short block, and the beginning of a long one. */
const beginsAs = (text: string, kept: string) => text.slice(0, KEPT) === kept;

const likenessOf = (text: string, kept: string) => likeness(text.slice(0, KEPT), kept);
