import { describe, expect, it } from 'vitest';
import { divided, dividerFor, SOFT_HYPHEN, withOnly } from '../../../src/renderer/print/hyphenate';
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
