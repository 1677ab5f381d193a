import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  autosave,
  type Begun,
  isSameBlock,
  RESTS_AFTER_MS,
  type SaveState,
} from '../../../src/renderer/components/notes/autosave';
import { found, placeOf, unsavedShelf } from '../../../src/renderer/components/notes/unsaved';
import type { Input, Note, NoteContent, NoteId, NoteTarget, Output } from '../../../src/shared/contract';
import { AppError } from '../../../src/shared/errors';

const ID = '018f0000-0000-4000-8000-000000000001' as NoteId;
const COPY = '018f0000-0000-4000-8000-000000000002' as NoteId;
const words = {
  on: 'quote',
  article: 'izbica-massacre',
  lang: 'en',
  block: 'events-1',
  start: 0,
  end: 5,
  text: 'Izbica',
} as NoteTarget;
const article = { on: 'article', article: 'izbica-massacre', lang: 'en' } as NoteTarget;
const content = (text: string, more: Partial<NoteContent> = {}): NoteContent => ({
  text,
  colour: 'yellow',
  tags: [],
  ...more,
});
const noteOf = (kept: NoteContent, revision: number, id = ID) => ({ id, revision, ...kept }) as Note;

type Sent = Input<'notes.save'>;

/** A library whose answers the test gives one by one. */
function begin(begun: Partial<Begun> = {}) {
  const asked: {
    input: Sent;
    answer: (output: Output<'notes.save'>) => void;
    fail: (error: unknown) => void;
  }[] = [];
  const states: SaveState['step'][] = [];
  const saved: Note[] = [];
  const conflicts: Note[] = [];
  const shown: NoteContent[] = [];
  const shelved: (string | undefined)[] = [];
  const kept = content('kept');
  const one = autosave(
    { id: ID, expected: 3, content: kept, kept, ...begun },
    {
      save: (input) => new Promise((answer, fail) => asked.push({ input, answer, fail })),
      unsaved: (begun) => shelved.push(begun?.content.text),
      tell: ({ step }) => states.push(step),
      saved: (note) => saved.push(note),
      conflict: (theirs) => conflicts.push(theirs),
      shown: (now) => shown.push(now),
    },
  );
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return {
    ...one, asked, states, shelved, saved, conflicts, shown, settle,
    rest: () => vi.advanceTimersByTimeAsync(RESTS_AFTER_MS),
    texts: () => asked.map(({ input }) => input.text),
    /** The last is kept as it was sent. */
    async accept() {
      const { input, answer } = asked.at(-1)!;
      answer({ state: 'saved', note: noteOf(input, input.expected + 1, input.id as NoteId), copy: null });
      await settle();
    },
    async refuse(error: unknown) {
      asked.at(-1)!.fail(error);
      await settle();
    },
  }; // prettier-ignore
}

const fresh = (target: NoteTarget) => begin({ expected: 0, target, content: content(''), kept: undefined });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a note that is being written', () => {
  it('is saved once writing has rested, and not before', async () => {
    const { change, asked, texts } = begin();
    change(content('a'));
    await vi.advanceTimersByTimeAsync(RESTS_AFTER_MS - 1);
    change(content('ab'));
    await vi.advanceTimersByTimeAsync(RESTS_AFTER_MS - 1);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(texts()).toEqual(['ab']);
    expect(asked[0]?.input).toMatchObject({ id: ID, expected: 3 });
  });

  it('is called saved only once the library has answered', async () => {
    const { change, rest, states, accept, settle } = begin();
    change(content('a'));
    await rest();
    await settle();
    expect(states).toEqual(['typed', 'saving']);
    await accept();
    expect(states).toEqual(['typed', 'saving', 'saved']);
    change(content('ab'));
    expect(states.at(-1)).toBe('typed');
  });

  it('is on its way once at a time, and the latest text goes next', async () => {
    const { change, rest, texts, accept, asked, states } = begin();
    change(content('a'));
    await rest();
    change(content('ab'));
    await rest();
    change(content('abc'));
    await rest();
    expect(texts()).toEqual(['a']);
    await accept();
    expect(texts()).toEqual(['a', 'abc']);
    expect(states).toEqual(['typed', 'saving', 'saving']);
    expect(asked[1]?.input.expected).toBe(4);
    await accept();
    expect(states.at(-1)).toBe('saved');
    expect(texts()).toEqual(['a', 'abc']);
  });

  it('is not saved again when it is as it was', async () => {
    const { change, rest, asked, states, finish } = begin();
    change(content('a'));
    change(content('kept'));
    await rest();
    await finish();
    expect(asked).toEqual([]);
    expect(states.at(-1)).toBe('rest');
  });

  it('is saved at once when it is closed, and closing waits for it and for what came after', async () => {
    const { change, finish, texts, accept } = begin();
    const closed = vi.fn();
    change(content('a'));
    void finish().then(closed);
    expect(texts()).toEqual(['a']);
    change(content('ab'));
    await accept();
    expect(closed).not.toHaveBeenCalled();
    expect(texts()).toEqual(['a', 'ab']);
    await accept();
    expect(closed).toHaveBeenCalledOnce();
  });

  it('does not close where it could not be saved, keeps its text, and is saved by another try', async () => {
    const { change, finish, refuse, accept, states, texts, unsaved, settle } = begin();
    change(content('a'));
    const first = finish();
    first.catch(() => {});
    await refuse(new AppError('library.full'));
    await expect(first).rejects.toThrow('disk');
    expect(states.at(-1)).toBe('failed');
    expect(unsaved()?.content.text).toBe('a');
    const second = finish();
    await settle();
    await accept();
    await second;
    expect(texts()).toEqual(['a', 'a']);
    expect([states.at(-1), unsaved()]).toEqual(['saved', undefined]);
  });

  it('tries what was written after a refusal, without being asked', async () => {
    const { change, rest, refuse, texts, accept, states } = begin();
    change(content('too long'));
    await rest();
    change(content('short'));
    await refuse(new AppError('note.too-long'));
    expect(texts()).toEqual(['too long', 'short']);
    await accept();
    expect(states.at(-1)).toBe('saved');
  });

  it('does not try a refused text again and again', async () => {
    const { change, rest, refuse, texts } = begin();
    change(content('a'));
    await rest();
    await refuse(new AppError('library.full'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(texts()).toEqual(['a']);
  });

  it('is sent again as it was where nobody heard the answer, before anything newer', async () => {
    const { change, rest, refuse, asked, finish, settle, accept } = begin();
    change(content('a'));
    await rest();
    change(content('ab'));
    await refuse(new AppError('host.gone'));
    expect(asked).toHaveLength(1);
    void finish();
    await settle();
    expect(asked[1]?.input).toEqual(asked[0]?.input);
    await accept();
    expect(asked[2]?.input).toMatchObject({ text: 'ab', expected: 4 });
  });
});

describe('a note of which nobody knows whether it was kept', () => {
  it('is made what it was before, where that is what was written since', async () => {
    const { change, rest, refuse, texts, finish, settle, accept, states } = begin();
    change(content('a'));
    await rest();
    await refuse(new AppError('host.gone'));
    change(content('kept'));
    void finish();
    await settle();
    await accept();
    await accept();
    expect(texts()).toEqual(['a', 'a', 'kept']);
    expect(states.at(-1)).toBe('saved');
  });
});

describe('a note that is no longer in its editor', () => {
  it('is saved to the end, and changes nothing in the editor of the next', async () => {
    const { change, part, finish, asked, accept, states, saved, shown, conflicts, shelved, settle } = begin();
    change(content('a'));
    const closed = finish();
    change(content('ab'));
    part();
    const before = [states.length, saved.length];
    await accept();
    asked[1]!.answer({
      state: 'conflict',
      note: noteOf(content('theirs'), 9),
      copy: noteOf(content('ab'), 1, COPY),
    });
    await settle();
    await closed;
    expect(asked.map(({ input }) => input.text)).toEqual(['a', 'ab']);
    expect([[states.length, saved.length], shown, conflicts]).toEqual([before, [], []]);
    expect(shelved.at(-1)).toBeUndefined();
  });

  it('says why it could not be saved, and stays unsaved', async () => {
    const { change, part, finish, refuse, shelved } = begin();
    change(content('a'));
    part();
    const closed = finish();
    closed.catch(() => {});
    await refuse(new AppError('library.full'));
    await expect(closed).rejects.toThrow('disk');
    expect(shelved.at(-1)).toBe('a');
  });
});

describe('a new note', () => {
  it('says what it is on until it is kept, under one id', async () => {
    const { change, rest, asked, accept } = fresh(words);
    change(content('a'));
    await rest();
    await accept();
    change(content('ab'));
    await rest();
    expect(asked[0]?.input).toMatchObject({ id: ID, expected: 0, target: words });
    expect(asked[1]?.input).toEqual({ id: ID, expected: 1, ...content('ab') });
  });

  it('is on other words of its block, where those are chosen before it is kept', async () => {
    const { change, moveTo, rest, asked, shelved } = fresh({ ...words, on: 'block' } as NoteTarget);
    change(content('a'));
    moveTo(words);
    expect(shelved.at(-1)).toBe('a');
    await rest();
    expect(asked[0]?.input.target).toBe(words);
    expect(isSameBlock({ ...words, on: 'block' } as NoteTarget, words)).toBe(true);
    expect(isSameBlock({ ...words, block: 'events-2' } as NoteTarget, words)).toBe(false);
    expect(isSameBlock({ ...words, lang: 'sq' } as NoteTarget, words)).toBe(false);
    expect(isSameBlock(article, words)).toBe(false);
  });

  it('is not kept before anything is written', async () => {
    const { change, finish, asked } = fresh(article);
    change(content('  \n'));
    change(content('', { colour: 'red' }));
    await finish();
    expect(asked).toEqual([]);
    change(content('', { tags: ['source'] }));
    void finish();
    expect(asked).toHaveLength(1);
  });

  it('may be nothing but a colour of words, where one was chosen', async () => {
    const untouched = fresh(words);
    await untouched.finish();
    expect(untouched.asked).toEqual([]);
    untouched.change(content('', { colour: 'blue' }));
    void untouched.finish();
    expect(untouched.asked[0]?.input.colour).toBe('blue');
  });
});

describe('a note that was changed in two windows', () => {
  it('is kept twice, and the copy is written further', async () => {
    const { change, rest, asked, conflicts, saved, settle } = begin();
    change(content('mine'));
    await rest();
    change(content('mine, longer'));
    const theirs = noteOf(content('theirs'), 4);
    asked[0]!.answer({ state: 'conflict', note: theirs, copy: noteOf(content('mine'), 1, COPY) });
    await settle();
    expect(conflicts).toEqual([theirs]);
    expect(saved.map(({ id }) => id)).toEqual([COPY]);
    expect(asked[1]?.input).toEqual({ id: COPY, expected: 1, ...content('mine, longer') });
  });

  it('shows what the other has written where nothing was written here', async () => {
    const { adopt, shown, unsaved } = begin();
    adopt(noteOf(content('theirs'), 4));
    expect(shown).toEqual([content('theirs')]);
    expect(unsaved()).toBeUndefined();
  });

  it('is still one note where the other has only placed it anew', async () => {
    const { adopt, shown, change, rest, asked } = begin();
    change(content('mine'));
    adopt(noteOf(content('kept'), 4));
    await rest();
    expect([asked[0]?.input.expected, asked[0]?.input.text, shown]).toEqual([4, 'mine', []]);
  });

  it('does not show it over what is being written, nor what is older, nor another note', () => {
    const { adopt, shown, change } = begin();
    adopt(noteOf(content('older'), 2));
    adopt(noteOf(content('other'), 9, COPY));
    change(content('mine'));
    adopt(noteOf(content('theirs'), 4));
    expect(shown).toEqual([]);
  });

  it('does not take what the other wrote for what was sent', async () => {
    const { change, rest, asked, settle } = begin();
    change(content('a'));
    await rest();
    change(content('ab'));
    // Left as it was when it was begun, says the library, and shows what it is now.
    asked[0]!.answer({ state: 'unchanged', note: noteOf(content('theirs'), 5), copy: null });
    await settle();
    expect(asked[1]?.input).toMatchObject({ text: 'ab', expected: 3 });
  });
});

describe('what is not saved', () => {
  function shelf(): Storage {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
      get length() { return kept.size; },
    } as Storage; // prettier-ignore
  }

  it('of a new note is found by what it is on, and once that is kept by its id', () => {
    const where = shelf();
    const keep = unsavedShelf(where);
    const begun: Begun = { id: ID, expected: 0, target: words, content: content('a') };
    keep(begun);
    expect(found(where, placeOf({ target: words }))).toEqual(begun);
    expect(found(where, placeOf({ target: article }))).toBeUndefined();
    keep({ ...begun, expected: 1 });
    expect(found(where, placeOf({ target: words }))).toBeUndefined();
    expect(found(where, placeOf({ id: ID }))?.expected).toBe(1);
    keep(undefined);
    expect(where).toHaveLength(0);
  });

  it('is nothing where all is saved', async () => {
    const { change, unsaved, rest, accept, shelved } = begin();
    expect(unsaved()).toBeUndefined();
    change(content('a'));
    expect(unsaved()).toMatchObject({ id: ID, expected: 3, content: content('a'), kept: content('kept') });
    await rest();
    change(content('ab'));
    expect(shelved.at(-1)).toBe('ab');
    await accept();
    expect(shelved.at(-1)).toBe('ab');
    await accept();
    expect([unsaved(), shelved.at(-1)]).toEqual([undefined, undefined]);
  });
});
