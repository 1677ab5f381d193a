/** A part's blocks as they stand on paper. */
import type { Block } from '../../shared/domain';

export type Passage =
  | { kind: 'heading'; level: number; block: Block }
  | { kind: 'paragraph'; block: Block }
  | { kind: 'list'; blocks: Block[] };

/** The title is the first level. */
const TITLE_LEVEL = 1;

/** Items that follow each other make one list, and no heading skips a level: PDF/UA-1, 7.4.2, asks for that. */
export function flowOf(blocks: readonly Block[]): Passage[] {
  const passages: Passage[] = [];
  let level = TITLE_LEVEL;
  for (const block of blocks) {
    const last = passages.at(-1);
    if (block.type === 'heading') {
      level = Math.min(block.level ?? TITLE_LEVEL + 1, level + 1);
      passages.push({ kind: 'heading', level, block });
    } else if (block.type === 'paragraph') {
      passages.push({ kind: 'paragraph', block });
    } else if (last?.kind === 'list') {
      last.blocks.push(block);
    } else {
      passages.push({ kind: 'list', blocks: [block] });
    }
  }
  return passages;
}
