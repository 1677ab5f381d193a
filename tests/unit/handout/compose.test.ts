import { describe, expect, it } from 'vitest';
import { composeHandout, type Ingredient } from '../../../src/core/handout/compose';
import { type Article, type Handout, handoutRequestSchema, noteSchema } from '../../../src/shared/contract';
import type { PARTS } from '../../../src/shared/handout-parts';
import { articleIn, ATLAS, type Choices, DETAILS, handoutIn, ingredientIn, LIBRARY, NOTE } from './articles';

/** A second article: the first one under another name. */
function another(id: string, langs: Parameters<typeof ingredientIn>[0]): Ingredient {
  const one = ingredientIn(langs);
  return { ...one, id: id as Article['id'], editions: one.editions.map((edition) => ({ ...edition, id: id as Article['id'] })) }; // prettier-ignore
}

const inTextOf = (article: Article): Record<string, string[]> =>
  Object.fromEntries(
    handoutIn([article.lang], {}, [
      ingredientIn([article.lang], { editions: [article] }),
    ]).chapters[0]!.names.map(({ id, inText }) => [id, inText]),
  );

const kindsOf = ({ sheets }: Handout) => sheets.map(({ parts }) => parts.map(({ part }) => part));

describe('a handout', () => {
  it('has a chapter an article and language, in the order asked for', () => {
    const { chapters, lang } = handoutIn(['sq', 'sr-Latn', 'en']);
    expect(chapters.map((chapter) => [chapter.id, chapter.lang, chapter.editions[0]!.title])).toEqual([
      ['izbica-massacre_sq', 'sq', 'Masakra e Izbicës'],
      ['izbica-massacre_sr-Latn', 'sr-Latn', 'Masakr u Izbici'],
      ['izbica-massacre_en', 'en', 'Izbica massacre'],
    ]);
    expect(lang).toBe('sq');
  });

  it('has one chapter with all editions where they are to stand beside each other', () => {
    const { chapters } = handoutIn(['sq', 'en', 'sr-Cyrl'], { layout: 'parallel' });
    expect(chapters.map(({ id, lang, editions }) => [id, lang, editions.map((one) => one.lang)])).toEqual([
      ['izbica-massacre', 'sq', ['sq', 'en', 'sr-Cyrl']],
    ]);
  });

  it('is titled after its article, in the first language', () => {
    expect(handoutIn(['sr-Cyrl', 'en']).title).toBe('Масакр у Избици');
  });

  it('is titled after the library where it holds several articles', () => {
    const articles = [ingredientIn(['sr-Latn']), another('poklek-massacre', ['sr-Latn'])];
    expect(handoutIn(['sr-Latn'], {}, articles).title).toBe('Drenica, 1998–1999.');
  });

  it('is titled as its reader says', () => {
    expect(handoutIn(['en'], { title: ' Reading sources, class 9b ', subtitle: ' May ' })).toMatchObject({
      title: 'Reading sources, class 9b',
      subtitle: 'May',
    });
  });

  it('says which editions an article does not have', () => {
    const article = ingredientIn(['en'], { missing: ['sq'] });
    expect(handoutIn(['sq', 'en'], {}, [article]).chapters).toMatchObject([{ lang: 'en', missing: ['sq'] }]);
  });

  it('lists each name in the forms that stand in the text, once each', () => {
    expect(inTextOf(articleIn('sq'))).toEqual({
      'ev-izbica': ['Masakra e Izbicës'],
      'gr-kosovo-albanians': ['shqiptarëve të Kosovës'],
      'pl-izbica': ['Izbicë', 'Izbicës'],
      'pl-kosovo': ['Kosovë'],
      'pe-xhemajli': ['Sadik Xhemajli'],
    });
  });

  it('takes the form with fewer capitals where only the head of a sentence made the other', () => {
    expect(inTextOf(articleIn('sr-Cyrl'))['gr-kosovo-albanians']).toEqual(['косовских Албанаца']);
    expect(inTextOf(articleIn('en'))['gr-kosovo-albanians']).toEqual(['kosovar Albanians']);
  });

  it('names what only the facts name', () => {
    const article = articleIn('en');
    const mention = { entity: 'or-icty', start: 0, end: 4, text: 'ICTY' } as Article['facts'][number]['mentions'][number]; // prettier-ignore
    article.facts[0] = { ...article.facts[0]!, mentions: [mention] };
    expect(inTextOf(article)['or-icty']).toEqual(['ICTY']);
  });

  it('has no row for an entity that the text does not name', () => {
    expect(inTextOf(articleIn('en'))).not.toHaveProperty('or-icty');
  });

  it('explains what has something to be explained', () => {
    expect(handoutIn(['en']).chapters[0]!.glossary.map(({ id }) => id)).toEqual(['pl-izbica']);
  });

  it('is refused where there is nothing to print', () => {
    const request = handoutRequestSchema.parse({ articles: [{ id: 'x' }], langs: ['en'] });
    const nothing = { library: LIBRARY, articles: [], details: DETAILS, nameNotes: [], atlas: ATLAS };
    expect(() => composeHandout(request, nothing)).toThrow(RangeError);
  });
});

describe('the sections of an article', () => {
  const textsOf = (choices: Choices) => handoutIn(['en'], choices).chapters[0]!.editions[0]!.blocks;

  it('are those that were chosen, each with its heading', () => {
    const only = (...sections: string[]) =>
      textsOf({ articles: [{ id: 'izbica-massacre', sections }] }).map(({ id }) => id);
    expect(only('lead')).toEqual(['lead-1']);
    expect(only('h-events')).toEqual(['h-events', 'events-1', 'open-dead', 'open-men']);
    expect(only('h-events', 'lead')).toHaveLength(5);
  });

  it('that are not there any more are named, once for the article, and the others are printed', () => {
    const articles = [{ id: 'izbica-massacre', sections: ['lead', 'h-gone'] }];
    const { chapters } = handoutIn(['en', 'sq'], { articles });
    expect(chapters.map(({ missingSections }) => missingSections)).toEqual([['h-gone'], []]);
    expect(chapters.map(({ editions }) => editions[0]!.blocks.map(({ id }) => id))).toEqual([['lead-1'], ['lead-1']]);
    expect(handoutIn(['en']).chapters[0]!.missingSections).toEqual([]);
  }); // prettier-ignore

  it('keep no word of what describes killings in detail, where that is left out', () => {
    const article = articleIn('en');
    article.blocks[2]!.graphic = true;
    const given = ingredientIn(['en'], { editions: [article] });
    const [chapter] = handoutIn(['en'], { withoutDetails: true }, [given]).chapters;
    expect(chapter!.editions[0]!.blocks[2]).toMatchObject({ text: '', mentions: [], graphic: true });
    expect(JSON.stringify(chapter)).not.toContain('greasepaint');
    expect(JSON.stringify(handoutIn(['en'], {}, [given]))).toContain('greasepaint');
  });
});

describe('the sheets of a handout', () => {
  const parts = (...kinds: (typeof PARTS)[number][]) => kinds.map((part) => ({ part }));

  it('follow the order that was chosen, a new one wherever the pages have another head or lie otherwise', () => {
    const handout = handoutIn(['en'], {
      parts: [
        { part: 'cover' },
        { part: 'contents' },
        { part: 'text' },
        { part: 'names', landscape: true },
        { part: 'questions' },
        { part: 'answers' },
      ],
    });
    expect(kindsOf(handout)).toEqual([
      ['cover'],
      ['contents'],
      ['text'],
      ['names'],
      ['questions'],
      ['answers'],
    ]);
    expect(handout.sheets.map(({ landscape }) => landscape)).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(handout.sheets.map(({ chapter }) => chapter !== null)).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('keep a single article together, whether its parts stand once or after each', () => {
    const handout = handoutIn(['en'], {
      parts: parts('content-note', 'text', 'map', 'timeline', 'glossary', 'licence'),
    });
    expect(kindsOf(handout)).toEqual([['content-note', 'text', 'map', 'timeline', 'glossary', 'licence']]);
  });

  it('repeat what stands after each article, and gather what stands once', () => {
    const articles = [ingredientIn(['en']), another('poklek-massacre', ['en'])];
    const handout = handoutIn(['en'], { parts: [...parts('content-note', 'text', 'facts'), { part: 'names', scope: 'once' }, { part: 'licence' }] }, articles); // prettier-ignore
    expect(kindsOf(handout)).toEqual([
      ['content-note', 'text', 'facts'],
      ['text', 'facts'],
      ['names', 'licence'],
    ]);
    expect(handout.sheets[2]!.parts[0]!.chapters).toEqual(['izbica-massacre', 'poklek-massacre']);
    expect(handout.sheets.map(({ chapter }) => chapter)).toEqual([
      'izbica-massacre',
      'poklek-massacre',
      null,
    ]);
  });

  it('count an article once, and its questions in every edition', () => {
    const handout = handoutIn(['en', 'sq'], { parts: [{ part: 'figures', scope: 'once' }, { part: 'questions', scope: 'once' }] }); // prettier-ignore
    expect(handout.sheets[0]!.parts.map(({ chapters }) => chapters.length)).toEqual([1, 2]);
  });

  it('leave out what has nothing to show', () => {
    const bare = ingredientIn(['en'], { notes: [], questions: new Map() });
    const handout = handoutIn(['en'], { parts: parts('text', 'notes', 'questions', 'answers') }, [bare]);
    expect(kindsOf(handout)).toEqual([['text']]);
    expect(kindsOf(handoutIn(['en'], { parts: parts('notes') }, [bare]))).toEqual([['text']]);
  });
});

describe('the notes and questions of a handout', () => {
  it('go with the edition that they were written on', () => {
    const notes = (langs: Parameters<typeof handoutIn>[0]) =>
      handoutIn(langs).chapters.map((chapter) => chapter.notes.map(({ id }) => id));
    expect(notes(['sq', 'en'])).toEqual([[], [NOTE.id]]);
    expect(notes(['sq', 'sr-Latn'])).toEqual([[NOTE.id], []]);
  });

  it('on a name go where it stands first, once, and not where it is not printed', () => {
    const on = (entity: string, id: string) => noteSchema.parse({ ...NOTE, id, on: 'entity', entity, article: null, lang: null, block: null, quote: null, at: null }); // prettier-ignore
    const [izbica, man] = [on('pl-izbica', 'a3a1c0de-0000-4000-8000-000000000001'), on('pe-xhemajli', 'a3a1c0de-0000-4000-8000-000000000002')]; // prettier-ignore
    const bare = (id: string) => ({ ...another(id, ['en']), notes: [] });
    const notesOf = (articles: NonNullable<Choices['articles']>) =>
      handoutIn(['en'], { articles }, articles.map(({ id }) => bare(id)), [izbica, man]).chapters.map(({ notes }) => notes.map(({ entity }) => entity)); // prettier-ignore
    const two = [{ id: 'izbica-massacre' }, { id: 'poklek-massacre' }];
    expect(notesOf(two)).toEqual([['pl-izbica', 'pe-xhemajli'], []]);
    expect(notesOf([{ id: 'izbica-massacre', sections: ['lead'] }, two[1]!])).toEqual([
      ['pl-izbica'],
      ['pe-xhemajli'],
    ]);
    expect(notesOf([{ id: 'izbica-massacre', sections: ['lead'] }])).toEqual([['pl-izbica']]);
  });

  it('are asked in every language of the chapter, and not where they were taken out', () => {
    const langsOf = (choices: Choices) =>
      handoutIn(['en', 'sr-Latn'], { layout: 'parallel', ...choices }).chapters[0]!.questions.map(({ texts }) => texts.map(({ lang }) => lang)); // prettier-ignore
    expect(langsOf({})).toEqual([['en', 'sr-Latn']]);
    expect(langsOf({ questions: { without: ['izbica-figures'] } })).toEqual([]);
  });

  it('are the reader’s own too: in the chapter’s languages, Serbian Latin from Cyrillic, else as written', () => {
    const own = [
      { article: null, lines: 2, texts: { 'sr-Cyrl': { question: 'Шта пише у Њој?', answer: 'Љето.' } } },
    ];
    const asked = (langs: Parameters<typeof handoutIn>[0]) =>
      handoutIn(langs, { questions: { own } }).chapters.map((chapter) => chapter.questions.at(-1)!.texts);
    expect(asked(['sr-Latn'])).toEqual([
      [{ lang: 'sr-Latn', question: 'Šta piše u Njoj?', answer: 'Ljeto.' }],
    ]);
    expect(asked(['en', 'sq'])[0]).toEqual([
      { lang: 'sr-Cyrl', question: 'Шта пише у Њој?', answer: 'Љето.' },
    ]);
    expect(handoutIn(['en', 'sq'], { questions: { own } }).chapters[1]!.questions.map(({ id }) => id)).toEqual(['izbica-figures']); // prettier-ignore
  });
});
