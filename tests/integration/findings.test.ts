import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Comparison, Finding, Input } from '../../src/shared/contract';
import type { ArticleId, EntityId, KeptEntity } from '../../src/shared/domain';
import { LANGS, type Lang } from '../../src/shared/lang';
import { openTestLibrary, type TestLibrary } from '../support/library';

const DRENICA = 'drenica-massacres' as ArticleId;
const IZBICA = 'izbica-massacre' as ArticleId;
const POKLEK = 'poklek-massacre' as ArticleId;

let library: TestLibrary;
beforeAll(() => {
  library = openTestLibrary();
});
afterAll(() => library.remove());

const find = (input: Input<'names.findings'> = {}) => library.call('names.findings', input);
const told = (findings: readonly Finding[]) =>
  findings.map(
    ({ code, at, instead }) => `${code} ${at?.lang} ${at?.block}: ${at?.text} → ${instead.join(', ')}`,
  );

/** As a page gets it to be edited. */
async function entityOf(id: string): Promise<KeptEntity> {
  const { type, names, ...rest } = await library.call('names.get', { id: id as EntityId });
  const { within, note, point } = rest;
  return {
    id: rest.id,
    type,
    ...(within && { within }),
    ...(note && { note }),
    ...(point && { point }),
    names: names.map(({ source: _, edit: __, ...name }) => name),
  };
}

describe('the consistency report of the first library', () => {
  it('has what a person would look at, and nothing else', async () => {
    expect(told(await find())).toEqual([
      'two-names en fact-fatalities: Ćirez → Qirez',
      'not-definite en events-1999-3: Padalishtë → Padalishta',
      'two-names en events-1999-5: Glogovac → Drenas',
      'two-names en events-1999-5: Glogovac → Drenas',
      'two-names en events-1999-5: Čikatovo → Çikatovë e Vjetër',
      'two-names en aftermath-2: Glogovac → Drenas',
      'two-names en aftermath-3: Čikatovo → Çikatovë e Vjetër',
      'two-names en open-31-march: Glogovac → Drenas',
      'two-names en open-dates: Čikatovo → Çikatovë e Vjetër',
    ]);
  });

  it('is of one article or one edition where that is asked for', async () => {
    expect(await find({ article: IZBICA })).toEqual([]);
    expect(await find({ lang: 'sq' })).toEqual([]);
    expect(await find({ article: DRENICA, lang: 'en' })).toEqual(await find());
    await expect(find({ article: 'nowhere' as ArticleId })).rejects.toMatchObject({
      code: 'article.unknown',
    });
  });

  it('leads to the place: what it names stands there, in its context', async () => {
    for (const { at } of await find()) {
      const { blocks, facts } = await library.call('articles.get', { id: at!.article, lang: at!.lang });
      const texts = [
        ...blocks.map(({ id, text }): [string, string] => [id, text]),
        ...facts.map(({ key, value }): [string, string] => [`fact-${key}`, value]),
      ];
      const text = new Map(texts).get(at!.block) ?? '';
      expect(text.slice(at!.start, at!.end)).toBe(at!.text);
      expect(text.slice(at!.start - at!.before.length, at!.end + at!.after.length)).toBe(
        at!.before + at!.text + at!.after,
      );
      expect(at!.before.length).toBeLessThanOrEqual(60);
    }
  });
});

describe('what a reader changes in names', () => {
  let edits = 0;
  const undoAll = async () => {
    for (; edits > 0; edits -= 1) await library.call('names.undo', {});
  };
  beforeEach(undoAll);
  const change = async (id: string, edit: (names: KeptEntity['names']) => KeptEntity['names']) => {
    const before = await entityOf(id);
    await library.call('names.put', { before, after: { ...before, names: edit(before.names) } });
    edits += 1;
  };

  it('is in the next report: a form that becomes a misspelling, in the script that is asked for', async () => {
    await change('pl-likoshan', (names) =>
      names.map((name) => (name.text === 'Ликошану' ? { ...name, kind: 'misspelling' } : name)),
    );
    const cyrillic = (await find({ article: DRENICA, lang: 'sr-Cyrl' })).filter(
      ({ code }) => code === 'misspelling',
    );
    const latin = (await find({ article: DRENICA, lang: 'sr-Latn' })).filter(
      ({ code }) => code === 'misspelling',
    );
    expect(cyrillic.map(({ at }) => at!.text)).toEqual(Array(4).fill('Ликошану'));
    expect(latin.map(({ at }) => at!.text)).toEqual(Array(4).fill('Likošanu'));
    expect(latin.map(({ at }) => at!.block)).toEqual(cyrillic.map(({ at }) => at!.block));
    expect(cyrillic[0]?.instead).toEqual(['Ликошане']);
    expect(latin[0]).toMatchObject({ name: 'Likošane', instead: ['Likošane'] });
    for (const { at } of latin) {
      const { blocks } = await library.call('articles.get', { id: DRENICA, lang: 'sr-Latn' });
      expect(blocks.find(({ id }) => id === at!.block)?.text.slice(at!.start, at!.end)).toBe(at!.text);
    }
    // Where nothing is asked for, Serbian is told once, in Cyrillic.
    const all = (await find()).filter(({ code }) => code === 'misspelling');
    expect(new Set(all.map(({ at }) => at!.lang))).toEqual(new Set(['sr-Cyrl']));
    await undoAll();
    expect((await find()).some(({ code }) => code === 'misspelling')).toBe(false);
  });

  it('may leave a thing without a name in a language, which is told once for each', async () => {
    await change('pl-verboc', (names) => names.filter(({ lang }) => lang !== 'sq'));
    const missing = (await find()).filter(({ code }) => code === 'missing-language');
    expect(missing).toEqual([
      { code: 'missing-language', entity: 'pl-verboc', name: 'Vrbovac', instead: [], langs: ['sq'] },
    ]);
    expect((await find({ lang: 'en' })).some(({ code }) => code === 'missing-language')).toBe(false);
    expect((await find({ article: POKLEK })).some(({ code }) => code === 'missing-language')).toBe(false);
  });

  it('may put a mention where the list has no such form', async () => {
    const { blocks } = await library.call('articles.get', { id: IZBICA, lang: 'sq' });
    const block = blocks.find(({ text }) => text.includes('civilë'))!;
    const start = block.text.indexOf('civilë');
    const at = {
      article: IZBICA,
      lang: 'sq',
      block: block.id,
      start,
      end: start + 6,
      text: 'civilë',
    } as const;
    await library.call('names.mention', { ...at, entity: 'pl-izbica' as EntityId });
    edits += 1;
    expect(told(await find({ article: IZBICA }))).toEqual([
      `unlisted-form sq ${block.id}: civilë → Izbicë, Izbica`,
    ]);
  });
});

describe('a comparison', () => {
  const compare = (...sides: [ArticleId, Lang][]): Promise<Comparison> =>
    library.call('names.compare', { sides: sides.map(([article, lang]) => ({ article, lang })) });
  const row = ({ rows }: Comparison, id: string) => rows.find((one) => one.id === id);

  it('of two articles sets the names they share before those of one only', async () => {
    const comparison = await compare([DRENICA, 'en'], [POKLEK, 'en']);
    expect(comparison.sides.map(({ title }) => title)).toEqual(['Drenica massacres', 'Poklek massacre']);
    expect(row(comparison, 'pl-drenas')?.forms).toEqual([
      [
        { text: 'Drenas', count: 5, block: 'events-1998-6' },
        { text: 'Glogovac', count: 5, block: 'events-1999-5' },
      ],
      [{ text: 'Drenas', count: 3, block: 'fact-location' }],
    ]);
    expect(row(comparison, 'pe-osmani')?.forms[0]).toEqual([]);
    const shared = comparison.rows.map(({ forms }) => forms.every(({ length }) => length > 0));
    expect(shared).toEqual(shared.toSorted((a, b) => Number(b) - Number(a)));
    expect(shared.filter(Boolean).length).toBeGreaterThan(5);
  });

  it('of three editions of one article shares every name, in the forms of each', async () => {
    const comparison = await compare([IZBICA, 'sq'], [IZBICA, 'sr-Cyrl'], [IZBICA, 'sr-Latn']);
    expect(row(comparison, 'pe-xhemajli')?.forms.map((forms) => forms.map(({ text }) => text))).toEqual([
      ['Sadik Xhemajli', 'Sadik Xhemajlit'],
      ['Садик Џемајљи', 'Садика Џемајљија'],
      ['Sadik Džemajlji', 'Sadika Džemajljija'],
    ]);
    for (const { forms } of comparison.rows)
      expect(forms.map((own) => own.length > 0)).toEqual([true, true, true]);
    const [, cyrillic, latin] = comparison.sides;
    expect(latin?.mentions).toBe(cyrillic?.mentions);
  });

  it.each(LANGS)('counts every mention of an edition, in %s', async (lang) => {
    const { sides, rows } = await compare([DRENICA, lang], [POKLEK, lang]);
    for (const [at, { mentions }] of sides.entries()) {
      const counted = rows.flatMap(({ forms }) => forms[at] ?? []).reduce((sum, { count }) => sum + count, 0);
      expect(counted).toBe(mentions);
    }
  });

  it('of what is not there is refused with a sentence', async () => {
    await expect(compare([DRENICA, 'en'], ['nowhere' as ArticleId, 'en'])).rejects.toMatchObject({
      code: 'article.unknown',
    });
  });
});
