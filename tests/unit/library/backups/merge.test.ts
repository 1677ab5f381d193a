import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeInto, mergeNotes, type Numbered } from '../../../../src/library/backups/merge';
import type { KeptEdit } from '../../../../src/library/backups/content';
import { articleIdSchema } from '../../../../src/shared/domain';
import { noteIdSchema } from '../../../../src/shared/notes';

const id = (n: number) => noteIdSchema.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const target = { on: 'article', article: articleIdSchema.parse('izbica-massacre'), lang: 'en' } as const;

/** The revisions of one note, each by its text. */
const history = (note: number, ...texts: string[]): Numbered[] =>
  texts.map((text, at) => ({
    number: note * 100 + at,
    note: id(note),
    revision: at + 1,
    at: `2026-11-22T10:00:0${at}Z`,
    by: '',
    target,
    text,
    colour: 'yellow',
    tags: [],
    removed: text === 'removed',
    copyOf: null,
  }));
const becomes = (ours: Numbered[], theirs: Numbered[]) => [...mergeNotes(ours, theirs).notes.values()];
const textsOf = (revisions: readonly Numbered[]) => revisions.map(({ text }) => text);

describe('a note of a backup', () => {
  it('comes back with all that it was, where it is not here', () => {
    const { revisions, notes } = mergeNotes([], history(1, 'a', 'b'));
    expect(textsOf(revisions)).toEqual(['a', 'b']);
    expect([...notes]).toEqual([[id(1), 'added']]);
  });

  it('brings its later revisions, where ours is older', () => {
    const { revisions, notes } = mergeNotes(history(1, 'a'), history(1, 'a', 'b', 'c'));
    expect(textsOf(revisions)).toEqual(['b', 'c']);
    expect([...notes.values()]).toEqual(['updated']);
  });

  it('brings nothing where ours is newer or the same', () => {
    expect(becomes(history(1, 'a', 'b'), history(1, 'a'))).toEqual(['newer']);
    expect(becomes(history(1, 'a', 'b'), history(1, 'a', 'b'))).toEqual(['unchanged']);
    expect(mergeNotes(history(1, 'a', 'removed'), history(1, 'a')).revisions).toEqual([]);
  });

  it('is kept beside ours, where both were changed', () => {
    const { revisions, notes } = mergeNotes(history(1, 'a', 'ours'), history(1, 'a', 'theirs'));
    expect(textsOf(revisions)).toEqual(['a', 'theirs']);
    expect(new Set(revisions.map(({ note }) => note)).size).toBe(1);
    expect(revisions[0]?.note).not.toBe(id(1));
    expect(revisions.every(({ copyOf }) => copyOf === id(1))).toBe(true);
    expect([...notes.values()]).toEqual(['conflicts']);
  });

  it('that was kept beside ours before goes on where it stopped', () => {
    const ours = history(1, 'a', 'ours');
    const first = mergeNotes(ours, history(1, 'a', 'theirs')).revisions;
    const again = mergeNotes([...ours, ...first], history(1, 'a', 'theirs', 'later'));
    expect(textsOf(again.revisions)).toEqual(['later']);
    expect([...again.notes.values()]).toEqual(['updated']);
    expect(again.revisions[0]?.note).toBe(first[0]?.note);
  });

  it('is no conflict where both came to the same', () => {
    const same = history(1, 'a', 'same').map((one) => ({ ...one, by: 'somebody' }));
    expect(becomes(history(1, 'a', 'same'), same)).toEqual(['unchanged']);
  });

  it('is found by its copy too, where the backup holds both', () => {
    const ours = history(1, 'a', 'ours');
    const kept = mergeNotes(ours, history(1, 'a', 'theirs')).revisions.map((one) => ({
      ...one,
      number: one.number + 500,
    }));
    const edited = { ...(kept[1] as Numbered), revision: 3, number: 700, text: 'edited' };
    const theirs = [...history(1, 'a', 'theirs'), ...kept, edited];
    const { revisions } = mergeNotes(ours, theirs);
    expect(textsOf(revisions)).toEqual(['a', 'theirs', 'edited']);
  });

  it('is brought once, whatever happened on both sides, and nothing of ours is touched', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'removed'), { minLength: 1, maxLength: 4 });
    const notebook = fc.dictionary(fc.constantFrom('1', '2', '3'), texts);
    const content = (drawn: Record<string, string[]>) =>
      Object.entries(drawn).flatMap(([note, written]) => history(Number(note), ...written));
    fc.assert(
      fc.property(notebook, notebook, notebook, (a, b, c) => {
        let here = content(a);
        for (const theirs of [content(b), content(c)]) {
          const before = here;
          here = [...here, ...mergeNotes(here, theirs).revisions];
          expect(here.slice(0, before.length)).toEqual(before);
          const keys = here.map(({ note, revision }) => `${note} ${revision}`);
          expect(new Set(keys).size).toBe(keys.length);
          // What theirs said last is to be found here, as itself or as a copy.
          for (const written of Map.groupBy(theirs, ({ note }) => note).values())
            expect(textsOf(here)).toContain(written.at(-1)?.text);
          const again = mergeNotes(here, theirs);
          expect(again.revisions).toEqual([]);
          expect([...again.notes.values()].every((one) => one === 'unchanged' || one === 'newer')).toBe(true);
        }
      }),
    );
  });
});

describe('edits and settings of a backup', () => {
  const edit = (at: string): KeptEdit => ({
    at,
    by: '',
    what: { kind: 'import', file: 'a.csv', added: 1, changed: 0 },
    undoneAt: null,
    entities: new Map(),
    sources: [],
    mentions: [],
  });
  const content = (edits: KeptEdit[], settings: [string, string][] = []) => ({
    revisions: [],
    edits,
    settings: new Map(settings),
  });

  it('come as often as ours does not have them, in their order', () => {
    const { edits, sameEdits } = mergeInto(
      content([edit('2')]),
      content([edit('1'), edit('2'), edit('2'), edit('3')]),
    );
    expect(edits.map(({ at }) => at)).toEqual(['1', '2', '3']);
    expect(sameEdits).toBe(1);
  });

  it('are undone or not as ours says', () => {
    expect(mergeInto(content([{ ...edit('1'), undoneAt: '9' }]), content([edit('1')])).edits).toEqual([]);
  });

  it('are taken over only where nothing is set here', () => {
    const ours = content([], [['theme', '"dark"']]);
    const theirs = content(
      [],
      [
        ['theme', '"light"'],
        ['paper', '"A4"'],
      ],
    );
    expect([...mergeInto(ours, theirs).settings]).toEqual([['paper', '"A4"']]);
  });
});
