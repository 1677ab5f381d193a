import { describe, expect, it } from 'vitest';
import { withNote } from '../../../src/renderer/components/notebook/renewed';
import { nextStretch, rowAt, withAnswer } from '../../../src/renderer/components/names/table/stretches';
import type { ListedNote, NotesPage } from '../../../src/shared/contract';

const note = (at: number, text = '') =>
  ({ id: `note-${at}`, text, title: 'Izbica' }) as unknown as ListedNote;
const page = (total: number): NotesPage => ({
  total,
  all: total,
  removed: 0,
  articles: [],
  tags: [],
  colours: [],
  states: [],
  rows: Array.from({ length: total }, (_, at) => note(at)),
});

describe('a list of notes in which one was changed', () => {
  it('shows it as it is now where it was, and asks for nothing because of it', () => {
    const before = withAnswer(undefined, { question: 'q', stretch: 0, revision: 0, page: page(20) }, 100);
    const changed = { ...note(5), text: 'changed' };
    const { rows: _rows, ...about } = { ...page(20), tags: [{ tag: 'new', count: 1 }] };
    const list = withNote(before, changed, about, 4);
    expect(rowAt(list, 5)).toMatchObject({ id: 'note-5', text: 'changed', title: 'Izbica' });
    expect(rowAt(list, 4)).toMatchObject({ id: 'note-4', text: '' });
    expect(list.about.tags).toEqual([{ tag: 'new', count: 1 }]);
    expect(nextStretch(list, { from: 0, to: 20 }, 4)).toBeUndefined();
  });
});
