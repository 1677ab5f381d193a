import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesShown, textRuns } from '../../../src/renderer/print/shown-names';
import type { Block, Mention } from '../../../src/shared/domain';
import { LANGS, type Lang } from '../../../src/shared/lang';
import { partsHandout } from './parts';

const chapter = (langs: Lang[], layout: 'single' | 'parallel' = 'single') => {
  const handout = partsHandout(langs, { request: { layout } });
  return { handout, chapter: handout.chapters[0]! };
};

function shown(langs: Lang[], names: 'as-written' | 'gloss' | Lang, block = 'lead-1') {
  const { handout, chapter: first } = chapter(langs);
  const display = namesShown({ ...handout, names }, first, langs[0]!);
  const found = first.editions[0]!.blocks.find(({ id }) => id === block)!;
  return textRuns(found, display);
}

const joined = (runs: { text: string }[]): string => runs.map(({ text }) => text).join('');

describe('names on paper', () => {
  it.each(LANGS)('stand as %s writes them, unless asked otherwise', (lang) => {
    const { handout, chapter: first } = chapter([lang]);
    const display = namesShown(handout, first, lang);
    for (const block of first.editions[0]!.blocks)
      expect(textRuns(block, display)).toEqual([{ text: block.text }]);
  });

  it('stand in one language where that is asked for, and say which', () => {
    const runs = shown(['en'], 'sr-Cyrl');
    expect(joined(runs)).toContain('in the village of Избица in Косово on 28 March 1999.');
    expect(runs).toContainEqual({ text: 'Избица', lang: 'sr-Cyrl' });
  });

  it('are explained at their first mention in the chapter, and only there', () => {
    const runs = shown(['en', 'sq', 'sr-Cyrl'], 'gloss');
    expect(joined(runs)).toContain('the village of Izbica (Izbicë\u00A0· Избица) in');
    expect(runs).toContainEqual({ text: 'Izbicë', lang: 'sq' });
    expect(joined(shown(['en', 'sq', 'sr-Cyrl'], 'gloss', 'events-1'))).toBe(
      joined(shown(['en', 'sq', 'sr-Cyrl'], 'as-written', 'events-1')),
    );
  });

  it('are explained in the handout’s languages; in all there are, where it has one only', () => {
    expect(joined(shown(['en', 'sq'], 'gloss'))).toContain('Izbica (Izbicë) in');
    expect(joined(shown(['en'], 'gloss'))).toContain('Izbica (Izbicë\u00A0· Избица) in');
  });

  it('are explained once in each edition of a chapter', () => {
    const { handout, chapter: first } = chapter(['en', 'sq'], 'parallel');
    const texts = first.editions.map(({ lang, blocks }) =>
      joined(textRuns(blocks[0]!, namesShown({ ...handout, names: 'gloss' }, first, lang))),
    );
    expect(texts[0]).toContain('Izbica (Izbicë)');
    expect(texts[1]).toContain('Izbicë (Izbica)');
  });

  it('leave every other letter of any text as it is', () => {
    const { handout, chapter: first } = chapter(['en', 'sq']);
    const mentions = (words: string): fc.Arbitrary<Mention[]> =>
      fc.array(
        fc
          .tuple(
            fc.nat(words.length),
            fc.nat(words.length),
            fc.constantFrom(...first.names),
            fc.option(fc.constantFrom(...LANGS)),
          )
          .map(([start, end, { id }, lang]) => ({
            start,
            end,
            entity: id,
            text: words.slice(start, end),
            ...(lang && { lang }),
          })),
        { maxLength: 5 },
      );
    const block = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .chain((words) => mentions(words).map((marks) => ({ text: words, mentions: marks }) as Block));
    fc.assert(
      fc.property(block, fc.constantFrom('as-written' as const, 'gloss' as const), (one, names) => {
        const runs = textRuns(one, namesShown({ ...handout, names }, first, 'en'));
        expect(joined(runs)).toBe(one.text);
        expect(runs.every(({ text }) => text !== '')).toBe(true);
        expect(runs.some(({ lang }, at) => at > 0 && lang === runs[at - 1]!.lang)).toBe(false);
      }),
    );
  });
});
