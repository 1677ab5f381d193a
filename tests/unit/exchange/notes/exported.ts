/** Notes to send out: real ones in each language, and any. */
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { readNotes } from '../../../../src/core/exchange/notes/read';
import type { ExportedNote, ReadNotes, WriteNotesOptions } from '../../../../src/core/exchange/notes/types';
import { LANGS } from '../../../../src/shared/lang';
import {
  type KeptTarget,
  keptTargetSchema,
  listedNoteSchema,
  LONGEST_TAG,
  NOTE_COLOURS,
  NOTE_STATES,
} from '../../../../src/shared/notes';

export const OPTIONS: WriteNotesOptions = {
  lang: 'en',
  version: '0.1.0',
  date: '2026-11-22T10:55:32.000Z',
  library: 'Drenica 1998–1999',
};

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const annotationShape = z.looseObject({
  target: z.looseObject({ source: z.string() }),
  body: z.unknown().optional(),
});
const items = z.array(annotationShape);
const collectionShape = z.looseObject({
  '@context': z.tuple([z.string(), z.record(z.string(), z.string())]),
  id: z.string(),
  first: z.looseObject({ items }),
});
export const collectionIn = (bytes: Uint8Array) => collectionShape.parse(JSON.parse(textOf(bytes)));
export const setInZip = (bytes: Uint8Array) =>
  z
    .looseObject({ items })
    .parse(JSON.parse(textOf(unzipSync(bytes)['annotations.json'] ?? new Uint8Array())));
export const readJson = (value: unknown): ReadNotes => readNotes(utf8(JSON.stringify(value)));
export const codesOf = ({ failed }: ReadNotes): [number, string][] =>
  failed.map(({ entry, code }) => [entry, code]);

/** One annotation that nothing is wrong with, to be spoilt. */
export const SOUND = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'urn:uuid:0f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  type: 'Annotation',
  created: '2026-03-28T09:00:00Z',
  body: { type: 'TextualBody', value: 'Krahaso me tabelën.', format: 'text/markdown' },
  target: {
    source: 'paralel:article/izbica-massacre?lang=sq',
    selector: {
      type: 'TextQuoteSelector',
      exact: 'të paktën 93',
      prefix: 'kishin vdekur ',
      suffix: ' shqiptarë',
    },
  },
};

export function exported(target: unknown, rest: Partial<ExportedNote> = {}): ExportedNote {
  const kept = keptTargetSchema.parse(target);
  const text = kept.on === 'quote' || kept.on === 'block' ? kept : undefined;
  const note = listedNoteSchema.parse({
    id: '3b241101-e2bb-4255-8caf-4136c566a962',
    revision: 1,
    on: kept.on,
    article: 'article' in kept ? kept.article : null,
    lang: 'lang' in kept ? kept.lang : null,
    block: text?.block ?? null,
    quote: text?.exact ?? null,
    figure: 'figure' in kept ? kept.figure : null,
    entity: 'entity' in kept ? kept.entity : null,
    state: 'anchored',
    score: null,
    at: null,
    text: '',
    colour: 'yellow',
    tags: [],
    created: '2026-11-20T08:00:00.000Z',
    modified: '2026-11-20T08:00:00.000Z',
    by: '',
    removed: false,
    copyOf: null,
    title: 'Izbica massacre',
  });
  return { ...note, target: kept, quoteLang: text?.lang ?? null, heading: null, ...rest };
}

const quote = {
  on: 'quote',
  article: 'izbica-massacre',
  block: 'lead-2',
  edition: '1.2.0',
  start: 123,
  end: 150,
};

export const ALBANIAN = exported(
  {
    ...quote,
    lang: 'sq',
    exact: 'të paktën 93 shqiptarë të Kosovës',
    prefix: 'në masakër kishin vdekur ',
    suffix: '. Shumica e tyre',
  },
  {
    text: 'Shih *edhe* [tabelën](paralel:article/drenica-massacres?lang=sq).',
    tags: ['për t’u krahasuar', '93'],
    colour: 'green',
    by: 'Arta Ç.',
    title: 'Masakra e Izbicës',
    heading: 'Rrethanat',
  },
);

/** Read in Latin letters: kept of the Cyrillic edition. */
export const SERBIAN_LATIN = exported(
  {
    ...quote,
    lang: 'sr-Latn',
    exact: 'најмање 93 косовска Албанца',
    prefix: 'живот изгубила ',
    suffix: '. Већином су то',
  },
  {
    id: listedNoteSchema.shape.id.parse('9a7b330a-a736-41c1-b1d4-6d5e0e1d2f3a'),
    quote: 'najmanje 93 kosovska Albanca',
    text: 'Uporedi s drugim izdanjima.',
    state: 'moved',
    score: 0.874,
    revision: 3,
    modified: '2026-11-21T09:30:00.000Z',
    title: 'Masakr u Izbici',
  },
);

export const SERBIAN_CYRILLIC = exported(
  {
    ...quote,
    lang: 'sr-Cyrl',
    exact: 'најмање 93 косовска Албанца',
    prefix: 'живот изгубила ',
    suffix: '. Већином су то',
  },
  {
    id: listedNoteSchema.shape.id.parse('11111111-2222-4333-8444-555555555555'),
    text: 'Проверити у пресуди.',
    state: 'orphaned',
    colour: 'violet',
    title: 'Масакр у Избици',
  },
);

export const ENGLISH = exported(
  {
    ...quote,
    lang: 'en',
    exact: 'at least 93 Kosovar Albanians',
    prefix: 'found that ',
    suffix: ' had died',
  },
  { id: listedNoteSchema.shape.id.parse('22222222-3333-4444-8555-666666666666'), colour: 'red' },
);

export const ON_NAME = exported(
  { on: 'entity', entity: 'pl-izbica' },
  {
    id: listedNoteSchema.shape.id.parse('33333333-4444-4555-8666-777777777777'),
    text: 'Izbica or Izbicë?',
    title: 'Izbica',
  },
);

export const ALL = [ALBANIAN, SERBIAN_LATIN, SERBIAN_CYRILLIC, ENGLISH, ON_NAME];

/** Letters of these languages, and all that a format could trip over. */
const sign = fc.constantFrom(
  ...'aëçšđžЂћљnj =+-@;,"\'\\/<>&#|[]{}()._:*~^`$%!?'.split(''),
  '\n', '\r\n', '\t', '\u0301', '’', '„', '\u00A0', '😀', '𝔻', '<script>', '-->', ']]>', '&amp;', '</blockquote>', '```',
  '[x](javascript:alert(1))', '__proto__', '#tag', '\n# ', '\n---\n', '%%', '==', '\u2028', '‮',
); // prettier-ignore
export const anyText = fc.array(sign, { maxLength: 30 }).map((signs) => signs.join(''));
const words = anyText.filter((text) => text.trim() !== '');
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,4})?$/);
const line = anyText.map((text) => text.trim());
const tag = words.map((text) => text.trim().slice(0, LONGEST_TAG).toWellFormed().trim());
const moment = fc
  .date({ min: new Date('1998-02-28'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const target: fc.Arbitrary<KeptTarget> = fc
  .tuple(
    fc.constantFrom('quote', 'block', 'article', 'figure', 'entity'),
    fc.record({
      slug,
      lang: fc.constantFrom(...LANGS),
      edition: anyText,
      block: slug,
      exact: words,
      around: anyText,
    }),
    fc.nat(100_000),
    fc.integer({ min: 1, max: 500 }),
  )
  .map(([on, { slug: id, lang, edition, block, exact, around }, start, length]) => {
    const article = { article: id, lang };
    const place = { start, end: start + length, exact, prefix: around, suffix: around };
    const targets = {
      quote: { on, ...article, edition, block, ...place },
      block: { on, ...article, edition, block, exact: around },
      article: { on, ...article },
      figure: { on, article: id, figure: block },
      entity: { on, entity: `pl-${id}` },
    };
    return keptTargetSchema.parse(targets[on]);
  });

const anyNote = fc
  .record({
    target,
    id: fc.uuid(),
    text: anyText,
    tags: fc.uniqueArray(tag, { maxLength: 5 }),
    by: line,
    created: moment,
    modified: moment,
    revision: fc.integer({ min: 1, max: 1e6 }),
    colour: fc.constantFrom(...NOTE_COLOURS),
    state: fc.constantFrom(...NOTE_STATES),
    heading: fc.option(line),
    title: fc.option(line),
  })
  .map(({ target: kept, id, ...rest }) =>
    exported(kept, { ...rest, id: listedNoteSchema.shape.id.parse(id) }),
  );
export const anyNotes = fc.uniqueArray(anyNote, { maxLength: 6, selector: ({ id }) => id });
