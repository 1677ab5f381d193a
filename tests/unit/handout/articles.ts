/** Articles to print: a few blocks of the first library's Izbica article, in all four languages. */
import { toLatinWithMap, mapSpanToLatin, toLatin } from '../../../src/core/text/script';
import { parseMarkup } from '../../../src/core/articles/markup';
import type { GlossaryDetail } from '../../../src/core/handout/chapters';
import { composeHandout, type Ingredient } from '../../../src/core/handout/compose';
import {
  type Article,
  articleSchema,
  type Atlas,
  atlasSchema,
  type Handout,
  type HandoutRequestInput,
  handoutRequestSchema,
  handoutSchema,
  type Note,
  noteSchema,
  type Question,
  questionSchema,
} from '../../../src/shared/contract';
import type { RichText } from '../../../src/shared/domain';
import { type Lang, type Localized, writtenFor } from '../../../src/shared/lang';

export const LIBRARY: Handout['library'] = {
  id: 'drenica',
  version: '1.2.0',
  title: { en: 'Drenica, 1998–1999', sq: 'Drenica, 1998–1999', 'sr-Cyrl': 'Дреница, 1998–1999.' },
  licence: { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  credits: [
    {
      en: 'The facts are drawn from English Wikipedia.',
      sq: 'Faktet janë marrë nga Wikipedia në anglisht.',
      'sr-Cyrl': 'Чињенице су преузете из Википедије на енглеском.',
    },
  ],
  contentNote: {
    en: 'This article describes killings of civilians.',
    sq: 'Ky artikull përshkruan vrasje civilësh.',
    'sr-Cyrl': 'Овај чланак описује убиства цивила.',
  },
};

const TITLE: Localized = { en: 'Izbica massacre', sq: 'Masakra e Izbicës', 'sr-Cyrl': 'Масакр у Избици' };

const TEXTS: Record<string, Localized> = {
  'lead-1': {
    en: 'The [[ev-izbica|Izbica massacre]] was the killing of [[gr-kosovo-albanians|Kosovar Albanians]] in the village of [[pl-izbica|Izbica]] in [[pl-kosovo|Kosovo]] on 28 March 1999. Its summary table gives 93–130 killed.',
    sq: '[[ev-izbica|Masakra e Izbicës]] ishte vrasja e [[gr-kosovo-albanians|shqiptarëve të Kosovës]] në fshatin [[pl-izbica|Izbicë]] në [[pl-kosovo|Kosovë]] më 28 mars 1999. Tabela e tij përmbledhëse jep 93–130 të vrarë.',
    'sr-Cyrl':
      '[[ev-izbica|Масакр у Избици]] јесте убиство [[gr-kosovo-albanians|косовских Албанаца]] у селу [[pl-izbica|Избици]] на [[pl-kosovo|Косову]] 28. марта 1999. Његов табеларни преглед наводи 93–130 убијених.',
  },
  'h-events': { en: 'Course of events', sq: 'Rrjedha e ngjarjeve', 'sr-Cyrl': 'Ток догађаја' },
  'events-1': {
    en: 'The shelling of [[pl-izbica|Izbica]] began during the night of 27 March. Others had blackened their faces with greasepaint.',
    sq: 'Granatimi i [[pl-izbica|Izbicës]] nisi natën e 27 marsit. Të tjerë i kishin nxirë fytyrat me bojë grimi.',
    'sr-Cyrl':
      'Гранатирање [[pl-izbica|Избице]] почело је током ноћи 27. марта. Други су лица нацрнили масном шминком.',
  },
  'open-dead': {
    en: 'The number of dead is not the same everywhere; [[pe-xhemajli|Sadik Xhemajli]] gives 142.',
    sq: 'Numri i të vrarëve nuk jepet njësoj; [[pe-xhemajli|Sadik Xhemajli]] jep 142.',
    'sr-Cyrl': 'Број убијених није свуда исти; [[pe-xhemajli|Садик Џемајљи]] наводи 142.',
  },
  'open-men': {
    en: '[[gr-kosovo-albanians|kosovar Albanians]] are named in several ways.',
    sq: '[[gr-kosovo-albanians|Shqiptarëve të Kosovës]] u thuhet në disa mënyra.',
    'sr-Cyrl': '[[gr-kosovo-albanians|Косовских Албанаца]] називи су различити.',
  },
};

function shown(text: Localized, lang: Lang): RichText {
  const rich = parseMarkup(text[writtenFor(lang)]);
  if (lang !== 'sr-Latn') return rich;
  const latin = toLatinWithMap(rich.text);
  const mentions = rich.mentions.map((mention) => {
    const span = mapSpanToLatin(latin, mention);
    return { ...mention, ...span, text: latin.text.slice(span.start, span.end) };
  });
  return { text: latin.text, mentions };
}

const name = (text: string, certainty: string) => ({ text, certainty });

const ENTITIES = [
  {
    id: 'ev-izbica',
    type: 'massacre',
    preferred: {
      en: name('Izbica massacre', 'verified'),
      sq: name('masakër e Izbicës', 'derived'),
      'sr-Latn': name('Masakr u Izbici', 'verified'),
      'sr-Cyrl': name('Масакр у Избици', 'derived'),
    },
    definite: name('Masakra e Izbicës', 'verified'),
  },
  { id: 'gr-kosovo-albanians', type: 'group', preferred: { en: name('Kosovo Albanians', 'verified') } },
  {
    id: 'pl-izbica',
    type: 'village',
    preferred: {
      en: name('Izbica', 'verified'),
      sq: name('Izbicë', 'verified'),
      'sr-Latn': name('Izbica', 'verified'),
      'sr-Cyrl': name('Избица', 'verified'),
    },
    definite: name('Izbica', 'verified'),
  },
  { id: 'pl-kosovo', type: 'territory', preferred: { 'sr-Cyrl': name('Косово', 'verified') } },
  {
    id: 'pe-xhemajli',
    type: 'person',
    preferred: { en: name('Sadik Xhemajli', 'verified'), 'sr-Cyrl': name('Садик Џемајљи', 'uncertain') },
  },
  { id: 'or-icty', type: 'organisation', preferred: { en: name('ICTY', 'well-known') } },
];

export function articleIn(lang: Lang): Article {
  const local = (en: string, sq: string, sr: string) => shown({ en, sq, 'sr-Cyrl': sr }, lang).text;
  const cited = [{ source: 'doc-izbica', lines: '8-9, 12' }];
  const figure = {
    article: 'izbica-massacre',
    scope: local('Izbica; 28 March 1999', 'Izbicë; 28 mars 1999', 'Избица; 28. марта 1999.'),
    qualifier: 'unspecified',
    low: 93,
    high: 130,
    source: '',
    citations: cited,
    block: 'lead-1',
    fact: null,
  };
  const types: Record<string, object> = {
    'h-events': { type: 'heading', level: 2 },
    'open-dead': { type: 'item' },
    'open-men': { type: 'item' },
  };
  return articleSchema.parse({
    id: 'izbica-massacre',
    kind: 'event',
    about: 'ev-izbica',
    lang,
    converted: false,
    title: shown(TITLE, lang).text,
    titles: { ...TITLE, 'sr-Latn': toLatin(TITLE['sr-Cyrl']) },
    languages: ['en', 'sq', 'sr-Cyrl', 'sr-Latn'],
    status: { state: 'draft' },
    facts: [
      {
        key: 'location',
        value: local('Izbica, Kosovo', 'Izbicë, Kosovë', 'Избица, Косово'),
        mentions: [],
        citations: cited,
      },
      {
        key: 'fatalities',
        value: '93–130',
        mentions: [],
        citations: [{ source: 'doc-izbica', lines: '12' }],
      },
    ],
    blocks: Object.entries(TEXTS).map(([id, text]) => ({
      id,
      ...(types[id] ?? { type: 'paragraph' }),
      ...shown(text, lang),
      citations: cited,
    })),
    figures: [
      {
        ...figure,
        id: 'izbica-men',
        what: local('of them men', 'prej tyre burra', 'од тога мушкарци'),
        value: '…',
        heldBy: local('ICTY, 2009', 'TPNJ, 2009', 'МКСЈ, 2009.'),
        partOf: 'izbica-killed',
      },
      {
        ...figure,
        id: 'izbica-killed',
        what: local('people killed', 'të vrarë', 'убијени'),
        value: '93–130',
        heldBy: local('The summary table', 'Tabela përmbledhëse', 'Табеларни преглед'),
        partOf: null,
      },
    ],
    sources: [
      {
        id: 'doc-izbica',
        kind: 'document',
        title: 'Izbica massacre',
        publisher: 'English Wikipedia',
        licence: 'CC BY-SA 4.0',
      },
    ],
    seeAlso: [
      {
        entity: 'ev-drenica',
        article: null,
        title: local('Drenica massacres', 'Masakrat në Drenicë', 'Масакри у Дреници'),
      },
    ],
    entities: ENTITIES,
  });
}

const within = {
  en: 'Skënderaj / Srbica municipality',
  sq: 'Komuna e Skënderajt / Srbicës',
  'sr-Cyrl': 'Општина Скендерај / Србица',
};
export const DETAILS: ReadonlyMap<Article['entities'][number]['id'], GlossaryDetail> = new Map(
  articleIn('en').entities.flatMap(({ id }) =>
    id === 'pl-izbica' ? [[id, { others: [], within }] as const] : [],
  ),
);

const ABOUT = { articles: ['izbica-massacre'], within };
export const ATLAS: Atlas = atlasSchema.parse({
  places: [
    {
      ...ENTITIES[2],
      ...ABOUT,
      point: { lat: 42.7325, lon: 20.66, precision: '± 1-2 km', credit: 'GeoNames 789975, CC BY 4.0' },
    },
    { ...ENTITIES[3], articles: ['izbica-massacre'], point: null },
  ],
  events: [
    {
      ...ENTITIES[0],
      ...ABOUT,
      occasions: [{ from: '1999-03-28' }],
      places: ['pl-izbica'],
      point: null,
      about: 'izbica-massacre',
      toldIn: [],
    },
  ],
});

export function questionsIn(lang: Lang): Question[] {
  const local = (en: string, sq: string, sr: string) => shown({ en, sq, 'sr-Cyrl': sr }, lang).text;
  return [
    questionSchema.parse({
      id: 'izbica-figures',
      question: local(
        'Which two figures count the same days?',
        'Cilat dy shifra numërojnë të njëjtat ditë?',
        'Која два броја обухватају исте дане?',
      ),
      answer: local(
        'Those of the summary table and of the ICTY.',
        'Ato të tabelës përmbledhëse dhe të TPNJ-së.',
        'Бројеви табеларног прегледа и МКСЈ.',
      ),
      lines: 3,
      citations: [{ source: 'doc-izbica', lines: '12' }],
    }),
  ];
}

export const NOTE = noteSchema.parse({
  id: '0b8f3a52-6a1e-4c0d-9f3e-2d5b7a90c1e4',
  revision: 1,
  on: 'block',
  article: 'izbica-massacre',
  lang: 'en',
  block: 'lead-1',
  quote: 'The Izbica massacre was the killing of',
  figure: null,
  entity: null,
  state: 'anchored',
  score: null,
  at: { lang: 'en', block: 'lead-1', start: 0, end: 40 },
  text: 'Compare with **142** in the last section.',
  colour: 'yellow',
  tags: ['figures'],
  created: '2026-03-01T10:00:00.000Z',
  modified: '2026-03-01T10:00:00.000Z',
  by: 'Ana',
  removed: false,
  copyOf: null,
});

export function ingredientIn(langs: readonly Lang[], changes: Partial<Ingredient> = {}): Ingredient {
  const editions = langs.map(articleIn);
  return {
    id: editions[0]!.id,
    editions,
    missing: [],
    notes: [NOTE],
    questions: new Map(langs.map((lang) => [lang, questionsIn(lang)])),
    ...changes,
  };
}

export type Choices = Partial<HandoutRequestInput>;

/** @param articles one of the fixture's unless others are given */
export function handoutIn(
  langs: Lang[],
  choices: Choices = {},
  articles: readonly Ingredient[] = [ingredientIn(langs)],
  nameNotes: readonly Note[] = [],
): Handout {
  const request = handoutRequestSchema.parse({
    articles: articles.map(({ id }) => ({ id })),
    langs,
    ...choices,
  });
  return handoutSchema.parse(
    composeHandout(request, { library: LIBRARY, articles, details: DETAILS, nameNotes, atlas: ATLAS }),
  );
}
