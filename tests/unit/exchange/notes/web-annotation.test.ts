import { describe, expect, it } from 'vitest';
import { PREFIX, VOCABULARY } from '../../../../src/core/exchange/notes/vocabulary';
import { writeNotes } from '../../../../src/core/exchange/notes/write';
import {
  ALBANIAN,
  ALL,
  collectionIn,
  ENGLISH,
  exported,
  ON_NAME,
  OPTIONS,
  SERBIAN_LATIN,
  setInZip,
} from './exported';

/** Every term of http://www.w3.org/ns/anno.jsonld that stands as a key; `dc` is a prefix there. */
const TERMS = new Set([
  'id', 'type', 'body', 'target', 'source', 'selector', 'state', 'refinedBy', 'creator', 'generator', 'conformsTo',
  'items', 'partOf', 'first', 'motivation', 'purpose', 'format', 'value', 'exact', 'prefix', 'suffix', 'name', 'label',
  'created', 'modified', 'generated', 'start', 'end', 'total', 'startIndex',
]); // prettier-ignore
/** And what the EPUB draft adds: https://github.com/w3c/epub-specs/tree/main/epub34/annotations-vocab */
const EPUB_TERMS = new Set([...TERMS, 'about', 'color', 'highlight', 'tags', 'meta', 'title']);
const CLASSES = new Set([
  'Annotation', 'AnnotationCollection', 'AnnotationPage', 'AnnotationSet', 'FragmentSelector', 'Person', 'Software',
  'SpecificResource', 'TextPositionSelector', 'TextQuoteSelector', 'TextualBody',
]); // prettier-ignore

/** Every pair of key and value, however deep. */
function* pairs(value: unknown): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) yield [key, inner];
    if (key !== '@context') yield* pairs(inner);
  }
}

const KINDS = [
  ...ALL,
  exported({ on: 'article', article: 'izbica-massacre', lang: 'sr-Latn' }, { by: 'Ana', tags: ['a'] }),
  exported({ on: 'figure', article: 'izbica-massacre', figure: 'izbica-dead' }),
  exported({
    on: 'block',
    article: 'izbica-massacre',
    lang: 'sq',
    edition: '1',
    block: 'lead-1',
    exact: 'Masakra',
  }),
];

describe('the Web Annotation file', () => {
  const file = collectionIn(writeNotes('webannotation', KINDS, OPTIONS).bytes);
  const { items } = file.first;

  it('has no key and no class that its context does not declare', () => {
    expect(file['@context']).toEqual(['http://www.w3.org/ns/anno.jsonld', { [PREFIX]: VOCABULARY }]);
    const isDeclared = (name: string, terms: Set<string>) => terms.has(name) || name.startsWith(`${PREFIX}:`);
    const odd = [...pairs(file)].filter(
      ([key, value]) =>
        !(key === '@context' || isDeclared(key, TERMS)) ||
        (key === 'type' && !isDeclared(String(value), CLASSES)),
    );
    expect(odd).toEqual([]);
  });

  it('does not declare the scheme of our addresses as a prefix, which would change them', () => {
    expect(Object.keys(file['@context'][1])).not.toContain('paralel');
    expect(items[0]?.target.source).toBe('paralel:article/izbica-massacre?lang=sq');
  });

  it('has what the model asks of a collection and its page', () => {
    expect(file).toMatchObject({
      type: 'AnnotationCollection',
      total: KINDS.length,
      label: 'Drenica 1998–1999',
    });
    expect(file.first).toMatchObject({ type: 'AnnotationPage', partOf: file.id, startIndex: 0 });
    expect(file.id).toMatch(/^urn:uuid:[\da-f-]{36}$/);
  });

  it('says the place by block and position, and by the quoted words', () => {
    expect(items[0]?.target).toEqual({
      type: 'SpecificResource',
      source: 'paralel:article/izbica-massacre?lang=sq',
      selector: [
        {
          type: 'FragmentSelector',
          conformsTo: 'http://tools.ietf.org/rfc/rfc3236',
          value: 'lead-2',
          refinedBy: {
            type: 'TextPositionSelector',
            start: 123,
            end: 150,
            'x-paralel:unit': 'UTF-16 code units',
          },
        },
        {
          type: 'TextQuoteSelector',
          exact: 'të paktën 93 shqiptarë të Kosovës',
          prefix: 'në masakër kishin vdekur ',
          suffix: '. Shumica e tyre',
        },
      ],
      state: { type: 'x-paralel:Edition', value: '1.2.0' },
    });
  });

  it('has the text, the tags and who wrote it, and nothing where there is none', () => {
    expect(items[0]).toMatchObject({
      id: `urn:uuid:${ALBANIAN.id}`,
      motivation: 'commenting',
      creator: { type: 'Person', name: 'Arta Ç.' },
      body: [
        { type: 'TextualBody', format: 'text/markdown', purpose: 'commenting', value: ALBANIAN.text },
        { type: 'TextualBody', purpose: 'tagging', value: 'për t’u krahasuar' },
        { type: 'TextualBody', purpose: 'tagging', value: '93' },
      ],
      'x-paralel:revision': 1,
      'x-paralel:colour': 'green',
    });
    const highlight = items[ALL.indexOf(ENGLISH)];
    expect(highlight).toMatchObject({ motivation: 'highlighting' });
    expect(highlight).not.toHaveProperty('body');
    expect(highlight).not.toHaveProperty('creator');
  });

  it('names the written edition for words that were read in Latin letters', () => {
    expect(items[ALL.indexOf(SERBIAN_LATIN)]?.target).toMatchObject({
      source: 'paralel:article/izbica-massacre?lang=sr-Cyrl',
      'x-paralel:lang': 'sr-Latn',
    });
    expect(items[ALL.indexOf(ON_NAME)]?.target).toEqual({
      type: 'SpecificResource',
      source: 'paralel:names/pl-izbica',
    });
  });
});

describe('the .annotations file', () => {
  const file = writeNotes('annotations', KINDS, OPTIONS);
  const set = setInZip(file.bytes);

  it('is a zip with one set, which has what the draft asks for', () => {
    expect(file).toMatchObject({ extension: 'annotations', mediaType: 'application/zip' });
    expect(set).toMatchObject({
      '@context': 'https://www.w3.org/ns/epub-anno.jsonld',
      type: 'AnnotationSet',
      generator: { type: 'Software', name: 'Paralel 0.1.0' },
      generated: OPTIONS.date,
      about: { 'dc:title': 'Drenica 1998–1999' },
    });
    for (const item of set.items) {
      expect(item).toMatchObject({
        type: 'Annotation',
        body: { type: 'TextualBody', highlight: 'solid', value: expect.any(String) },
        target: { selector: expect.any(Array) },
      });
    }
  });

  it('uses the six colours of the draft, and its one body for the tags', () => {
    const colours = ['green', 'yellow', 'purple', 'pink'];
    expect(set.items.slice(0, 4)).toMatchObject(colours.map((color) => ({ body: { color } })));
    expect(set.items[0]).toMatchObject({
      body: { tags: ['për t’u krahasuar', '93'] },
      target: { meta: { headings: [{ level: 2, txt: 'Rrethanat' }] } },
    });
  });

  it('writes its own words in full, since its context is a fixed address', () => {
    const odd = [...pairs(set)].filter(
      ([key]) =>
        !EPUB_TERMS.has(key) &&
        !/^(?:@context|dc:\w+|headings|level|txt)$/.test(key) &&
        !key.startsWith(VOCABULARY),
    );
    expect(odd).toEqual([]);
    expect(set.items[0]).toHaveProperty([`${VOCABULARY}revision`], 1);
  });
});
