import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readNotes } from '../../../../src/core/exchange/notes/read';
import { noteIdSchema } from '../../../../src/shared/notes';
import { codesOf, readJson, SOUND, utf8 } from './exported';

const fixture = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(resolve(import.meta.dirname, 'fixtures', name)));
const HERE = 'paralel:article/izbica-massacre?lang=sq';
const QUOTE = { type: 'TextQuoteSelector', exact: 'të paktën 93' };
const ON = { source: HERE, selector: QUOTE };
const noteOf = (annotation: object) => readJson({ ...SOUND, ...annotation }).notes[0];
const targetFrom = (target: unknown) => noteOf({ target })?.target;

describe('what Hypothesis answers a search with', () => {
  const { notes, failed } = readNotes(fixture('hypothesis.json'));

  it('is read with its Markdown, its tags and who wrote it', () => {
    expect(notes[0]).toMatchObject({
      entry: 1,
      foreignId: 'kX2qYLw5Ee6zTk8Yb0rZ1g',
      text: 'Sipas TPNJ; krahaso me **tabelën**.\n\n[burimi](https://example.org/tpnj)',
      tags: ['TPNJ', 'numra'],
      by: 'arta_c',
      created: '2025-11-03T14:21:09.402Z',
      modified: '2025-11-04T08:02:51.117Z',
      colour: 'yellow',
      revision: null,
    });
  });

  it('is placed by its quote alone: its positions are in another document', () => {
    expect(notes[0]?.target).toEqual({
      on: 'quote', article: null, lang: null, block: null, start: null, end: null, edition: null,
      exact: 'të paktën 93 shqiptarë të Kosovës',
      prefix: 'ë në masakër kishin vdekur ',
      suffix: '. Shumica e tyre ishin civilë',
    }); // prettier-ignore
    expect(notes[1]).toMatchObject({
      text: '',
      target: { on: 'quote', exact: 'најмање 93 косовска Албанца' },
    });
  });

  it('leaves out a note on a page that is not here, and says which', () => {
    expect(failed).toEqual([
      {
        entry: 3,
        id: 'qP1cRbw5Ee6X2yd5s8LmUA',
        code: 'target-elsewhere',
        params: { source: 'https://example.org/izbica' },
      },
    ]);
  });

  it('has the same ids each time, so that nothing is added twice', () => {
    const again = readNotes(fixture('hypothesis.json'));
    expect(again.notes.map(({ id }) => id)).toEqual(notes.map(({ id }) => id));
    expect(noteIdSchema.safeParse(notes[0]?.id).success).toBe(true);
    expect(notes[0]?.id).not.toBe(notes[1]?.id);
  });
});

describe('an annotation set of Thorium', () => {
  const { notes, failed } = readNotes(fixture('thorium.annotation'));

  it('is read with its colour, its tag and its quote', () => {
    expect(notes).toMatchObject([
      {
        id: '5d67dcc9-6cd6-487e-bb32-c96e40f252a0',
        foreignId: null,
        text: 'Uporedi sa izdanjem na albanskom',
        colour: 'violet',
        tags: ['izvori'],
        by: 'Јелена',
        created: '2026-05-01T20:23:23.274Z',
        modified: '2026-05-01T20:25:00.000Z',
        target: {
          on: 'quote',
          article: null,
          block: null,
          start: null,
          exact: 'at least 93 Kosovar Albanians',
        },
      },
    ]);
  });

  it('leaves out a highlight that quotes nothing', () => {
    expect(failed).toMatchObject([{ entry: 2, code: 'selector-unknown', params: { type: 'CssSelector' } }]);
  });

  it('is read from a zip as from a file', () => {
    const zipped = zipSync({ 'annotations.json': fixture('thorium.annotation'), 'voice/1.mp3': utf8('…') });
    expect(readNotes(zipped)).toEqual({ notes, failed });
  });
});

describe('the forms of a file', () => {
  const two = [SOUND, { ...SOUND, id: 'urn:uuid:1f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' }];

  it.each([
    ['one annotation', SOUND, 1],
    ['an array', two, 2],
    ['a page', { type: 'AnnotationPage', items: two }, 2],
    ['a set', { type: 'AnnotationSet', items: two }, 2],
    ['a collection with its pages', { type: 'AnnotationCollection', first: { items: [two[0]], next: { items: [two[1]] } } }, 2],
    ['an empty collection', { type: 'AnnotationCollection', total: 0 }, 0],
    ['an empty array', [], 0],
  ])('%s', (_, file, count) => {
    const { notes, failed } = readJson(file);
    expect([notes.length, failed]).toEqual([count, []]);
  }); // prettier-ignore

  it('says that pages at an address were not read', () => {
    const read = readJson({ type: 'AnnotationPage', items: [SOUND], next: 'https://example.org/page2' });
    expect([read.notes.length, codesOf(read)]).toEqual([1, [[0, 'pages-elsewhere']]]);
  });

  it('is read in UTF-8 with or without a mark, and in UTF-16', () => {
    const json = JSON.stringify(SOUND);
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(json, 'utf16le')]);
    for (const bytes of [utf8(json), utf8(`\uFEFF${json}`), utf16])
      expect(readNotes(bytes).notes[0]?.text).toBe('Krahaso me tabelën.');
  });
});

describe('what an annotation is on', () => {
  it.each([
    ['an article', HERE, { on: 'article', article: 'izbica-massacre', lang: 'sq' }],
    ['an article, by its address as an object', { source: { id: HERE } }, { on: 'article', article: 'izbica-massacre', lang: 'sq' }],
    ['a paragraph, by its address', 'paralel:article/izbica-massacre?block=lead-2&lang=en', { on: 'block', block: 'lead-2', lang: 'en', exact: '' }],
    ['a paragraph, by a fragment', { source: HERE, selector: { type: 'FragmentSelector', value: 'lead-2' } }, { on: 'block', block: 'lead-2' }],
    ['a name', 'paralel:names/pl-izbica', { on: 'entity', entity: 'pl-izbica' }],
    ['a name, whatever it selects there', { source: 'paralel:names/pl-izbica', selector: QUOTE }, { on: 'entity' }],
    ['an article that the library may not have', { source: 'paralel:article/somewhere-else', selector: QUOTE }, { on: 'quote', article: 'somewhere-else', lang: null }],
    ['a quote inside what another selector selects', { source: HERE, selector: { type: 'CssSelector', value: 'p', refinedBy: QUOTE } }, { on: 'quote', exact: 'të paktën 93', block: null }],
  ])('%s', (_, target, expected) => {
    expect(targetFrom(target)).toMatchObject(expected);
  }); // prettier-ignore

  it('is several places: a note on each, the first with the annotation’s id', () => {
    const read = readJson({ ...SOUND, target: [ON, { ...ON, selector: { ...QUOTE, exact: 'shqiptarë' } }] });
    expect(read.notes.map(({ entry, text }) => [entry, text])).toEqual([
      [1, 'Krahaso me tabelën.'],
      [1, 'Krahaso me tabelën.'],
    ]);
    const [first, second] = read.notes;
    expect(first?.id).toBe('0f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d');
    expect(second?.id).not.toBe(first?.id);
  });

  it('takes no position that is not one of a block', () => {
    const at = (start: unknown, end: unknown) =>
      targetFrom({
        source: HERE,
        selector: [QUOTE, { type: 'FragmentSelector', value: 'lead-2', refinedBy: { type: 'TextPositionSelector', start, end } }],
      });
    expect(at(3, 9)).toMatchObject({ start: 3, end: 9, block: 'lead-2' });
    for (const [start, end] of [[9, 3], [-1, 4], ['3', '9'], [1.5, 4], [0, 2 ** 60]])
      expect(at(start, end)).toMatchObject({ start: null, end: null, block: 'lead-2' });
    expect(targetFrom({ source: HERE, selector: [QUOTE, { type: 'TextPositionSelector', start: 3, end: 9 }] })).toMatchObject({ start: null });
  }); // prettier-ignore

  it('is quoted without the white space of another program’s document, and with that of ours', () => {
    const selector = { ...QUOTE, exact: ' të\n\t  paktën 93', prefix: 'kishin \n vdekur ' };
    const foreign = targetFrom({ source: 'OEBPS/chapter07.xhtml', selector });
    expect(foreign).toMatchObject({ exact: 'të paktën 93', prefix: 'kishin vdekur ' });
    expect(targetFrom({ source: HERE, selector })).toMatchObject({ exact: selector.exact });
  });

  it('keeps of what stands around a quote what is nearest to it', () => {
    const long = `${'a'.repeat(900)}ë`;
    const target = targetFrom({ source: HERE, selector: { ...QUOTE, prefix: long, suffix: `ë${long}` } });
    expect(target).toMatchObject({ prefix: `${'a'.repeat(499)}ë`, suffix: `ë${'a'.repeat(499)}` });
  });
});

describe('what an annotation says', () => {
  const textOf = (body: unknown, rest: object = {}) => noteOf({ body, ...rest })?.text;

  it.each([
    [
      'several texts',
      [{ value: 'Një.' }, { type: 'TextualBody', value: 'Dy.', purpose: 'describing' }],
      'Një.\n\nDy.',
    ],
    [
      'a text with its language',
      { type: 'TextualBody', value: { text: 'Jedan', language: 'sr-Latn' } },
      'Jedan',
    ],
    ['a text as JSON-LD has it', { value: { '@value': 'Један', '@language': 'sr' } }, 'Један'],
    ['an address', 'https://example.org/comment', '<https://example.org/comment>'],
    ['an address of another kind', 'javascript:alert(1)', 'javascript:alert(1)'],
    ['a picture', { type: 'Image', id: 'http://example.org/a.png' }, '<http://example.org/a.png>'],
    ['nothing', [], ''],
    ['an empty text', { type: 'TextualBody', value: '' }, ''],
  ])('%s', (_, body, text) => {
    expect(textOf(body)).toBe(text);
  });

  it('is also the short form of the model', () => {
    expect(textOf(undefined, { bodyValue: 'Shkurt.' })).toBe('Shkurt.');
  });

  it.each([
    ['an array', { tags: ['a', ' b ', 'a', ''] }, ['a', 'b']],
    ['one text', { tags: 'burime, numra' }, ['burime', 'numra']],
    ['a body each', { body: [{ type: 'TextualBody', value: 'ICTY, The Hague', purpose: 'tagging' }] }, ['ICTY, The Hague']],
    ['in the body', { body: { type: 'TextualBody', value: 'x', tag: 'један' } }, ['један']],
    ['no text', { tags: [1, null, { a: 1 }] }, []],
  ])('tags as %s', (_, annotation, tags) => {
    expect(noteOf(annotation)?.tags).toEqual(tags);
  }); // prettier-ignore

  it.each([
    ['2024-05-01', '2024-05-01T00:00:00.000Z'],
    ['2024-05-01T10:00:00', '2024-05-01T10:00:00.000Z'],
    ['2024-05-01T10:00:00+02:00', '2024-05-01T08:00:00.000Z'],
    ['2024-05-01T10:00:00Z', '2024-05-01T10:00:00Z'],
    ['2024-02-31T10:00:00Z', null],
    ['yesterday', null],
    ['2024', null],
    [1714550400000, null],
    ['+275760-09-13T00:00:00Z', null],
  ])('a date written %s', (created, expected) => {
    expect(noteOf({ created })?.created).toBe(expected);
  });

  it.each([
    [{ name: 'Ana' }, 'Ana'],
    [[{ type: 'Person', nickname: 'ana' }, { name: 'Eva' }], 'ana'],
    ['https://example.org/ana', 'https://example.org/ana'],
    ['acct:ana@example.org', 'ana'],
    [{}, ''],
    [7, ''],
  ])('a creator given as %j', (creator, by) => {
    expect(noteOf({ creator })?.by).toBe(by);
  });
});

describe('an id of another program', () => {
  const idOf = (annotation: object) => noteOf(annotation)?.id;

  it('makes one of ours, always the same', () => {
    const theirs = { id: 'https://example.org/anno/1' };
    expect(idOf(theirs)).toBe(idOf({ ...theirs, body: { value: 'changed since' } }));
    expect(noteOf(theirs)?.foreignId).toBe('https://example.org/anno/1');
    expect(idOf(theirs)).not.toBe(idOf({ id: 'https://example.org/anno/2' }));
  });

  it('is not taken for another’s because both count from 1', () => {
    const elsewhere = { id: '1', target: { ...ON, source: 'paralel:article/drenica-massacres' } };
    expect(idOf({ id: '1' })).not.toBe(idOf(elsewhere));
    expect(idOf({ id: '1' })).toBe(idOf({ id: '1', body: { value: 'changed since' } }));
  });

  it('is taken as it is where it is a UUID, in small letters', () => {
    expect(idOf({ id: 'URN:UUID:0F1B2C3D-4E5F-4A6B-8C7D-9E0F1A2B3C4D' })).toBe(SOUND.id.slice(9));
    expect(noteOf({ id: 'urn:uuid:123-123-123-123' })?.foreignId).toBe('urn:uuid:123-123-123-123');
  });

  it('is made from what is said where there is none', () => {
    const none = { ...SOUND, id: undefined };
    expect(noteOf(none)?.id).toBe(noteOf(none)?.id);
    expect(noteOf(none)?.id).not.toBe(noteOf({ ...none, body: { value: 'other' } })?.id);
    expect(noteOf(none)?.foreignId).toBeNull();
  });
});
