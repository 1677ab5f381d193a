import { describe, expect, it } from 'vitest';
import { compileMatcher } from '../../../src/core/names/match/matcher';
import { compileSuggester } from '../../../src/core/names/match/suggest';
import { listed } from './prose';

const named = (...texts: string[]) => texts.map((text) => ({ entity: text, lang: 'sq' as const, text }));

/** Whether each is suggested for each of the others. */
function areJoined(...texts: string[]): boolean {
  const { suggest } = compileSuggester(named(...texts));
  return texts.every((asked) =>
    texts.every(
      (text) =>
        text === asked ||
        compileMatcher(named(text)).find(asked).length > 0 ||
        suggest(asked).some(({ entity }) => entity === text),
    ),
  );
}

describe('a suggestion', () => {
  it.each([
    [['Qirez', 'Çirez', 'Ćirez', 'Ћирез']],
    [['Likoshan', 'Likošane', 'Likoshanit']],
    [['Rezallë', 'Rezala', 'Rrezalla']],
    [['Çyçavica', 'Qyqavica', 'Čičavica']],
    [['Padalishtë', 'Padalište']],
    [['Muqolli', 'Mućoli']],
    [['Xhemajli', 'Džemajli']],
    [['Millosheviq', 'Milošević']],
    [['Bytyqi', 'Bitići']],
    [['Çikatovë', 'Čikatovo', 'Чикатову']],
    [['Kosovë', 'Kosova', 'Косово']],
    [['Serbi', 'Serbinë', 'Serbia']],
    [['Prizren', 'Prizrenit']],
    [['Gjakovë', 'Đakova']],
  ])('joins %j', (texts) => {
    expect(areJoined(...texts)).toBe(true);
  });

  it.each([
    ['Drenas', 'Glogovac'],
    ['Glogovac', 'Gllogoc'],
    ['Skenderaj', 'Srbica'],
    ['Likoc', 'Likovac'],
    ['Vërboc', 'Vrbovac'],
    ['Abri', 'Obrinje'],
    ['Gllanasellë', 'Gladno Selo'],
    ['Çikatovë e Vjetër', 'Staro Čikatovo'],
    ['Gjakovë', 'Đakovica'],
  ])('does not join %s and %s', (one, other) => {
    expect(compileSuggester(named(one, other)).suggest(one)).toEqual([]);
    expect(compileSuggester(named(one, other)).suggest(other)).toEqual([]);
  });

  it('says what joined the two', () => {
    const { suggest } = compileSuggester(named('Čičavicu', 'Xhemajli', 'Čikatovo'));
    expect(suggest('Qyqavica')).toEqual([
      { entity: 'Čičavicu', form: 0, reasons: ['q = ç = ć = č', 'y = i', 'ending'] },
    ]);
    expect(suggest('Џемајли')).toEqual([{ entity: 'Xhemajli', form: 1, reasons: ['xh = gj = dž = đ'] }]);
    expect(suggest('Čikatova')).toEqual([{ entity: 'Čikatovo', form: 2, reasons: ['ending'] }]);
  });

  it('leaves out what matches as it is, and puts the nearest first', () => {
    const { suggest } = compileSuggester(named('Rezallë', 'Rezala', 'Rezalës'));
    expect(suggest('REZALLE').map(({ entity }) => entity)).toEqual(['Rezala', 'Rezalës']);
    expect(suggest('Rezalle').map(({ reasons }) => reasons)).toEqual([['ll = l', 'ending'], ['ll = l', 'ending']]); // prettier-ignore
    expect(suggest('Rezali').map(({ entity }) => entity)).toEqual(['Rezala', 'Rezalës', 'Rezallë']);
  });

  it('takes a name of several words as one, whatever links them', () => {
    const { suggest } = compileSuggester(named('Çikatovë e Vjetër', 'Çikatovë'));
    expect(suggest('Qikatovës së Vjetër').map(({ entity }) => entity)).toEqual(['Çikatovë e Vjetër']);
  });

  it('is not made for what is no word', () => {
    expect(compileSuggester(named('Abri', '—')).suggest(' … ')).toEqual([]);
  });

  it('is no match', () => {
    expect(compileMatcher(named('Qirez')).find('Ćirez, Ћирез, Çirezit')).toEqual([]);
  });

  it('finds the Albanian name of the library by the Serbian spelling', () => {
    const { suggest } = compileSuggester(listed.filter(({ lang }) => lang === 'sq'));
    expect(suggest('Милошевић').map(({ entity }) => entity)).toContain('pe-milosevic');
    expect(suggest('Резали').map(({ entity }) => entity)).toContain('pl-rezalla');
  });
});
