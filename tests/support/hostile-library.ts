/** A library that means ill: every text in it that an author can write tries to be more than text. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTestLibrary, RESOURCES } from './library';

export const EVIL = 'https://evil.example/';

/**
 * What has hurt other readers: markup of every kind, templates, messages’ placeholders, controls, addresses.
 * No brackets and no bar: they mark names in a library’s files.
 */
export const TRICKS = [
  `<img src="${EVIL}a.png" onerror="alert(1)">`,
  `<script src="${EVIL}b.js"></script><script>alert(2)</script>`,
  `<svg onload=alert(3)><iframe src="javascript:alert(4)"></iframe>`,
  `<a href="javascript:alert(5)"><meta http-equiv="refresh" content="0;url=${EVIL}"><base href="${EVIL}">`,
  `<style>@import "${EVIL}c.css"; * { background: url(${EVIL}d) }</style>`,
  `<form action="${EVIL}"><button autofocus onfocus=alert(6)>`,
  '</script></title></textarea></style>-->\\";}',
  `" onmouseover="alert(7)" x="' onclick='alert(8)'`,
  `{{ constructor.constructor('alert(9)')() }} {n} {path} @:errors.x %s`,
  '&lt;b&gt; &#60; \u202efdp.exe\u202c \u2066\u2067\u200f \u0000\u0007\u001b\ufffe',
  `javascript:alert(10) ${EVIL} data:text/html,<script>alert(11)</script>`,
].join(' ');

/** Every place has its own, so that a test can tell whether it was shown. */
export const hostile = (place: string): string => `${place} ${TRICKS}`;

const localized = (place: string) => ({
  en: hostile(place),
  sq: hostile(`${place} sq`),
  'sr-Cyrl': hostile(`${place} sr`),
});

export const ARTICLE = 'hostile-article';
const PLACE = 'pl-hostile';
const SOURCE = 'doc-hostile';

/** Installs it, as another program might have, newer than the one that comes with this. @returns the library's folder */
export function plantHostileLibrary(folder: string): string {
  const resources = join(folder, 'resources');
  cpSync(RESOURCES, resources, { recursive: true });
  const change = <T>(file: string, alter: (content: T) => T): void => {
    const path = join(resources, file);
    writeFileSync(path, JSON.stringify(alter(JSON.parse(readFileSync(path, 'utf8')) as T)));
  };
  change<{ articles: string[]; licence: object }>('library.json', (library) => ({
    ...library,
    version: '1000.0.0',
    title: localized('library'),
    licence: { name: hostile('licence'), url: 'javascript:alert(12)' },
    credits: [localized('credit')],
    contentNote: localized('content note'),
    articles: [...library.articles, ARTICLE],
  }));
  change<object[]>('entities.json', (entities) => [...entities, entity()]);
  change<object[]>('sources.json', (sources) => [...sources, ...SOURCES]);
  plantArticle(join(resources, 'articles', ARTICLE));
  const library = join(folder, 'library');
  openTestLibrary(library, resources).library.close();
  return library;
}

/** As the text of each edition has it. */
const NAMES = { en: 'name', sq: 'name sq', 'sr-Cyrl': 'име' };

function entity(): object {
  const name = (lang: string, text: string, kind = 'preferred') =>
    ({ lang, text, kind, form: 'base', sources: [SOURCE], certainty: 'verified', note: hostile('name note') }); // prettier-ignore
  return {
    id: PLACE,
    type: 'village',
    within: localized('within'),
    point: { lat: 42, lon: 20, precision: hostile('precision'), credit: hostile('point credit') },
    note: localized('entity note'),
    names: [
      name('en', hostile(NAMES.en)),
      { ...name('sq', hostile(NAMES.sq)), form: 'indefinite' },
      name('sr-Cyrl', hostile(NAMES['sr-Cyrl'])),
      name('en', hostile('variant'), 'variant'),
    ],
  };
}

const source = (id: string, url: string) => ({
  id,
  kind: 'document',
  title: hostile('source'),
  publisher: hostile('publisher'),
  date: hostile('date'),
  licence: hostile('source licence'),
  note: hostile('source note'),
  url,
});
/** By the end of their addresses: one that may be opened, after asking, and those that may not. */
const SOURCES = [
  source(SOURCE, `${EVIL}asked`),
  source('doc-hostile-script', 'javascript:alert(13)'),
  source('doc-hostile-data', 'data:text/html,<script>alert(14)</script>'),
  source('doc-hostile-bidi', `${EVIL}\u202efdp.exe`),
  source('doc-hostile-user', 'https://paralel@evil.example/'),
];

function plantArticle(folder: string): void {
  const write = (file: string, content: unknown): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify(content));
  };
  const citations = [{ source: SOURCE, lines: '1-2' }];
  const facts = ['location', 'date', 'fatalities'];
  write('article.json', {
    id: ARTICLE,
    kind: 'event',
    about: PLACE,
    source: SOURCE,
    sources: SOURCES.map(({ id }) => id),
    facts: facts.map((key) => ({ key, citations })),
    blocks: [
      { id: 'lead-1', type: 'paragraph', citations },
      { id: 'h-events', type: 'heading', level: 2, citations: [] },
      { id: 'item-1', type: 'item', citations },
    ],
    seeAlso: [{ entity: PLACE, article: ARTICLE }],
  });
  for (const [lang, name] of Object.entries(NAMES))
    write(`${lang}.json`, {
      lang,
      title: hostile(`title ${lang}`),
      status: { state: 'reviewed', by: hostile('reviewer'), on: '2026-01-01' },
      facts: Object.fromEntries(facts.map((key) => [key, hostile(`fact ${key}`)])),
      blocks: {
        'lead-1': `${hostile('paragraph')} [[${PLACE}|${hostile(name)}]] ${TRICKS}`,
        'h-events': hostile('heading'),
        'item-1': hostile('item'),
      },
    });
  write('figures.json', [
    {
      id: 'hostile-figure',
      block: 'lead-1',
      fact: 'fatalities',
      what: localized('what'),
      scope: { places: [PLACE], from: '1999', note: localized('scope') },
      qualifier: 'about',
      low: null,
      high: null,
      wording: localized('wording'),
      heldBy: localized('holder'),
      citations,
    },
  ]);
}
