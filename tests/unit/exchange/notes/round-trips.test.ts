import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNotes } from '../../../../src/core/exchange/notes/read';
import { writeNotes } from '../../../../src/core/exchange/notes/write';
import { ALL, anyNotes, OPTIONS } from './exported';

describe.each(['webannotation', 'annotations'] as const)('notes written as %s', (format) => {
  it('come back as they were, whatever stands in them', () => {
    fc.assert(
      fc.property(anyNotes, (notes) => {
        const { notes: read, failed } = readNotes(writeNotes(format, notes, OPTIONS).bytes);
        expect(failed).toEqual([]);
        expect(read).toEqual(
          notes.map(({ id, target, text, colour, tags, created, modified, by, revision }, at) => ({
            entry: at + 1,
            id,
            foreignId: null,
            target,
            text: text.trim() === '' ? '' : text,
            colour,
            tags,
            created,
            modified,
            by,
            revision,
          })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('are the same bytes each time, so that two files can be compared', () => {
    expect(writeNotes(format, ALL, OPTIONS)).toEqual(writeNotes(format, ALL, OPTIONS));
  });

  it('keep which script a quote was read in, beside the words of the written edition', () => {
    const { notes } = readNotes(writeNotes(format, ALL, OPTIONS).bytes);
    expect(
      notes.map(({ target }) => 'lang' in target && [target.lang, 'exact' in target && target.exact]),
    ).toEqual([
      ['sq', 'të paktën 93 shqiptarë të Kosovës'],
      ['sr-Latn', 'најмање 93 косовска Албанца'],
      ['sr-Cyrl', 'најмање 93 косовска Албанца'],
      ['en', 'at least 93 Kosovar Albanians'],
      false,
    ]);
  });
});
