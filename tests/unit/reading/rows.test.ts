import { describe, expect, it } from 'vitest';
import { type Block, blockSchema } from '../../../src/shared/domain';
import { alignBlocks, leadAndRest, piecesOf, sectionOf } from '../../../src/renderer/reading/rows';

function block(id: string, type: Block['type'] = 'paragraph'): Block {
  return blockSchema.parse({ id, type, text: id, mentions: [], citations: [] });
}
const edition = (...ids: string[]) => ({ blocks: ids.map((id) => block(id)) });

describe('editions side by side', () => {
  it('have a row a block, in the order of the first', () => {
    const rows = alignBlocks([edition('a', 'b', 'c'), edition('a', 'b', 'c')]);
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(rows.every(({ cells }) => cells.every((cell) => cell !== undefined))).toBe(true);
  });

  it('leave a place open where an edition lacks the block', () => {
    const [, row] = alignBlocks([edition('a', 'b'), edition('a')]);
    expect(row?.cells.map((cell) => cell?.id)).toEqual(['b', undefined]);
  });

  it('put a block that only others have after the one it follows there', () => {
    const rows = alignBlocks([edition('a', 'd'), edition('start', 'a', 'b', 'c', 'd', 'end')]);
    expect(rows.map(({ id }) => id)).toEqual(['start', 'a', 'b', 'c', 'd', 'end']);
  });

  it('keep to the first order where editions differ', () => {
    expect(alignBlocks([edition('a', 'b', 'c'), edition('c', 'a')]).map(({ id }) => id)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

describe('the parts of a text', () => {
  const blocks = [
    block('lead'),
    block('h', 'heading'),
    block('one', 'item'),
    block('two', 'item'),
    block('after'),
  ];

  it('takes items that follow one another for one list', () => {
    const pieces = piecesOf(blocks.slice(2));
    expect(pieces.map((piece) => (piece.kind === 'list' ? piece.items.length : piece.block.id))).toEqual([
      2,
      'after',
    ]);
  });

  it('begins with what stands before the first heading', () => {
    const { lead, rest } = leadAndRest(blocks);
    expect([lead.length, rest.length]).toEqual([1, 4]);
    expect(leadAndRest([block('only')]).lead).toHaveLength(1);
  });

  it('knows under which heading a block stands', () => {
    const sections = sectionOf(blocks);
    expect([sections.get('lead'), sections.get('two')?.id]).toEqual([undefined, 'h']);
  });
});
