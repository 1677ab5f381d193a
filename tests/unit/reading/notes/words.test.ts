import { describe, expect, it } from 'vitest';
import { firstWords, soughtIn } from '../../../../src/renderer/reading/notes/words';

const TEXT = 'Из Избице су бежали у Ћирез. Ћирез је заузет, а Ћирезани су отишли.';
const found = (typed: string): string | undefined => {
  const sought = soughtIn(TEXT, typed);
  return sought?.state === 'found' ? TEXT.slice(sought.start, sought.end) : sought?.state;
};

describe('words that are typed to note them', () => {
  it('are found in any script and without marks', () => {
    expect(found('bezali u cirez')).toBe('бежали у Ћирез');
  });
  it('are told where they stand nowhere, or in several places', () => {
    expect(found('Дреница')).toBe('none');
    expect(found('ćirez')).toBe('several');
  });
  it('are decided by the letters where the folding finds several', () => {
    expect(found('Из')).toBe('several');
    expect(found('из избице')).toBe('Из Избице');
    expect(found('ћирез је')).toBe('Ћирез је');
  });
  it('are all of the paragraph where nothing is typed', () => {
    expect(soughtIn(TEXT, '  ')).toBeUndefined();
  });
});

describe('the first words of a paragraph', () => {
  it('are all of a short one', () => {
    expect(firstWords('A short one.')).toBe('A short one.');
  });
  it('are whole words without a sign at their end', () => {
    expect(firstWords('Izbica was regarded during the Kosovo War, as a place')).toBe(
      'Izbica was regarded during the Kosovo War, as a…',
    );
    expect(firstWords('After the war, the International Criminal Court, and')).toBe(
      'After the war, the International Criminal Court…',
    );
  });
});
