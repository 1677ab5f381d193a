/** What the documents for people have in common: which note stands under what, and what is said of it in words. */
import type { Lang } from '../../../shared/lang';
import { formatDateTime } from '../../text/dates';
import type { ExportedNote, WriteNotesOptions } from './types';
import { articleAddress, entityAddress } from './vocabulary';
import { type Words, wordsIn } from './words';

export interface Section {
  title: string;
  /** With what they stand under, where that is another than of the one before. */
  notes: { note: ExportedNote; under: string | null }[];
}

/** An article each, in the order of their first notes, then the names. */
export function sectionsOf(notes: readonly ExportedNote[], words: Words): Section[] {
  const groups = Map.groupBy(notes, ({ article }) => article ?? '');
  const names = groups.get('') ?? [];
  groups.delete('');
  const articles = Array.from(groups, ([article, group]) => ({
    title: articleTitle(article, group, words),
    notes: withHeadings(group, ({ heading }) => heading),
  }));
  if (names.length === 0) return articles;
  return [
    ...articles,
    {
      title: words(({ notes: { export: own } }) => own.names),
      notes: withHeadings(names, (note) => titleOf(note, words)),
    },
  ];
}

function withHeadings(
  notes: readonly ExportedNote[],
  headingOf: (note: ExportedNote) => string | null,
): Section['notes'] {
  return notes.map((note, at) => {
    const before = notes[at - 1];
    const heading = headingOf(note);
    return { note, under: before && headingOf(before) === heading ? null : heading };
  });
}

/** A note on a figure has the figure's title. */
function articleTitle(article: string, group: readonly ExportedNote[], words: Words): string {
  const titled = group.find(({ on, title }) => on !== 'figure' && title !== null);
  const isGone = group.every(({ title }) => title === null);
  return titled?.title ?? (isGone ? gone(article, words) : article);
}

const titleOf = ({ title, entity }: ExportedNote, words: Words): string => title ?? gone(entity ?? '', words);

const gone = (id: string, words: Words): string => words(({ notes }) => notes.export.gone, { id });

/** What a note is on, where no quote says it. */
export function placeInWords({ on, title, figure }: ExportedNote, words: Words): string | undefined {
  switch (on) {
    case 'article':
      return words(({ notes }) => notes.export.onArticle);
    case 'block':
      return words(({ notes }) => notes.export.onBlock);
    case 'figure':
      return words(({ notes }) => notes.export.onFigure, { title: title ?? figure ?? '' });
    default:
      return undefined;
  }
}

/** Nothing, of one that stands where it was written. */
export function stateInWords(note: ExportedNote, words: Words): string[] {
  const { state, score, removed, copyOf } = note;
  const percent = Math.round((score ?? 1) * 100);
  return [
    ...(state === 'orphaned' ? [words(({ notes }) => notes.export.orphaned)] : []),
    ...(state === 'moved' ? [words(({ notes }) => notes.export.moved, { percent })] : []),
    ...(copyOf === null ? [] : [words(({ notes }) => notes.export.copy)]),
    ...(removed ? [words(({ notes }) => notes.export.removed)] : []),
  ];
}

/** Language of the quote, colour, when and by whom. */
export function factsOf(note: ExportedNote, lang: Lang, words: Words): string[] {
  const { quoteLang, quote, colour, created, modified, by } = note;
  const changed = formatDateTime(modified, lang);
  return [
    ...(quote !== null && quoteLang ? [words(({ languages }) => languages[quoteLang])] : []),
    words(({ notes }) => notes.colours[colour]),
    formatDateTime(created, lang),
    ...(modified === created ? [] : [words(({ notes }) => notes.export.changed, { date: changed })]),
    ...(by === '' ? [] : [by]),
  ];
}

/** Where it stands now, else what it was written in; undefined for what the library has no more. */
export function addressOf({ on, article, entity, at, title, lang }: ExportedNote): string | undefined {
  if (on === 'entity') return entity === null || title === null ? undefined : entityAddress(entity);
  if (article === null || title === null) return undefined;
  const address = articleAddress(article, at?.lang ?? lang ?? undefined);
  return at && /^[a-z0-9-]+$/.test(at.block) ? `${address}&block=${at.block}` : address;
}

export interface Preface {
  words: Words;
  title: string;
  written: string;
  count: string;
}

export function prefaceOf(
  notes: readonly ExportedNote[],
  { lang, version, date, library }: WriteNotesOptions,
): Preface {
  const words = wordsIn(lang);
  return {
    words,
    title: words(({ notes: { export: own } }) => own.title, { library }),
    written: words(({ notes: { export: own } }) => own.written, {
      version,
      date: formatDateTime(date, lang),
    }),
    count: words(({ notes: { export: own } }) => own.count, { count: notes.length }),
  };
}
