import { describe, expect, it } from 'vitest';
import { nextToMount } from '../../../../src/renderer/reading/notes/next-to-mount';

const blocks = new Map([
  ['a', 2],
  ['b', 2],
  ['c', 2],
  ['d', 30],
  ['e', 2],
]);

describe('the notes that are shown first', () => {
  it('are those at the reader and below, as many as a moment allows', () => {
    expect(nextToMount(blocks, new Set(), 'b', 4)).toEqual(['b', 'c']);
  });
  it('are one block’s at least, however many it has', () => {
    expect(nextToMount(blocks, new Set(['b', 'c']), 'b', 4)).toEqual(['d']);
  });
  it('are those above, the nearest first, when there are none below', () => {
    expect(nextToMount(blocks, new Set(['c', 'd', 'e']), 'c', 4)).toEqual(['b', 'a']);
  });
  it('are from the beginning where the reader is nowhere among them', () => {
    expect(nextToMount(blocks, new Set(), 'z', 2)).toEqual(['a']);
    expect(nextToMount(blocks, new Set(blocks.keys()), 'a', 2)).toEqual([]);
  });
});
