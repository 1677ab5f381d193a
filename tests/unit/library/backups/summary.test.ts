import { describe, expect, it } from 'vitest';
import { sentencesAfter, sentencesBefore, sizeOf } from '../../../../src/renderer/components/backups/summary';

const restored = (notes: object, more: object = {}) => ({
  at: '2026-11-22T10:00:00Z',
  notes: { added: 0, updated: 0, unchanged: 0, newer: 0, conflicts: 0, ...notes },
  edits: { added: 0, unchanged: 0 },
  settings: 0,
  before: null,
  ...more,
});

describe('what a restoration does is told', () => {
  it('with what changes first, and only what there is', () => {
    expect(sentencesBefore(restored({ added: 2, unchanged: 7, conflicts: 1 }, { settings: 3 }))).toEqual([
      { key: 'added', n: 2 },
      { key: 'conflicts', n: 1 },
      { key: 'settings', n: 3 },
      { key: 'unchanged', n: 7 },
    ]);
  });

  it('as nothing, where it does nothing', () => {
    expect(sentencesBefore(restored({ unchanged: 7 })).map(({ key }) => key)).toEqual([
      'nothing',
      'unchanged',
    ]);
    expect(sentencesAfter(restored({ unchanged: 7 })).map(({ key }) => key)).toEqual(['nothing']);
  });
});

it.each([
  [1, 'kilobytes', 1],
  [77_824, 'kilobytes', 76],
  [5_000_000, 'megabytes', 4.8],
])('a size of %i bytes is told in %s: %d', (bytes, unit, n) => expect(sizeOf(bytes)).toEqual({ unit, n }));
