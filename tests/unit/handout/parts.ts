/** A handout with every part that is made of words: two articles, notes of every kind, questions of the reader's own. */
import { composeHandout, type Ingredient } from '../../../src/core/handout/compose';
import {
  type Article,
  type Handout,
  handoutRequestSchema,
  type HandoutRequestInput,
  handoutSchema,
  type Note,
  noteSchema,
  type Part,
  PARTS,
  type Question,
  questionSchema,
} from '../../../src/shared/contract';
import type { EntityId, SourceId } from '../../../src/shared/domain';
import { type Lang, type Localized, writtenFor } from '../../../src/shared/lang';
import { toLatin } from '../../../src/core/text/script';
import { articleIn, LIBRARY as ONE_ARTICLES_LIBRARY } from './articles';

/** Drawings have tests of their own. */
export const WORDS = PARTS.filter((part) => part !== 'map' && part !== 'timeline');

export const LIBRARY: Handout['library'] = {
  ...ONE_ARTICLES_LIBRARY,
  contentNote: {
    en: 'These articles describe killings. Read them together, and leave time to talk.',
    sq: 'Këta artikuj përshkruajnë vrasje. Lexojini bashkë dhe lini kohë për bisedë.',
    'sr-Cyrl': 'Ови чланци описују убиства. Читајте их заједно и оставите времена за разговор.',
  },
};

export const text = (words: Localized, lang: Lang): string =>
  lang === 'sr-Latn' ? toLatin(words['sr-Cyrl']) : words[writtenFor(lang)];

const POKLEK: Localized = { en: 'Poklek massacre', sq: 'Masakra e Poklekut', 'sr-Cyrl': 'Масакр у Поклеку' };

/** The same text under another title, with a source of its own. */
function poklekIn(lang: Lang): Article {
  const article = articleIn(lang);
  const titles = Object.fromEntries(
    Object.keys(article.titles).map((one) => [one, text(POKLEK, one as Lang)]),
  ) as Article['titles'];
  const [source] = article.sources;
  return {
    ...article,
    id: 'poklek-massacre' as Article['id'],
    title: titles[lang],
    titles,
    status: { state: 'reviewed', by: 'Ana', on: '2026-03-28' },
    sources: [
      {
        ...source!,
        id: 'doc-poklek' as SourceId,
        title: 'Poklek massacre',
        url: 'https://example.org/poklek',
      },
      source!,
    ],
    seeAlso: [
      ...article.seeAlso,
      {
        ...article.seeAlso[0]!,
        entity: 'ev-izbica' as EntityId,
        article: 'izbica-massacre' as Article['id'],
        title: articleIn(lang).title,
      },
    ],
  };
}

export const QUESTIONS: Record<string, { question: Localized; answer: Localized }> = {
  'what-counted': {
    question: {
      en: 'Which two of the three figures count the same days? Why does it matter?',
      sq: 'Cilat dy nga tri shifrat numërojnë të njëjtat ditë? Pse ka rëndësi kjo?',
      'sr-Cyrl': 'Које две од три бројке броје исте дане? Зашто је то важно?',
    },
    answer: {
      en: 'The summary table and the Tribunal: both count 28 March 1999.',
      sq: 'Tabela përmbledhëse dhe Tribunali: të dyja numërojnë 28 marsin 1999.',
      'sr-Cyrl': 'Табеларни преглед и Трибунал: обоје броје 28. март 1999.',
    },
  },
  'two-names': {
    question: {
      en: 'Find one place that this page names differently in Albanian and in Serbian.',
      sq: 'Gjej një vend që kjo faqe e quan ndryshe në shqip dhe në serbisht.',
      'sr-Cyrl': 'Нађите једно место које се на овој страни на албанском и на српском зове различито.',
    },
    answer: { en: 'Izbica.', sq: 'Izbica.', 'sr-Cyrl': 'Избица.' },
  },
};

const questionsIn = (lang: Lang): Question[] =>
  Object.entries(QUESTIONS).map(([id, { question, answer }]) =>
    questionSchema.parse({
      id,
      question: text(question, lang),
      answer: text(answer, lang),
      lines: 2,
      citations: [{ source: 'doc-izbica', lines: '8-9, 12' }],
    }),
  );

export const OWN = {
  article: null,
  lines: 3,
  texts: {
    en: { question: 'What would you ask a witness?', answer: '' },
    sq: { question: 'Çfarë do ta pyesje një dëshmitar?', answer: '' },
  },
};

let count = 0;
export function noteOn(change: Partial<Record<keyof Note, unknown>>): Note {
  count += 1;
  return noteSchema.parse({
    id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
    revision: 1,
    on: 'quote',
    article: 'izbica-massacre',
    lang: 'en',
    block: 'lead-1',
    quote: null,
    figure: null,
    entity: null,
    state: 'anchored',
    score: null,
    at: null,
    text: '',
    colour: 'yellow',
    tags: [],
    created: '2026-03-01T10:00:00Z',
    modified: '2026-03-03T10:00:00Z',
    by: 'Ana',
    removed: false,
    copyOf: null,
    ...change,
  });
}

export const HOSTILE = '<img src="https://evil.example/x.png"><script>alert(1)</script>';
/** In the order of the text. */
export const NOTES: readonly Note[] = [
  noteOn({ on: 'article', block: null, text: 'Read this one first.', tags: ['class 8b', 'Drenica'] }),
  noteOn({
    quote: 'killing of Kosovar Albanians',
    at: { lang: 'en', block: 'lead-1', start: 26, end: 54 },
    colour: 'red',
    text: [
      '# Compare',
      `Who says so? See [Poklek](paralel:article/poklek-massacre), [this page](https://example.org/a?b=c) and [a trap](javascript:alert(1)).`,
      '![a burnt house](https://evil.example/house.png) and ![a field](data:image/png;base64,AAAA)',
      'Run `grep "93–130"` or:\n\n```sh\ngrep -n "93–130" izbica.txt | sort --numeric-sort --reverse --key=1 --field-separator=: | head --lines=20\n\tindented\n```',
      HOSTILE,
      '> Someone else said so.\n\n3. three\n4. four',
    ].join('\n\n'),
  }),
  noteOn({
    quote: 'Its summary table',
    at: { lang: 'en', block: 'lead-1', start: 130, end: 147 },
    colour: 'green',
  }),
  noteOn({
    on: 'block',
    block: 'events-1',
    quote: 'The shelling of',
    at: { lang: 'en', block: 'events-1', start: 0, end: 15 },
    text: 'When did it end?',
  }),
  noteOn({ on: 'figure', block: null, figure: 'izbica-killed', text: 'From the *table*.', by: '' }),
  noteOn({
    on: 'entity',
    block: null,
    entity: 'pl-izbica',
    article: null,
    lang: null,
    text: 'Also **Izbicë**.',
  }),
  noteOn({ quote: 'a line that is gone', state: 'orphaned', text: 'Was it here?' }),
];

function ingredient(editions: Article[], notes: readonly Note[]): Ingredient {
  return {
    id: editions[0]!.id,
    editions,
    missing: [],
    notes,
    questions: new Map(editions.map(({ lang }) => [lang, questionsIn(lang)])),
  };
}

const DETAILS: Parameters<typeof composeHandout>[1]['details'] = new Map([
  [
    'pl-izbica' as EntityId,
    {
      others: [],
      within: { en: 'Skenderaj', sq: 'Skenderaj', 'sr-Cyrl': 'Србица' },
      note: {
        en: 'A village in the north of Drenica.',
        sq: 'Një fshat në veri të Drenicës.',
        'sr-Cyrl': 'Село на северу Дренице.',
      },
    },
  ],
  [
    'ev-izbica' as EntityId,
    {
      others: [],
      within: { en: '28 March 1999', sq: '28 mars 1999', 'sr-Cyrl': '28. март 1999.' },
    },
  ],
  [
    'pe-xhemajli' as EntityId,
    {
      others: [
        { lang: 'en', text: 'S. Xh.', kind: 'preferred', form: 'abbreviation', certainty: 'well-known' },
        { lang: 'en', text: 'Sadik Xhemaili', kind: 'misspelling', form: 'base', certainty: 'verified' },
      ],
      note: { en: 'A witness.', sq: 'Një dëshmitar.', 'sr-Cyrl': 'Сведок.' },
    },
  ],
]);

export interface Change {
  request?: Partial<HandoutRequestInput>;
  /** Of every edition of every article. */
  article?: (article: Article) => Article;
  notes?: readonly Note[];
  /** How many articles; all but the first are the second, under ids of their own. */
  articles?: number;
}

export function partsHandout(langs: Lang[], change: Change = {}): Handout {
  const { article = (one) => one, articles = 2, notes = NOTES } = change;
  const ids = Array.from({ length: articles }, (_, at) =>
    at === 0 ? 'izbica-massacre' : at === 1 ? 'poklek-massacre' : `article-${at}`,
  );
  const request = handoutRequestSchema.parse({
    articles: ids.map((id) => ({ id })),
    langs,
    parts: WORDS.map((part: Part) => ({ part })),
    questions: { own: [OWN] },
    ...change.request,
  });
  const ingredients = ids.map((id, at) =>
    ingredient(
      langs.map((lang) =>
        article(at === 0 ? articleIn(lang) : { ...poklekIn(lang), id: id as Article['id'] }),
      ),
      at === 0 ? notes : [],
    ),
  );
  return handoutSchema.parse(
    composeHandout(request, {
      library: LIBRARY,
      articles: ingredients,
      details: DETAILS,
      nameNotes: [],
      atlas: { places: [], events: [] },
    }),
  );
}
