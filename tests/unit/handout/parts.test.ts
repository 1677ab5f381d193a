import { describe, expect, it } from 'vitest';
import { learn } from '../../../src/renderer/i18n';
import { articleAnchor, byArticle } from '../../../src/renderer/print/parts/articles';
import {
  citationText,
  linesCited,
  sourceListFor,
  sourceRows,
} from '../../../src/renderer/print/parts/citations';
import { coverRoom } from '../../../src/renderer/print/parts/cover';
import { figureRows, withoutSharedPlace } from '../../../src/renderer/print/parts/figureRows';
import { glossaryEntries } from '../../../src/renderer/print/parts/glossary';
import { langColumns } from '../../../src/renderer/print/parts/languages';
import {
  factRows,
  figureGroups,
  nameRows,
  saidOnce,
  seeAlsoOf,
} from '../../../src/renderer/print/parts/merge';
import { notesInOrder } from '../../../src/renderer/print/parts/notes';
import { questionNumbers, questionsOf } from '../../../src/renderer/print/parts/questions';
import { statusesOf } from '../../../src/renderer/print/parts/statuses';
import { paperOf } from '../../../src/renderer/print/paper';
import type { Chapter } from '../../../src/shared/contract';
import { LANGS, type Lang } from '../../../src/shared/lang';
import { NOTES, partsHandout } from './parts';

await Promise.all(LANGS.map(learn));

const parallel = partsHandout(['sq', 'sr-Cyrl'], { request: { layout: 'parallel' } });
const single = partsHandout(['en', 'sq']);

describe('the names of several chapters', () => {
  it('are one row an entity, in the order of first mention, with every form once', () => {
    const [izbica, poklek] = partsHandout(['en']).chapters;
    const later = {
      ...poklek!,
      names: [
        { ...poklek!.names[0]!, id: 'pl-poklek' as never, inText: ['Poklek'] },
        { ...poklek!.names[2]!, inText: ['Izbica', 'Izbicë'] },
      ],
    };
    const rows = nameRows([izbica!, later]);
    expect(rows.map(({ id }) => id)).toEqual([...izbica!.names.map(({ id }) => id), 'pl-poklek']);
    const row = rows.find(({ id }) => id === izbica!.names[2]!.id)!;
    expect(row.inText.map(({ text }) => text)).toEqual([...izbica!.names[2]!.inText, 'Izbicë']);
  });

  it('say in which language a form stands in the text', () => {
    const [chapter] = parallel.chapters;
    const cyrillic = { ...chapter!.names[0]!, inText: ['Masakra e Izbicës', 'Масакр у Избици'] };
    expect(nameRows([{ ...chapter!, names: [cyrillic] }])[0]!.inText).toEqual([
      { text: 'Masakra e Izbicës', lang: 'sq' },
      { text: 'Масакр у Избици', lang: 'sr-Cyrl' },
    ]);
  });

  it('have the handout’s languages first, and then the others', () => {
    expect(langColumns({ langs: ['sr-Cyrl', 'sq'] })).toEqual(['sr-Cyrl', 'sq', 'en', 'sr-Latn']);
  });
});

describe('editions beside each other', () => {
  const [chapter] = parallel.chapters;

  it('have their facts in one row, also where one lacks it', () => {
    const [first, second] = chapter!.editions;
    const rows = factRows([{ ...first!, facts: first!.facts.slice(1) }, second!]);
    expect(rows.map(({ key, facts }) => [key, facts.map((fact) => fact?.value)])).toEqual([
      ['fatalities', ['93–130', '93–130']],
      ['location', [undefined, 'Избица, Косово']],
    ]);
    expect(rows[1]!.citations).toEqual(second!.facts[0]!.citations);
  });

  it('have a figure once, with what each says of it', () => {
    const groups = figureGroups(chapter!.editions);
    expect(groups.map(({ id, depth }) => [id, depth])).toEqual([
      ['izbica-killed', 0],
      ['izbica-men', 1],
    ]);
    expect(groups[0]!.said.map(({ lang, figure }) => [lang, figure.what])).toEqual([
      ['sq', 'të vrarë'],
      ['sr-Cyrl', 'убијени'],
    ]);
  });

  it('say once what all of them write alike', () => {
    const said = (...texts: string[]) => texts.map((text, at) => ({ lang: LANGS[at]!, text }));
    expect(saidOnce(said('93–130', '93–130', '93–130'))).toEqual(said('93–130'));
    expect(saidOnce(said('142', '142', 'најмање 142'))).toHaveLength(3);
    expect(saidOnce([])).toEqual([]);
  });

  it('leave a place that all figures have to the table', () => {
    const { figures } = chapter!.editions[0]!;
    const scopes = (...all: string[]) =>
      withoutSharedPlace(all.map((scope) => ({ ...figures[0]!, scope }))).map(({ scope }) => scope);
    expect(scopes('Избица, 28. марта 1999.', 'Избица, 27. марта')).toEqual(['28. марта 1999.', '27. марта']);
    const kept = [['Izbica, 28 March', 'Poklek, 17 April'], ['Izbica, 28 March', 'during March'], ['Izbica, 28 March']]; // prettier-ignore
    for (const some of kept) expect(scopes(...some)).toEqual(some);
    expect(scopes('people from the village', 'people from the village')[0]).toBe('people from the village');
  });

  it('keep figures that are said to be part of each other', () => {
    const { figures } = chapter!.editions[0]!;
    const circular = figures.map((figure, at) => ({ ...figure, partOf: figures[1 - at]!.id }));
    expect(figureRows(circular)).toHaveLength(2);
  });
});

describe('the numbers of questions', () => {
  const numbersOf = (chapters: readonly Chapter[], numbers: ReadonlyMap<string, number>) =>
    byArticle(chapters).map((article) =>
      questionsOf(article.chapters, numbers).map(({ id, number }) => [number, id]),
    );

  it('run through the handout, and are the same in every edition and in the answers', () => {
    const numbers = questionNumbers(single);
    expect(numbersOf(single.chapters, numbers)).toEqual([
      [
        [1, 'what-counted'],
        [2, 'two-names'],
      ],
      [
        [3, 'what-counted'],
        [4, 'two-names'],
        [5, 'own-1'],
      ],
    ]);
    for (const chapter of single.chapters)
      expect(questionsOf([chapter], numbers)[0]!.number).toBe(chapter.article === 'izbica-massacre' ? 1 : 3);
  });

  it('are there where only the answers are printed', () => {
    const answers = partsHandout(['en'], { request: { parts: [{ part: 'text' }, { part: 'answers' }] } });
    expect([...questionNumbers(answers).values()]).toEqual([1, 2, 3, 4, 5]);
  });

  it('are of one question in all its languages', () => {
    const [question] = questionsOf(single.chapters.slice(0, 2), questionNumbers(single));
    expect(question!.texts.map(({ lang }) => lang)).toEqual(['en', 'sq']);
  });

  it('count a question of the reader’s own, in the languages that it has', () => {
    const [, poklek] = parallel.chapters;
    const own = questionsOf([poklek!], questionNumbers(parallel)).at(-1)!;
    expect(own.texts.map(({ lang, question }) => [lang, question])).toEqual([
      ['sq', 'Çfarë do ta pyesje një dëshmitar?'],
    ]);
    expect([own.number, own.lines]).toEqual([5, 3]);
  });
});

describe('the glossary', () => {
  const [chapter] = single.chapters;
  const named = (texts: string[], lang: Lang) =>
    texts.map((text, at) => ({
      ...chapter!.glossary[0]!,
      id: `pl-${at}` as never,
      preferred: { [lang]: { text, certainty: 'verified' as const } },
    }));
  const terms = (texts: string[], langs: [Lang, ...Lang[]]) =>
    glossaryEntries([{ glossary: named(texts, langs[0]) }], langs).map(({ term }) => term.text);

  it('is in the order of the language’s alphabet', () => {
    expect(terms(['Drenas', 'Çirez', 'Dheu', 'Cerevajkë', 'Llausha', 'Likoshan'], ['sq'])).toEqual([
      'Cerevajkë', 'Çirez', 'Drenas', 'Dheu', 'Likoshan', 'Llausha',
    ]); // prettier-ignore
    expect(terms(['Ћирез', 'Србица', 'Дреница', 'Џемајљи', 'Ђаковица'], ['sr-Cyrl'])).toEqual([
      'Дреница', 'Ђаковица', 'Србица', 'Ћирез', 'Џемајљи',
    ]); // prettier-ignore
  });

  it('has an entity once, under its name in the language, or else in the next', () => {
    const entries = glossaryEntries(single.chapters, ['sq', 'sr-Cyrl', 'en', 'sr-Latn']);
    expect(entries.map(({ term }) => [term.lang, term.text])).toEqual([
      ['sq', 'Izbicë'],
      ['sq', 'Masakra e Izbicës'],
      ['sr-Cyrl', 'Садик Џемајљи'],
    ]);
    expect(entries[1]!.term.certainty).toBe('verified');
  });

  it('has abbreviations and the names in other languages with their language, and no misspelling', () => {
    const entries = glossaryEntries(single.chapters, ['sr-Cyrl', 'sq', 'en', 'sr-Latn']);
    const person = entries.find(({ id }) => id === 'pe-xhemajli')!;
    expect(person.others.map(({ lang, names }) => [lang, names.map(({ text }) => text)])).toEqual([
      ['en', ['Sadik Xhemajli', 'S. Xh.']],
    ]);
  });
});

describe('the sources on paper', () => {
  const [izbica, , poklek] = single.chapters;

  it('are numbered as the list numbers them, also where one list is for all', () => {
    const citations = [{ source: izbica!.editions[0]!.sources[0]!.id, lines: '8-9, 12' }];
    expect(citationText(citations, sourceListFor(izbica!, single))).toBe('1: 8–9, 12');
    expect(citationText(citations, sourceListFor(poklek!, single))).toBe('2: 8–9, 12');
    const once = partsHandout(['en', 'sq'], {
      request: { parts: [{ part: 'text' }, { part: 'sources', scope: 'once' }] },
    });
    for (const chapter of once.chapters)
      expect(citationText(citations, sourceListFor(chapter, once))).toBe('1: 8–9, 12');
  });

  it('are called by their titles where there is no list', () => {
    const without = partsHandout(['en'], { request: { parts: [{ part: 'text' }, { part: 'facts' }] } });
    const [chapter] = without.chapters;
    const citations = chapter!.editions[0]!.facts[1]!.citations;
    expect(citationText(citations, sourceListFor(chapter!, without))).toBe('Izbica massacre: 12');
  });

  it('say each cited line once', () => {
    const [edition] = izbica!.editions;
    const [source] = edition!.sources;
    const blocks = [
      { ...edition!.blocks[0]!, citations: [{ source: source!.id, lines: '10-14, 40,13-20' }] },
    ];
    expect(linesCited(source!.id, [{ editions: [{ ...edition!, blocks }] }])).toBe('8–20, 40');
    expect(linesCited('doc-other' as never, [izbica!])).toBe('');
  });

  it('say which article cites them', () => {
    const rows = sourceRows([izbica!, poklek!]);
    expect(rows.map(({ source, articles }) => [source.id, articles.map(({ lines }) => lines)])).toEqual([
      ['doc-izbica', ['8–9, 12', '8–9, 12']],
      ['doc-poklek', ['']],
    ]);
  });

  it('name what else there is to read once', () => {
    const titles = seeAlsoOf(single.chapters, 'sq').map(({ title }) => title);
    expect(titles).toEqual(['Masakrat në Drenicë', 'Masakra e Izbicës']);
  });

  it('lead to an article that is in the handout', () => {
    expect(articleAnchor('poklek-massacre', single)).toBe('poklek-massacre_en');
    expect(articleAnchor('likoshan', single)).toBeUndefined();
  });
});

describe('notes on paper', () => {
  it('are in the order of the text, once each', () => {
    const { chapters } = single;
    const shuffled = chapters.map((chapter) => ({ ...chapter, notes: [...NOTES].reverse() }));
    expect(notesInOrder(shuffled).map(({ id }) => id)).toEqual(NOTES.map(({ id }) => id));
  });
});

describe('the state of the texts', () => {
  it('is said once a language, and of which articles where they differ', () => {
    expect(statusesOf(single.chapters, ['sq', 'en', 'sr-Cyrl'], 'en')).toEqual(
      ['sq', 'en'].map((lang) => ({
        lang,
        groups: [
          { state: 'draft', details: '', titles: ['Izbica massacre'] },
          { state: 'reviewed', details: 'Ana, 28 March 2026', titles: [] },
        ],
      })),
    );
    expect(statusesOf(single.chapters.slice(0, 1), ['en'], 'en')[0]!.groups).toEqual([
      { state: 'draft', details: '', titles: [] },
    ]);
  });
});

describe('the cover', () => {
  const foot = ['English', 'Drenica · CC BY-SA 4.0', 'Made with Paralel.'];
  const room = (articles: number, title = 'Izbica massacre', paper: 'A4' | 'A5' = 'A4', size = 10.5) =>
    coverRoom(paperOf({ landscape: false }, { ...single.page, paper, size }, false), size, {
      title,
      subtitle: '',
      titles: Array.from({ length: articles }, () => ['Izbica massacre', 'Masakra e Izbicës']),
      foot,
    });

  it('lists all articles as long as there is room, and never says that one more is left', () => {
    expect(room(5).listed).toBe(5);
    const listed = Array.from({ length: 60 }, (_, at) => [at + 1, room(at + 1).listed] as const);
    expect(listed.every(([all, shown]) => shown === all || all - shown >= 2)).toBe(true);
    expect(room(500).listed).toBeGreaterThan(5);
    expect(room(500).listed).toBe(room(400).listed);
  });

  it('sets a long title smaller, and fewer articles where the page is small', () => {
    expect(room(500, 'x'.repeat(300)).titleSize).toBeLessThan(room(500).titleSize);
    expect(room(500, 'Izbica massacre', 'A5', 24).listed).toBeLessThan(room(500).listed);
  });
});
