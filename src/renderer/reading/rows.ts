/** Editions side by side: one row a block, whichever editions have it. */
import type { Article } from '../../shared/contract';
import type { Block, FactKey } from '../../shared/domain';

export interface BlockRow {
  id: Block['id'];
  type: Block['type'];
  level?: number;
  /** One an edition, in the editions' order; undefined where an edition lacks the block. */
  cells: (Block | undefined)[];
}

/** The first edition's order. A block that only others have follows the block it follows there. */
export function alignBlocks(editions: readonly Pick<Article, 'blocks'>[]): BlockRow[] {
  const order: Block['id'][] = [];
  for (const { blocks } of editions) {
    let after = -1;
    for (const { id } of blocks) {
      const known = order.indexOf(id);
      after = known >= 0 ? known : after + 1;
      if (known < 0) order.splice(after, 0, id);
    }
  }
  const byId = editions.map(({ blocks }) => new Map(blocks.map((block) => [block.id, block])));
  return order.flatMap((id) => {
    const cells = byId.map((blocks) => blocks.get(id));
    const sample = cells.find((block) => block !== undefined);
    return sample ? [{ id, type: sample.type, level: sample.level, cells }] : [];
  });
}

export interface FactRow {
  key: FactKey;
  cells: (Article['facts'][number] | undefined)[];
}

export function alignFacts(editions: readonly Pick<Article, 'facts'>[]): FactRow[] {
  const keys = new Set(editions.flatMap(({ facts }) => facts.map(({ key }) => key)));
  return [...keys].map((key) => ({
    key,
    cells: editions.map(({ facts }) => facts.find((fact) => fact.key === key)),
  }));
}

/** Items that follow one another are one list. */
export type Piece =
  { kind: 'block'; id: string; block: Block } | { kind: 'list'; id: string; items: Block[] };

export function piecesOf(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocks) {
    const last = pieces.at(-1);
    if (block.type !== 'item') pieces.push({ kind: 'block', id: block.id, block });
    else if (last?.kind === 'list') last.items.push(block);
    else pieces.push({ kind: 'list', id: block.id, items: [block] });
  }
  return pieces;
}

/** Block → the heading it stands under; blocks before the first heading have none. */
export function sectionOf(blocks: readonly Block[]): ReadonlyMap<string, Block> {
  const sections = new Map<string, Block>();
  let heading: Block | undefined;
  for (const block of blocks) {
    if (block.type === 'heading') heading = block;
    if (heading) sections.set(block.id, heading);
  }
  return sections;
}

/** What stands before the first heading, and what follows. */
export function leadAndRest(blocks: readonly Block[]): { lead: Block[]; rest: Block[] } {
  const first = blocks.findIndex(({ type }) => type === 'heading');
  return first < 0
    ? { lead: [...blocks], rest: [] }
    : { lead: blocks.slice(0, first), rest: blocks.slice(first) };
}
