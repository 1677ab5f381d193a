/** What words one text has and the other has not. */
import { diffArrays } from 'diff';

export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** A word of any script (what `diff` takes for a word by itself is Latin), white space, or one sign. */
const WORDS = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;
const wordsOf = (text: string): string[] => text.match(WORDS) ?? [];

/** Two texts that have little in common take long to compare, and nobody reads the outcome. */
const LONGEST_MS = 400;

export function wordDiff(before: string, after: string): Piece[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { timeout: LONGEST_MS }) ?? [
    { removed: true, added: false, value: [before] },
    { removed: false, added: true, value: [after] },
  ];
  return changes
    .map(({ added, removed, value }): Piece => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }))
    .filter(({ text }) => text !== '');
}
