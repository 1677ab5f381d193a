import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { field } from '../../../../src/core/exchange/notes/fields';
import { MOST_ANNOTATIONS, MOST_BYTES } from '../../../../src/core/exchange/notes/open';
import { NOTE_PROBLEMS } from '../../../../src/core/exchange/notes/problems';
import { readNotes } from '../../../../src/core/exchange/notes/read';
import { writeNotes } from '../../../../src/core/exchange/notes/write';
import en from '../../../../locales/en.json';
import { LONGEST_NOTE, LONGEST_TAG, MOST_TAGS } from '../../../../src/shared/note-parts';
import { fillIn } from '../../../../src/shared/errors';
import { ALL, codesOf, OPTIONS, readJson, SOUND, utf8 } from './exported';

const HERE = 'paralel:article/izbica-massacre?lang=sq';
const QUOTE = { type: 'TextQuoteSelector', exact: 'të paktën 93' };
const fileWith = (annotation: object) =>
  readJson([
    { ...SOUND, ...annotation },
    { ...SOUND, id: 'urn:x:sound' },
  ]);

describe('an annotation that cannot be read', () => {
  it.each<[string, object, string, object]>([
    ['without a target', { target: undefined }, 'target-missing', {}],
    ['with an empty list of targets', { target: [] }, 'target-missing', {}],
    ['of too many places', { target: Array(21).fill(HERE) }, 'targets-many', { count: 21, limit: 20 }],
    ['about another page, without a quote', { target: 'https://example.org/' }, 'target-elsewhere', { source: 'https://example.org/' }],
    ['about nothing that can be told', { target: 7 }, 'target-elsewhere', { source: '' }],
    ['without the quoted words', { target: { source: HERE, selector: { type: 'TextQuoteSelector', prefix: 'a' } } }, 'quote-missing', {}],
    ['with a blank quote', { target: { source: HERE, selector: { ...QUOTE, exact: ' \n' } } }, 'quote-missing', {}],
    ['with a number for a quote', { target: { source: HERE, selector: { ...QUOTE, exact: 93 } } }, 'quote-missing', {}],
    ['with a book for a quote', { target: { source: HERE, selector: { ...QUOTE, exact: 'a'.repeat(100_001) } } }, 'quote-too-long', { length: 100_001, limit: 100_000 }],
    ['with a selector that is not known', { target: { source: HERE, selector: { type: 'SvgSelector', value: '<svg/>' } } }, 'selector-unknown', { type: 'SvgSelector' }],
    ['with an address for a selector', { target: { source: HERE, selector: 'https://example.org/s' } }, 'selector-unknown', { type: 'https://example.org/s' }],
    ['with a note of 5 MB', { body: { value: 'ë'.repeat(5_000_000) } }, 'too-long', { length: 5_000_000, limit: LONGEST_NOTE }],
    ['with a choice of bodies', { body: { type: 'Choice', items: [] } }, 'body-unknown', { type: 'Choice' }],
    ['with a tag that is a text', { tags: ['a'.repeat(81)] }, 'tag-too-long', { length: 81, limit: LONGEST_TAG }],
    ['with too many tags', { tags: Array.from({ length: 51 }, (_, at) => `t${at}`) }, 'tags-many', { count: 51, limit: MOST_TAGS }],
    ['that is something else', { type: 'Person' }, 'not-annotation', {}],
  ])('%s is left out, and the others are read', (_, annotation, code, params) => {
    const { notes, failed } = fileWith(annotation);
    expect(failed).toEqual([{ entry: 1, id: SOUND.id, code, params }]);
    expect(notes.map(({ entry }) => entry)).toEqual([2]);
  }); // prettier-ignore

  it('is left out where it is no object at all', () => {
    const read = readJson([null, 7, 'https://example.org/anno1', [], {}, SOUND]);
    expect(codesOf(read)).toEqual([
      [1, 'not-annotation'],
      [2, 'not-annotation'],
      [3, 'not-annotation'],
      [4, 'not-annotation'],
      [5, 'target-missing'],
    ]);
    expect(read.notes.length).toBe(1);
  });

  it('is left out where its id came before, whatever is in it', () => {
    const read = readJson([
      SOUND,
      { ...SOUND, body: { value: 'other' } },
      { ...SOUND, id: SOUND.id.toUpperCase() },
    ]);
    expect(read.failed.map(({ entry, code, params }) => [entry, code, params])).toEqual([
      [2, 'id-repeated', { first: 1 }],
      [3, 'id-repeated', { first: 1 }],
    ]);
  });

  it('is named by no more of its id than a person can read', () => {
    const { failed } = readJson({ ...SOUND, id: 'x'.repeat(1_000_000), target: [], type: 'Annotation' });
    expect(failed[0]?.id?.length).toBeLessThan(200);
  });
});

describe('an annotation that means harm', () => {
  it('has its HTML made into text', () => {
    const value = '<p onclick="x()">Shih <a href="javascript:alert(1)">këtu</a><script>alert(2)</script></p>';
    for (const format of ['text/html', 'TEXT/HTML; charset=utf-8', 'application/xhtml+xml'])
      expect(fileWith({ body: { value, format } }).notes[0]?.text).toBe('Shih këtu');
  });

  it('changes no prototype', () => {
    const json = `[{"__proto__":{"target":"${HERE}","polluted":1},"constructor":{"prototype":{"polluted":1}},"type":"Annotation"},
      {"type":"Annotation","target":{"__proto__":{"source":"${HERE}"}}},${JSON.stringify(SOUND)}]`;
    const read = readNotes(utf8(json));
    expect(codesOf(read)).toEqual([[1, 'target-missing'], [2, 'target-elsewhere']]);
    expect('polluted' in {}).toBe(false);
    expect([field({}, 'constructor'), field([], 'length'), field(null, 'id')]).toEqual([undefined, undefined, undefined]);
    expect(read.notes.length).toBe(1);
  }); // prettier-ignore

  it('keeps no half characters and no U+0000, which a database would change', () => {
    const [note] = fileWith({ body: { value: 'a\0b\uD800c' }, creator: { name: '\uDC00Ana\0' } }).notes;
    expect([note?.text, note?.by]).toEqual(['ab\uFFFDc', '\uFFFDAna']);
  });

  it('may nest as deep as it likes', () => {
    const deep =
      '{"type":"CssSelector","refinedBy":'.repeat(50_000) + JSON.stringify(QUOTE) + '}'.repeat(50_000);
    const json = JSON.stringify({ ...SOUND, target: { source: HERE, selector: 0 } });
    expect(codesOf(readNotes(utf8(json.replace('"selector":0', `"selector":${deep}`))))).toEqual([
      [1, 'selector-unknown'],
    ]);
    expect(codesOf(readNotes(utf8('['.repeat(200_000) + ']'.repeat(200_000))))).toEqual([
      [1, 'not-annotation'],
    ]);
    expect(codesOf(readNotes(utf8('{"items":['.repeat(20_000))))).toEqual([[0, 'json-malformed']]);
  });
});

describe('a file that is none', () => {
  const zip = (files: Record<string, Uint8Array>) => zipSync(files);
  const json = strToU8(JSON.stringify({ type: 'AnnotationSet', items: [SOUND] }));

  /** Its directory and its part say that they ask for a password. */
  const locked = (bytes: Uint8Array): Uint8Array => {
    const copy = bytes.slice();
    const directory = Buffer.from(copy).lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    copy[6] = 1;
    copy[directory + 8] = 1;
    return copy;
  };
  /** Its directory says that the part unpacks to another length. */
  const claiming = (bytes: Uint8Array, length: number): Uint8Array => {
    const copy = bytes.slice();
    const directory = Buffer.from(copy).lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    new DataView(copy.buffer).setUint32(directory + 24, length, true);
    return copy;
  };

  it.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(), 'file-empty'],
    ['a letter', utf8('Dear Sir'), 'json-malformed'],
    ['cut off', json.slice(0, 50), 'json-malformed'],
    ['other JSON', utf8('{"type":"FeatureCollection","features":[]}'), 'not-annotations'],
    ['a number', utf8('7'), 'not-annotations'],
    ['null', utf8('null'), 'not-annotations'],
    ['a list that is none', utf8('{"items":7,"first":null}'), 'not-annotations'],
    ['a set that has no list in it', utf8('{"type":"AnnotationCollection","f rst":{"type":"AnnotationPage","items":[]}}'), 'not-annotations'],
    ['in a code page', Uint8Array.from([...utf8('{"text":"'), 0xcf, 0xee, 0xe7, 0xe0, 0xe4, 0xe8, 0xed, 0xe0, ...utf8('"}')]), 'encoding-unknown'],
    ['damaged UTF-8', Uint8Array.from([...utf8('["ëëë'), 0xff, ...utf8('"]')]), 'encoding-unknown'],
    ['a zip of something else', zip({ 'chapter.xhtml': json }), 'zip-without'],
    ['a zip with it in another place', zip({ '../annotations.json': json, '/annotations.json': json, 'a/annotations.json': json }), 'zip-without'],
    ['a zip with nothing in it', zip({ 'annotations.json': new Uint8Array() }), 'file-empty'],
    ['a zip with a password', locked(zip({ 'annotations.json': json })), 'zip-locked'],
    ['a zip that is cut off', zip({ 'annotations.json': json }).slice(0, 80), 'zip-damaged'],
    ['a zip that says it is larger than may be', claiming(zip({ 'annotations.json': json }), MOST_BYTES + 1), 'file-too-large'],
    ['a zip that unpacks to more than it says', claiming(zip({ 'annotations.json': json }), 20), 'json-malformed'],
    ['larger than may be', new Uint8Array(MOST_BYTES + 1), 'file-too-large'],
  ])('%s', (_, bytes, code) => {
    const { notes, failed } = readNotes(bytes);
    expect(notes).toEqual([]);
    expect(failed).toMatchObject([{ entry: 0, id: null, code }]);
  }); // prettier-ignore

  it('is a bomb: what it would unpack to is asked first', () => {
    const bomb = zipSync({ 'annotations.json': new Uint8Array(MOST_BYTES + 1).fill(0x20) }, { level: 1 });
    expect(bomb.length).toBeLessThan(MOST_BYTES / 100);
    expect(codesOf(readNotes(bomb))).toEqual([[0, 'file-too-large']]);
  });

  it('is not unpacked beyond its one part, whatever else is in it', () => {
    const full = zip({ 'annotations.json': json, '../annotations.json': json });
    expect(readNotes(claiming(full, 0xffff_fff0)).notes.length).toBe(1);
  });
});

describe('a great many annotations', () => {
  const many = (count: number) =>
    `[${Array.from({ length: count }, (_, at) => JSON.stringify({ ...SOUND, id: `urn:x:${at}` })).join(',')}]`;

  it('are read, each with its own id', () => {
    const { notes, failed } = readNotes(utf8(many(MOST_ANNOTATIONS)));
    expect([notes.length, failed.length]).toEqual([MOST_ANNOTATIONS, 0]);
    expect(new Set(notes.map(({ id }) => id)).size).toBe(MOST_ANNOTATIONS);
  });

  it('are too many before each of them could fail by itself', () => {
    const read = readNotes(utf8(`[${'1,'.repeat(MOST_ANNOTATIONS)}1]`));
    expect(read.failed).toMatchObject([{ code: 'too-many', params: { count: 100_001, limit: 100_000 } }]);
    const places = { target: Array(20).fill('') };
    expect(codesOf(readJson(Array(5001).fill(places)))).toEqual([[0, 'too-many']]);
  });
});

describe('whatever there is in a file', () => {
  const key = fc.constantFrom(
    'id', 'type', 'target', 'source', 'selector', 'exact', 'prefix', 'refinedBy', 'body', 'value', 'tags', 'tag', 'items',
    'first', 'next', 'rows', 'created', 'creator', 'name', 'format', 'purpose', 'color', 'state', '__proto__', 'constructor',
    'x-paralel:revision', 'x-paralel:lang', 'x-paralel:colour', 'conformsTo', 'start', 'end', 'bodyValue', 'uri',
  ); // prettier-ignore
  const leaf = fc.constantFrom<unknown>(
    null, true, 0, -1, 1e308, '', 'a', 'Annotation', 'TextQuoteSelector', 'FragmentSelector', 'TextPositionSelector', HERE,
    'paralel:names/pl-izbica', 'text/html', '<a href="javascript:1">x', 'tagging', '2024-05-01', SOUND.id, '\uD800',
  ); // prettier-ignore
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.array(fc.tuple(key, tie('tree')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
    ),
  }));

  it('is read or refused with a sentence, and nothing is thrown', () => {
    const sentences: Record<string, string> = en.notes.import.problems;
    fc.assert(
      fc.property(tree, tree, (first, second) => {
        const { notes, failed } = readJson([first, { ...SOUND, target: second }, { ...SOUND, body: second }]);
        expect(notes.length + failed.length).toBeGreaterThan(0);
        for (const { code, params } of failed)
          expect(fillIn(sentences[code] ?? '{}', params)).not.toMatch(/[{}]\w*[{}]/);
        readJson(first);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(['webannotation', 'annotations'] as const)(
    'is read or refused where it was %s and is damaged',
    (format) => {
      const { bytes } = writeNotes(format, ALL, OPTIONS);
      const change = fc.record({
        at: fc.nat(bytes.length - 1),
        kind: fc.constantFrom('set', 'cut', 'drop'),
        byte: fc.nat(255),
      });
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
          const damaged = changes.reduce((list, { at, kind, byte }) => {
            if (kind === 'cut') return list.slice(0, at);
            return kind === 'set' ? list.toSpliced(at, 1, byte) : list.toSpliced(at, 3);
          }, Array.from(bytes));
          const { notes, failed } = readNotes(Uint8Array.from(damaged));
          expect(notes.length + failed.length).toBeGreaterThan(0);
        }),
        { numRuns: 500 },
      );
    },
  );

  it('has a sentence for each problem, with what is to be filled in', () => {
    expect(Object.keys(en.notes.import.problems)).toEqual(expect.arrayContaining([...NOTE_PROBLEMS]));
  });
});
