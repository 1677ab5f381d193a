import { describe, expect, it } from 'vitest';
import { compileMatcher } from '../../../src/core/names/match/matcher';
import { looseKey, wordsOf } from '../../../src/core/names/match/loose';
import { type Listed, suggestNames } from '../../../src/core/names/match/suggest';
import { listed } from './prose';

function suggester<T extends Listed>(names: readonly T[]) {
  const byKey = Map.groupBy(names, ({ text }) => looseKey(wordsOf(text)));
  return (text: string) => suggestNames(text, (key) => byKey.get(key) ?? []);
}

const named = (...texts: string[]) => texts.map((text) => ({ entity: text, lang: 'sq' as const, text }));

/** Whether each is suggested for each of the others. */
function areJoined(...texts: string[]): boolean {
  const suggest = suggester(named(...texts));
  return texts.every((asked) =>
    texts.every(
      (text) =>
        text === asked ||
        compileMatcher(named(text)).find(asked).length > 0 ||
        suggest(asked).some(({ name }) => name.text === text),
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
    [['Vërboc', 'Vrboc', 'Vrbocit']],
    [['Tërstenik', 'Trstenik', 'Трстенику']],
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
    expect(suggester(named(one, other))(one)).toEqual([]);
    expect(suggester(named(one, other))(other)).toEqual([]);
  });

  it('says what joined the two', () => {
    const suggest = suggester(named('Čičavicu', 'Xhemajli', 'Čikatovo'));
    const told = (text: string) => suggest(text).map(({ name, reasons }) => [name.text, ...reasons]);
    expect(told('Qyqavica')).toEqual([['Čičavicu', 'q = ç = ć = č', 'y = i', 'ending']]);
    expect(told('Џемајли')).toEqual([['Xhemajli', 'xh = gj = dž = đ']]);
    expect(told('Čikatova')).toEqual([['Čikatovo', 'ending']]);
  });

  it('leaves out what matches as it is, and puts the nearest first', () => {
    const suggest = suggester(named('Rezallë', 'Rezala', 'Rezalës'));
    expect(suggest('REZALLE').map(({ name }) => name.entity)).toEqual(['Rezala', 'Rezalës']);
    expect(suggest('Rezalle').map(({ reasons }) => reasons)).toEqual([['ll = l', 'ending'], ['ll = l', 'ending']]); // prettier-ignore
    expect(suggest('Rezali').map(({ name }) => name.entity)).toEqual(['Rezala', 'Rezalës', 'Rezallë']);
  });

  it('names an entity once, by the nearest of its forms', () => {
    const forms = ['Rezala', 'Rezallë', 'Rezallës'].map((text) => ({ entity: 'pl-rezalla', text }));
    expect(suggester(forms)('Rezali').map(({ name }) => name.text)).toEqual(['Rezala']);
  });

  it('prefers the script that was asked in', () => {
    const forms = ['Глоговац', 'Glogovac'].map((text) => ({ entity: 'pl-drenas', text }));
    expect(suggester(forms)('gllogovac').map(({ name }) => name.text)).toEqual(['Glogovac']);
    expect(
      suggester(forms.toReversed())('Глоговца'.replace('овца', 'оваца')).map(({ name }) => name.text),
    ).toEqual(['Глоговац']);
  });

  it('takes a name of several words as one, whatever links them', () => {
    const suggest = suggester(named('Çikatovë e Vjetër', 'Çikatovë'));
    expect(suggest('Qikatovës së Vjetër').map(({ name }) => name.entity)).toEqual(['Çikatovë e Vjetër']);
  });

  it('is not made for what is no word', () => {
    expect(suggester(named('Abri', '—'))(' … ')).toEqual([]);
  });

  it('is no match', () => {
    expect(compileMatcher(named('Qirez')).find('Ćirez, Ћирез, Çirezit')).toEqual([]);
  });

  it('finds the Albanian name of the library by the Serbian spelling', () => {
    const suggest = suggester(listed.filter(({ lang }) => lang === 'sq'));
    expect(suggest('Милошевић').map(({ name }) => name.entity)).toContain('pe-milosevic');
    expect(suggest('Резали').map(({ name }) => name.entity)).toContain('pl-rezalla');
  });
});
