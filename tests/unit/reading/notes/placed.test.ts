import { describe, expect, it } from 'vitest';
import {
  blockOfTarget,
  placedNotes,
  pressedNote,
  type NotedWords,
  TITLE,
} from '../../../../src/renderer/reading/notes/placed';
import type { Lang } from '../../../../src/shared/lang';
import { noteSchema, type Note } from '../../../../src/shared/notes';

let number = 0;
function note(given: Partial<Record<keyof Note, unknown>> = {}): Note {
  const id = `00000000-0000-4000-8000-${String(++number).padStart(12, '0')}`;
  const moment = '2026-01-01T00:00:00.000Z';
  return noteSchema.parse({
    id, revision: 1, on: 'quote', article: 'izbica-massacre', lang: 'en', block: 'lead-1', quote: 'Izbica', figure: null,
    entity: null, state: 'anchored', score: null, at: { lang: 'en', block: 'lead-1', start: 4, end: 10 }, text: '',
    colour: 'yellow', tags: [], created: moment, modified: moment, by: '', removed: false, copyOf: null, ...given,
  }); // prettier-ignore
}
const standing = (lang: Lang, start: number, given: Partial<Record<keyof Note, unknown>> = {}): Note =>
  note({ lang, at: { lang, block: 'lead-1', start, end: start + 5 }, ...given });

const blocks = new Set(['lead-1', 'lead-2']);
const idsIn = (placed: ReturnType<typeof placedNotes>, block = 'lead-1') =>
  placed.inBlocks.get(block)?.map((one) => one.note.id);

describe('the notes of an article', () => {
  const english = standing('en', 20);
  const earlier = standing('en', 3);
  const albanian = standing('sq', 0);
  const paragraph = note({ on: 'block', at: { lang: 'en', block: 'lead-1', start: 0, end: 90 } });
  const answers = [{ lang: 'en' as const, notes: [english, earlier, albanian, paragraph] }];

  it('stand in the order of their words, those on a whole paragraph first', () => {
    expect(idsIn(placedNotes(answers, { shown: 'edition', blocks }))).toEqual([
      paragraph.id,
      earlier.id,
      english.id,
    ]);
  });

  it('are those on another edition too where the reader wants them, without words here', () => {
    const placed = placedNotes(answers, { shown: 'all', blocks });
    expect(idsIn(placed)).toContain(albanian.id);
    expect(placed.inBlocks.get('lead-1')?.find((one) => one.note.id === albanian.id)?.lang).toBeUndefined();
    expect(placed.words.map(({ id }) => id)).not.toContain(albanian.id);
  });

  it('are hidden, but for the one that was asked for', () => {
    expect(idsIn(placedNotes(answers, { shown: 'none', blocks }))).toBeUndefined();
    expect(placedNotes(answers, { shown: 'none', blocks }).words).toEqual([]);
    expect(idsIn(placedNotes(answers, { shown: 'none', blocks, asked: albanian.id }))).toEqual([albanian.id]);
  });

  it('are there once each where several editions are on show, in their own', () => {
    const placed = placedNotes(
      [
        { lang: 'sq', notes: [english, albanian] },
        { lang: 'en', notes: [english, albanian] },
      ],
      { shown: 'edition', blocks },
    );
    expect(placed.inBlocks.get('lead-1')?.map(({ lang }) => lang)).toEqual(['sq', 'en']);
    expect(placed.words.map(({ lang }) => lang).sort()).toEqual(['en', 'sq']);
  });

  it('leave the one that is being written to its editor, and its words painted', () => {
    const placed = placedNotes(answers, { shown: 'edition', blocks, without: new Set([english.id]) });
    expect(idsIn(placed)).not.toContain(english.id);
    expect(placed.words.map(({ id }) => id)).toContain(english.id);
  });

  it('that have lost their place are together at the end, also when the others are hidden', () => {
    const orphan = note({ state: 'orphaned', at: null });
    const placed = placedNotes([{ lang: 'en', notes: [orphan] }], { shown: 'none', blocks });
    expect(placed.orphans.map(({ id }) => id)).toEqual([orphan.id]);
    expect(placed.inBlocks.size).toBe(0);
  });

  it('on the whole stand with its title, and those on figures with their figures', () => {
    const whole = note({ on: 'article', block: null, quote: null, at: null });
    const figure = note({ on: 'figure', lang: null, block: null, quote: null, at: null, figure: 'killed' });
    const placed = placedNotes([{ lang: 'en', notes: [whole, figure] }], { shown: 'edition', blocks });
    expect(idsIn(placed, TITLE)).toEqual([whole.id]);
    expect(placed.onFigures.get('killed')?.map(({ id }) => id)).toEqual([figure.id]);
  });
});

describe('pressing noted words', () => {
  const words = (start: number, end: number): NotedWords => {
    const { id } = note();
    return { id, lang: 'en', block: 'lead-1', colour: 'red', start, end };
  };
  it('opens the shortest, then the next longer, then the shortest again', () => {
    const [long, short] = [words(0, 40), words(10, 20)];
    expect(pressedNote([long, short], undefined)).toBe(short.id);
    expect(pressedNote([long, short], short.id)).toBe(long.id);
    expect(pressedNote([long, short], long.id)).toBe(short.id);
  });
  it('opens nothing where nothing is noted', () => {
    expect(pressedNote([], undefined)).toBeUndefined();
  });
});

it('knows where the editor of a new note stands', () => {
  const { article } = note();
  if (!article) throw new Error('no article');
  expect(blockOfTarget({ on: 'article', article, lang: 'en' })).toBe(TITLE);
  expect(blockOfTarget({ on: 'block', article, lang: 'en', block: 'lead-2' })).toBe('lead-2');
});
