import { describe, expect, it } from 'vitest';
import { flowOf, rowsOf } from '../../../src/renderer/print/flow';
import { unbrokenPieces } from '../../../src/renderer/print/unbroken';
import type { Block } from '../../../src/shared/domain';
import { articleIn } from './articles';

const heading = (level: number) => ({ type: 'heading', level, text: '' }) as Block;
const block = (id: string, change: Partial<Block> = {}) =>
  ({ id, type: 'paragraph', text: id, mentions: [], citations: [], ...change }) as Block;
const leftOut = (id: string) => block(id, { text: '', graphic: true });

describe('the text on paper', () => {
  it('makes one list of items that follow each other', () => {
    expect(flowOf(articleIn('en').blocks).map(({ kind }) => kind)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
      'list',
    ]);
  });

  it('skips no level of headings', () => {
    const levels = flowOf([heading(3), heading(4), heading(2), heading(4)]).map(
      (one) => one.kind === 'heading' && one.level,
    );
    expect(levels).toEqual([2, 3, 2, 3]);
  });

  it('says once that something was left out, however many paragraphs it was', () => {
    const kinds = flowOf([leftOut('a'), leftOut('b'), block('c'), leftOut('d')]).map(({ kind }) => kind);
    expect(kinds).toEqual(['left-out', 'paragraph', 'left-out']);
  });

  it('keeps what describes killings where nothing is to be left out', () => {
    expect(flowOf([block('a', { graphic: true })]).map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  it.each([
    ['jep 93–130 të vrarë', ['93–130']],
    ['убијених 28. марта 1999. у Избици', ['28. марта']],
    ['bombardimi i NATO-s', ['NATO-s']],
    ['око 12.00 часова', []],
    ['In 1999 thousands', []],
  ])('keeps together what belongs together in “%s”', (text, together) => {
    const pieces = unbrokenPieces(text);
    expect(pieces.filter(({ unbroken }) => unbroken).map((piece) => piece.text)).toEqual(together);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });
});

describe('editions beside each other', () => {
  it('have the same block in the same row', () => {
    const [en, sq] = [articleIn('en'), articleIn('sq')];
    const rows = rowsOf([en, sq]);
    expect(rows.map(({ kind }) => kind)).toEqual(['paragraph', 'heading', 'paragraph', 'item', 'item']);
    for (const [at, row] of rows.entries())
      expect('cells' in row && row.cells).toEqual([en.blocks[at], sq.blocks[at]]);
  });

  it('leave a cell empty where one has no such block', () => {
    const rows = rowsOf([{ blocks: [block('a'), block('b')] }, { blocks: [block('b')] }]);
    expect(rows.map((row) => 'cells' in row && row.cells.map((cell) => cell?.id))).toEqual([
      ['a', undefined],
      ['b', 'b'],
    ]);
  });

  it('say once in each language that something was left out', () => {
    const blocks = [leftOut('a'), leftOut('b'), block('c')];
    expect(rowsOf([{ blocks }, { blocks }]).map(({ kind }) => kind)).toEqual(['left-out', 'paragraph']);
  });

  it('skip no level of headings', () => {
    const rows = rowsOf([{ blocks: [{ ...heading(4), id: 'a' as Block['id'] }] }]);
    expect(rows.map((row) => row.kind === 'heading' && row.level)).toEqual([2]);
  });
});
