import { describe, expect, it } from 'vitest';
import { changesAnything, countsOf } from '../../../src/renderer/components/notebook/imported';
import { requestOf, scopesOf } from '../../../src/renderer/components/notebook/notes-request';
import { nameOf, placeOf, placingOf } from '../../../src/renderer/components/notebook/place';
import { viewOf } from '../../../src/renderer/components/notebook/view';
import { exportRequestSchema, type ListedNote } from '../../../src/shared/contract';

const ID = '4f1d9a52-6f2e-4a57-9a3e-0f6f5a3b2c11';
const noteWith = (about: object) =>
  ({
    id: ID,
    on: 'quote',
    article: 'izbica-massacre',
    entity: null,
    lang: 'sq',
    title: 'Izbica',
    ...about,
  }) as ListedNote;

describe('the place of a note', () => {
  it('is in its article, in the edition that it was written in', () => {
    expect(placeOf(noteWith({}), { words: 'a' })).toEqual({
      name: 'article',
      params: { id: 'izbica-massacre' },
      query: { note: ID, lang: 'sq' },
    });
  });

  it('is the card of a name, beside the page as it is', () => {
    const onName = noteWith({ on: 'entity', article: null, entity: 'pl-izbica', lang: null });
    expect(placeOf(onName, { words: 'a' })).toEqual({ query: { words: 'a', name: 'pl-izbica' } });
  });

  it('is nowhere when the library has no such article', () => {
    const gone = noteWith({ title: null });
    expect([placeOf(gone, {}), placingOf(gone)]).toEqual([undefined, undefined]);
  });

  it.each([
    ['quote', true],
    ['block', true],
    ['article', false],
    ['figure', false],
  ])('can be given anew to a note on a %s: %s', (on, canBe) => {
    expect(placingOf(noteWith({ on })) !== undefined).toBe(canBe);
  });

  it('is asked for with the note, in its edition', () => {
    expect(placingOf(noteWith({}))).toMatchObject({ name: 'article', query: { place: ID, lang: 'sq' } });
  });
});

describe('what a note is called in a button', () => {
  it('is its first words, else those that it is on, else where it is', () => {
    expect(nameOf({ text: ' Kush\n e tha? ', quote: 'Izbicë', title: 'T' })).toBe('Kush e tha?');
    expect(nameOf({ text: ' ', quote: 'Izbicë', title: 'T' })).toBe('Izbicë');
    expect(nameOf({ text: '', quote: null, title: 'T' })).toBe('T');
  });

  it('ends with a whole word', () => {
    expect(nameOf({ text: `${'fjalë '.repeat(30)}`, quote: null, title: null })).toBe(
      `${'fjalë '.repeat(10).trim()}…`,
    );
    expect(nameOf({ text: 'a'.repeat(90), quote: null, title: null })).toBe(`${'a'.repeat(60)}…`);
  });
});

describe('the export of notes', () => {
  const view = viewOf({ words: 'Đakov', colour: 'red', sort: 'place' });

  it('is offered of what is chosen, of what is filtered, and of all, where that is something else', () => {
    expect(scopesOf({ view, chosen: [ID] })).toEqual(['chosen', 'filtered', 'all']);
    expect(scopesOf({ view: viewOf({ sort: 'place' }), chosen: [] })).toEqual(['all']);
  });

  it.each([
    ['chosen', { ids: [ID] }],
    ['filtered', { words: 'Đakov', colour: 'red' }],
    ['all', undefined],
  ] as const)('of %s notes asks for those, as the contract has it', (scope, filter) => {
    const request = requestOf('html', 'sq', scope, { view, chosen: [ID] });
    expect(exportRequestSchema.parse(request)).toEqual({
      what: 'notes',
      format: 'html',
      lang: 'sq',
      ...(filter && { filter }),
    });
  });
});

describe('an import of notes', () => {
  const failure = { entry: 3, id: null, code: 'not-an-annotation', params: {} };
  const result = { added: 0, updated: 0, skipped: 4, orphaned: 0, failed: [failure, failure] };

  it('counts what could not be read', () => {
    expect(countsOf(result)).toEqual({ added: 0, updated: 0, skipped: 4, orphaned: 0, failed: 2 });
  });

  it('changes something where it adds or updates, and not where all is here', () => {
    expect(changesAnything(result)).toBe(false);
    expect(changesAnything({ ...result, updated: 1 })).toBe(true);
    expect(changesAnything({ ...result, added: 1 })).toBe(true);
  });
});
