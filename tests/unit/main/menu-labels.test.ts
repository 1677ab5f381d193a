import { describe, expect, it } from 'vitest';
import en from '../../../locales/en.json';
import { LANGS } from '../../../src/shared/lang';
import { wordsIn } from '../../../src/main/words';
import { everyItem, everyMenu, type Item, PLATFORMS, template } from './menu-bar';

const EVERYWHERE = PLATFORMS.flatMap((platform) => LANGS.map((lang) => ({ platform, lang })));

describe('the words of the menu bar', () => {
  it.each(EVERYWHERE)('are in the interface’s language: $lang on $platform', ({ platform, lang }) => {
    const items = everyItem(template({ platform, words: wordsIn(lang), recent: [], windows: [] })).filter(
      ({ type, id }) => type !== 'separator' && id !== 'app',
    );
    for (const { id, label = '' } of items) {
      const ours = label.replace(/Parale(?:lin|lit|li|l)/u, '');
      expect([id, /\p{Script=Cyrillic}/u.test(ours)]).toEqual([id, lang === 'sr-Cyrl']);
      expect([id, /\p{Script=Latin}/u.test(ours)]).toEqual([id, lang !== 'sr-Cyrl']);
    }
    if (lang === 'en') return;
    const english = new Map(everyItem(template({ platform })).map(({ id, label }) => [id, label]));
    expect(items.filter(({ id, label }) => english.get(id) === label).map(({ id }) => id)).toEqual([]);
  });

  it('are all needed somewhere', () => {
    const ids = new Set(
      PLATFORMS.flatMap((platform) => everyItem(template({ platform })).map(({ id }) => id)),
    );
    const { titles, commands, roles } = en.menu;
    const unused = Object.keys({ ...titles, ...commands, ...roles }).filter((id) => !ids.has(id));
    expect(unused).toEqual([]);
  });

  const markedIn = (label: string): string[] =>
    Array.from(label.replaceAll('&&', '').matchAll(/&(.?)/gu), ([, letter]) => (letter ?? '').toLowerCase());
  const isOurs = ({ type, visible, id = '' }: Item): boolean =>
    type !== 'separator' && visible !== false && !/^(?:recent:|recent-none|clear-recent|window:)/.test(id);

  const marking = EVERYWHERE.filter(({ platform }) => platform !== 'darwin');
  it.each(marking)(
    'mark one letter each, another within a menu: $lang on $platform',
    ({ platform, lang }) => {
      for (const menu of everyMenu(template({ platform, words: wordsIn(lang) }))) {
        const own = menu.filter(isOurs);
        const marked = own.map(({ label = '' }) => markedIn(label));
        expect(own.filter((_, i) => marked[i]?.length !== 1).map(({ label }) => label)).toEqual([]);
        const letters = menu.flatMap(({ label = '' }) => markedIn(label));
        expect(letters.filter((letter, i) => letters.indexOf(letter) !== i)).toEqual([]);
        expect(letters.filter((letter) => !/\p{L}/u.test(letter))).toEqual([]);
        // Each can be typed with every Latin keyboard: Electron opens a menu by the letters A to Z only.
        if (lang !== 'sr-Cyrl') expect(letters.filter((letter) => !/[a-z]/.test(letter))).toEqual([]);
      }
    },
  );

  it.each(LANGS)('mark none on a Mac: %s', (lang) => {
    const labels = everyItem(template({ platform: 'darwin', words: wordsIn(lang) })).map(
      ({ label = '' }) => label,
    );
    expect(labels.filter((label) => markedIn(label).length > 0)).toEqual([]);
    expect(labels).toContain('Likoshan && Qirez');
  });
});
