/** A chapter's blocks as they stand on paper: of one edition, or of several beside each other. */
import type { Article } from '../../shared/contract';
import type { Block } from '../../shared/domain';
import { alignBlocks, type BlockRow } from '../reading/rows';

export type Passage =
  | { kind: 'heading'; level: number; block: Block }
  | { kind: 'paragraph'; block: Block }
  | { kind: 'list'; blocks: Block[] }
  /** One or several in a row. */
  | { kind: 'left-out' };

/** One an edition; undefined where an edition lacks the block. */
export type Row =
  | { kind: 'heading'; id: string; level: number; cells: (Block | undefined)[] }
  | { kind: 'paragraph' | 'item'; cells: (Block | undefined)[] }
  | { kind: 'left-out' };

/** The title is the first level. */
const TITLE_LEVEL = 1;

/** No heading skips a level: PDF/UA-1, 7.4.2, asks for that. */
function levels(): (wanted: number | undefined) => number {
  let level = TITLE_LEVEL;
  return (wanted = TITLE_LEVEL + 1) => (level = Math.min(wanted, level + 1));
}

/** Items that follow each other make one list. */
export function flowOf(blocks: readonly Block[]): Passage[] {
  const passages: Passage[] = [];
  const levelOf = levels();
  for (const block of blocks) {
    const last = passages.at(-1);
    if (isLeftOut(block)) {
      if (last?.kind !== 'left-out') passages.push({ kind: 'left-out' });
    } else if (block.type === 'heading') {
      passages.push({ kind: 'heading', level: levelOf(block.level), block });
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

export function rowsOf(editions: readonly Pick<Article, 'blocks'>[]): Row[] {
  const rows: Row[] = [];
  const levelOf = levels();
  for (const { id, type, level, cells } of alignBlocks(editions)) {
    if (isRowLeftOut(cells)) {
      if (rows.at(-1)?.kind !== 'left-out') rows.push({ kind: 'left-out' });
    } else if (type === 'heading') {
      rows.push({ kind: 'heading', id, level: levelOf(level), cells });
    } else {
      rows.push({ kind: type, cells });
    }
  }
  return rows;
}

function isLeftOut({ graphic, text }: Block): boolean {
  return graphic === true && text === '';
}

function isRowLeftOut(cells: BlockRow['cells']): boolean {
  return cells.every((block) => block === undefined || isLeftOut(block));
}
