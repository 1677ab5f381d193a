import { describe, expect, it } from 'vitest';
import { parseNote, plainOf } from '../../../src/core/notes/markdown';
import { differences, versionsOf } from '../../../src/renderer/components/notes/history';
import { linkInserted } from '../../../src/renderer/components/notes/insert-link';
import { exactFirst, matchingArticles } from '../../../src/renderer/components/notes/link-search';
import { tagsLike, withTags } from '../../../src/renderer/components/notes/tags';
import { wordDiff } from '../../../src/renderer/components/notes/word-diff';
import type { NoteRevision } from '../../../src/shared/contract';
import type { ArticleId } from '../../../src/shared/domain';
import { LONGEST_TAG, MOST_TAGS } from '../../../src/shared/note-parts';

describe('a link put into a note', () => {
  const link = { label: 'Qirez', address: 'paralel:names/qirez' };

  it('has the name of where it leads, and writing goes on after it', () => {
    const { text, caret } = linkInserted('See  there', { start: 4, end: 4 }, link);
    expect(text).toBe('See [Qirez](paralel:names/qirez) there');
    expect(text.slice(caret)).toBe(' there');
  });

  it('has the selected words instead, as they are', () => {
    expect(linkInserted('the *village* burnt', { start: 4, end: 13 }, link).text).toBe(
      'the [*village*](paralel:names/qirez) burnt',
    );
  });

  it('is a link whatever signs its name has', () => {
    const label = 'A [b] *c* `d` \\ <e> !';
    const { text } = linkInserted('', { start: 0, end: 0 }, { ...link, label });
    expect(plainOf(text)).toBe(label);
    expect(parseNote(text)).toMatchObject([{ children: [{ kind: 'link', children: [{ text: label }] }] }]);
  });
});

describe('tags', () => {
  it('are parted by commas, trimmed, and given once', () => {
    expect(withTags(['a'], ' b ,a,  c   d,, b')).toEqual(['a', 'b', 'c d']);
  });

  it('are as long and as many as a note can have', () => {
    expect(withTags([], 'x'.repeat(100))[0]).toHaveLength(LONGEST_TAG);
    const many = Array.from({ length: 60 }, (_, n) => `t${n}`).join(',');
    expect(withTags([], many)).toHaveLength(MOST_TAGS);
  });

  it('are found in any script, without those given, and what begins so first', () => {
    const known = ['Mali Ćirez', 'Ћирез', 'burim'];
    expect(tagsLike(known, [], 'qirez', 5)).toEqual([]);
    expect(tagsLike(known, [], 'cirez', 5)).toEqual(['Ћирез', 'Mali Ćirez']);
    expect(tagsLike(known, ['Ћирез'], 'cirez', 5)).toEqual(['Mali Ćirez']);
    expect(tagsLike(known, [], '', 2)).toEqual(['Mali Ćirez', 'Ћирез']);
  });
});

describe('articles to link to', () => {
  const articles = [
    { id: 'izbica-massacre' as ArticleId, titles: { en: 'Izbica massacre', sq: 'Masakra e Izbicës', 'sr-Cyrl': 'Масакр у Избици', 'sr-Latn': 'Masakr u Izbici' } },
    { id: 'poklek-massacre' as ArticleId, titles: { en: 'Poklek massacre', sq: 'Masakra e Poklekut', 'sr-Cyrl': 'Масакр у Поклеку', 'sr-Latn': 'Masakr u Pokleku' } },
  ]; // prettier-ignore
  const ids = (words: string) => matchingArticles(articles, words, 5).map(({ id }) => id);

  it('are found by any of their titles', () => {
    expect(ids('izbices')).toEqual(['izbica-massacre']);
    expect(ids('поклек massacre')).toEqual(['poklek-massacre']);
    expect(ids('masakr')).toHaveLength(2);
    expect(ids(' ')).toHaveLength(2);
    expect(ids('izbica poklek')).toEqual([]);
  });
});

describe('names to link to', () => {
  const entity = (id: string, ...texts: string[]) => ({ id, names: texts.map((text) => ({ text })) });
  const listed = [
    entity('pl-a', 'Izbica e Re'),
    entity('pl-b', 'Arizbicë', 'Izbicë e Vjetër'),
    entity('pl-c', 'Izbicë', 'Избица'),
    entity('pl-d', 'Izbica'),
  ];
  const ids = (words: string) => exactFirst(listed, words).map(({ id }) => id);

  it('begin with those that are called just so in any script, and keep their order', () => {
    expect(ids('izbica')).toEqual(['pl-c', 'pl-d', 'pl-a', 'pl-b']);
    expect(ids(' ИЗБИЦА ')).toEqual(['pl-c', 'pl-d', 'pl-a', 'pl-b']);
    expect(ids('Izbicë e vjetër')).toEqual(['pl-b', 'pl-a', 'pl-c', 'pl-d']);
    expect(ids('izb')).toEqual(['pl-a', 'pl-b', 'pl-c', 'pl-d']);
  });
});

describe('the history of a note', () => {
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 1, 12, minutes)).toISOString();
  const revision = (n: number, minutes: number, more: Partial<NoteRevision> = {}): NoteRevision => ({
    revision: n, at: at(minutes), by: '', text: `text ${n}`, colour: 'yellow', tags: [], quote: 'words', removed: false, ...more,
  }); // prettier-ignore

  it('has the last of each sitting, compared with the last of the one before', () => {
    const revisions = [revision(5, 40), revision(4, 31), revision(3, 20), revision(2, 9), revision(1, 0)];
    expect(versionsOf(revisions).map((one) => [one.revision.revision, one.before?.revision])).toEqual([
      [5, 3],
      [3, 2],
      [2, undefined],
    ]);
  });

  it('has each save where that is asked for', () => {
    const revisions = [revision(3, 2), revision(2, 1), revision(1, 0)];
    expect(versionsOf(revisions).map((one) => one.revision.revision)).toEqual([3]);
    expect(versionsOf(revisions, true).map((one) => [one.revision.revision, one.before?.revision])).toEqual([
      [3, 2],
      [2, 1],
      [1, undefined],
    ]);
  });

  it('keeps apart what different people did, and deleting', () => {
    expect(versionsOf([revision(2, 1, { by: 'B' }), revision(1, 0, { by: 'A' })])).toHaveLength(2);
    expect(versionsOf([revision(2, 1, { removed: true }), revision(1, 0)])).toHaveLength(2);
    expect(versionsOf([revision(2, 1), revision(1, 0)])).toHaveLength(1);
  });

  it('bears a clock that was set back', () => {
    expect(versionsOf([revision(2, 0), revision(1, 60)])).toHaveLength(2);
  });

  it('tells what else was changed', () => {
    const [version] = versionsOf([
      revision(2, 30, { colour: 'red', tags: ['a', 'b'], quote: 'others' }),
      revision(1, 0, { tags: ['b', 'c'] }),
    ]);
    expect(differences(version!)).toEqual({
      colour: { before: 'yellow', after: 'red' },
      added: ['a'],
      removed: ['c'],
      isPlacedAnew: true,
    });
    const [first] = versionsOf([revision(1, 0, { tags: ['a'] })]);
    expect(differences(first!)).toEqual({
      colour: undefined,
      added: ['a'],
      removed: [],
      isPlacedAnew: false,
    });
  });

  it('shows which words came and went, in any script', () => {
    expect(wordDiff('U Izbici 28. marta', 'U Izbici 29. marta 1999')).toEqual([
      { kind: 'same', text: 'U Izbici ' },
      { kind: 'removed', text: '28' },
      { kind: 'added', text: '29' },
      { kind: 'same', text: '. marta' },
      { kind: 'added', text: ' 1999' },
    ]);
    expect(wordDiff('у селу Ћирез', 'у селу Чирез')).toEqual([
      { kind: 'same', text: 'у селу ' },
      { kind: 'removed', text: 'Ћирез' },
      { kind: 'added', text: 'Чирез' },
    ]);
  });

  it('shows texts that have nothing in common without comparing for ever', () => {
    const words = (seed: number) => Array.from({ length: 25_000 }, (_, n) => (n * seed) % 9973).join(' ');
    const pieces = wordDiff(words(7), words(1009));
    const of = (kind: string) =>
      pieces
        .filter((one) => one.kind === 'same' || one.kind === kind)
        .map(({ text }) => text)
        .join('');
    expect(of('removed')).toBe(words(7));
    expect(of('added')).toBe(words(1009));
  });
});
