import { describe, expect, it } from 'vitest';
import { divided, dividerFor, SOFT_HYPHEN, withOnly } from '../../../src/renderer/print/hyphenate';
import { dividedAt } from '../../../src/renderer/print/overlong';
import type { Lang } from '../../../src/shared/lang';

const shown = async (lang: Lang, text: string, isLast = false) =>
  divided(text, await dividerFor(lang), isLast).replaceAll(SOFT_HYPHEN, '·');

describe('divided words', () => {
  it.each<[Lang, string, string]>([
    ['sq', 'ndërkombëtarizimi', 'ndër·ko·mbë·ta·ri·zi·mi'],
    ['sr-Cyrl', 'међународноправни', 'ме·ђу·на·род·но·прав·ни'],
    ['sr-Latn', 'međunarodnopravni', 'me·đu·na·rod·no·prav·ni'],
    ['en', 'paramilitaries', 'para·mil·it·ar·ies'],
  ])('are divided as %s divides them', async (lang, word, parts) => {
    expect(await shown(lang, word)).toBe(parts);
  });

  it('are none with a capital, with a hyphen or with few letters: names stay whole', async () => {
    expect(await shown('en', 'Prekaz, Xhemajli’s non-combatants, house 1999s')).not.toContain('·');
  });

  it('are never the last of a paragraph', async () => {
    expect(await shown('en', 'paramilitaries, paramilitaries. ', true)).toBe(
      'para·mil·it·ar·ies, paramilitaries. ',
    );
  });

  it('keep only the hyphens that stand at the end of a line', () => {
    const text = `pa${SOFT_HYPHEN}ra${SOFT_HYPHEN}mil`;
    expect(withOnly(text, (at) => at === 5)).toBe(`para${SOFT_HYPHEN}mil`);
  });
});

describe('words longer than their line', () => {
  it('are divided where they stand and nowhere else, names too', async () => {
    const divide = await dividerFor('sr-Cyrl');
    const text = '„југословенских“ Ослободилачка југословенских';
    const shownAt = (...places: { from: number; to: number }[]) =>
      dividedAt(text, places, divide).replaceAll(SOFT_HYPHEN, '·');
    expect(shownAt({ from: 0, to: 16 })).toBe('„ју·го·сло·вен·ских“ Ослободилачка југословенских');
    expect(shownAt({ from: 17, to: 30 })).toBe('„југословенских“ Осло·бо·ди·лач·ка југословенских');
    expect(shownAt()).toBe(text);
  });

  it('are not divided again', () => {
    const text = `југо${SOFT_HYPHEN}словенских`;
    expect(dividedAt(text, [{ from: 0, to: text.length }], (word) => word.toUpperCase())).toBe(text);
  });
});
