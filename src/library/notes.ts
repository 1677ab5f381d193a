/** Notes: kept in the notebook before anybody is told that they are, and shown where they stand now. */
import { describe } from '../core/anchors/quote';
import { KEPT as KEPT_OF_BLOCK } from '../core/anchors/paragraph';
import { noteIdFrom } from '../core/notes/ids';
import { fold } from '../core/text/fold';
import { mapSpanToCyrillic, toLatinWithMap } from '../core/text/script';
import type { Output, Parsed } from '../shared/contract';
import type { ArticleId } from '../shared/domain';
import { AppError, toReport } from '../shared/errors';
import { writtenFor } from '../shared/lang';
import {
  type KeptRevision,
  type KeptTarget,
  keptTargetSchema,
  LONGEST_NOTE,
  type Note,
  type NoteContent,
  type NoteId,
  type NoteTarget,
} from '../shared/notes';
import type { NoteQuery } from '../store/index/notes';
import { explainFailure } from '../store/failures';
import type { NoteRow } from '../store/notebook/notes';
import { articleTitle } from './articles';
import { sweepBackups } from './backups/backups';
import type { Context } from './context';
import { catchUpWithNotes, standingOf, whereQuoted, withNotesSeen } from './note-index';
import { noteViewer, quoteOf, titleOf } from './note-view';
import { showText } from './shown';
import { forget } from './traces';

/** @throws AppError 'note.too-long' | 'note.nowhere' | 'note.moved' | 'note.no-block' | 'note.unknown' | 'article.unknown' | … */
export function saveNote(context: Context, input: Parsed<'notes.save'>): Output<'notes.save'> {
  const { notes } = context;
  const content = contentOf(input);
  // Parsed, so that it compares with what was kept, key by key.
  const target = input.target && keptTargetSchema.parse(keepTarget(context, input.target));
  const { by, at } = signature(context);
  const keep = (kept: KeptRevision, created?: string): Note => {
    const row = notes.add(kept, created);
    // What was placed just now stands where it was placed.
    return noteViewer(context)(row, (target && whereQuoted(target)) ?? standingOf(context, row.target));
  };
  return notes.transaction((): Output<'notes.save'> => {
    const now = notes.get(input.id);
    const made = { ...content, note: input.id, at, by, removed: false };
    if (!now) {
      if (input.expected > 0) throw new AppError('note.unknown', { id: input.id });
      if (!target) throw new AppError('note.nowhere');
      return { state: 'saved', note: keep({ ...made, revision: 1, target, copyOf: null }), copy: null };
    }
    // Sent again by somebody who did not hear the answer, or left as it was.
    if (isSame(now, content, target))
      return { state: 'unchanged', note: shown(context, input.id), copy: null };
    if (now.revision === input.expected) {
      const next = { ...now, ...made, revision: now.revision + 1, target: target ?? now.target };
      return { state: 'saved', note: keep(next, now.created), copy: null };
    }
    // As it was begun, or sent again although it was kept, and somebody has changed it since.
    const before = notes
      .history(input.id)
      .filter(({ revision }) => revision === input.expected || revision === input.expected + 1);
    if (before.some((was) => isSame(was, content, target)))
      return { state: 'unchanged', note: shown(context, input.id), copy: null };
    const copy = copyId(input);
    if (!notes.get(copy))
      notes.add({ ...made, note: copy, revision: 1, target: target ?? now.target, copyOf: input.id });
    return { state: 'conflict', note: shown(context, input.id), copy: shown(context, copy) };
  });
}

function contentOf({ text, colour, tags }: NoteContent): NoteContent {
  if (text.length > LONGEST_NOTE)
    throw new AppError('note.too-long', { length: text.length, limit: LONGEST_NOTE });
  return { text, colour, tags: [...new Set(tags)] };
}

function isSame(was: KeptRevision, content: NoteContent, target: KeptTarget | undefined): boolean {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  return (
    !was.removed &&
    was.text === content.text &&
    was.colour === content.colour &&
    same(was.tags, content.tags) &&
    (target === undefined || same(was.target, target))
  );
}

/** The same for the same text, so that sending it twice keeps it once. */
const copyId = ({ id, expected, text, colour, tags }: Parsed<'notes.save'>): NoteId =>
  noteIdFrom('copy', id, JSON.stringify([expected, text, colour, tags]));

function signature({ settings }: Context): { by: string; at: string } {
  return { by: settings.signature(), at: new Date().toISOString() };
}

function keepTarget(context: Context, target: NoteTarget): KeptTarget {
  if (target.on === 'entity') {
    if (!context.entities.exists(target.entity)) throw new AppError('entity.unknown', { id: target.entity });
    return target;
  }
  const { article } = target;
  const isThere = () => context.articles.get(article) !== undefined;
  if (target.on === 'figure') {
    if (context.figures.exists(article, target.figure)) return target;
    if (isThere()) throw new AppError('note.no-figure', { article, figure: target.figure });
  }
  if (target.on === 'article' && isThere()) return target;
  if (target.on === 'figure' || target.on === 'article')
    throw new AppError('article.unknown', { id: article });
  const { lang, block } = target;
  const text = context.articles.text(article, writtenFor(lang), block);
  if (text === undefined)
    throw isThere()
      ? new AppError('note.no-block', { article, lang, block })
      : new AppError('article.unknown', { id: article });
  const edition = context.collections.first()?.version ?? '';
  if (target.on === 'block')
    return { on: 'block', article, lang, block, edition, exact: text.slice(0, KEPT_OF_BLOCK) };
  const { start, end } = target;
  if (showText(text, lang).slice(start, end) !== target.text)
    throw new AppError('note.moved', { text: target.text.slice(0, 80) });
  const span = lang === 'sr-Latn' ? mapSpanToCyrillic(toLatinWithMap(text), { start, end }) : { start, end };
  return { on: 'quote', article, lang, block, edition, ...describe(text, span) };
}

/** As it is kept now. */
function shown(context: Context, id: NoteId): Note {
  const row = known(context, id);
  return noteViewer(context)(row, standingOf(context, row.target));
}

function known({ notes }: Context, id: NoteId): NoteRow {
  const row = notes.get(id);
  if (!row) throw new AppError('note.unknown', { id });
  return row;
}

export function removeNotes(context: Context, { ids }: Parsed<'notes.remove'>): Output<'notes.remove'> {
  return { removed: setRemoved(context, ids, true) };
}

export function restoreNotes(context: Context, { ids }: Parsed<'notes.restore'>): Output<'notes.restore'> {
  return { restored: setRemoved(context, ids, false) };
}

/** A revision like any other. @returns those that were not so already */
function setRemoved(context: Context, ids: readonly NoteId[], removed: boolean): NoteId[] {
  const { notes } = context;
  const signed = signature(context);
  return notes.transaction(() => {
    const changed = notes.some(ids).filter((row) => row.removed !== removed);
    for (const row of changed) notes.add({ ...row, ...signed, revision: row.revision + 1, removed });
    return changed.map(({ note }) => note);
  });
}

/** Only what is in the trash. What an earlier time could not take out of the backups is taken out now.
 *  @throws AppError 'note.not-swept' where they are gone, and something of them may still be in a file */
export function purgeNotes(context: Context, { ids, backups }: Parsed<'notes.purge'>): Output<'notes.purge'> {
  const { notes } = context;
  const purged = notes.transaction(() => {
    const inTrash = new Set(notes.removedIds());
    const gone = (ids ?? [...inTrash]).filter((id) => inTrash.has(id) && notes.purge(id));
    if (backups) gone.forEach((id) => notes.oweSweep(id));
    return gone.length;
  });
  try {
    catchUpWithNotes(context);
    forget(context.shelf);
    if (backups) {
      sweepBackups(context.shelf, notes.unswept());
      notes.swept();
    }
  } catch (cause) {
    const { message } = toReport(explainFailure(cause, context.shelf.folder));
    throw new AppError('note.not-swept', { count: purged, detail: message }, { cause });
  }
  return { purged };
}

export function getNote(context: Context, { id, lang }: Parsed<'notes.get'>): Note {
  const row = known(context, id);
  return noteViewer(context, lang)(row, standingOf(context, row.target));
}

export function notesOf(context: Context, input: Parsed<'notes.of'>): Note[] {
  if (context.shelf.readOnly) return [];
  return withNotesSeen(context, () => {
    const placed =
      'article' in input
        ? context.noteEntries.inArticle(input.article)
        : context.noteEntries.onEntity(input.entity);
    return viewsOf(context, placed, 'lang' in input ? input.lang : undefined);
  });
}

/** On names that these articles mention, the oldest first. */
export function notesOnNamesIn(context: Context, articles: readonly ArticleId[]): Note[] {
  if (context.shelf.readOnly) return [];
  return withNotesSeen(context, () => viewsOf(context, context.noteEntries.onNamesIn(articles)));
}

export function listNotesOnNames(
  context: Context,
  { articles, lang }: Parsed<'notes.on-names'>,
): Output<'notes.on-names'> {
  return notesOnNamesIn(context, articles).map((note) => ({ ...note, title: titleOf(context, note, lang) }));
}

function viewsOf(
  context: Context,
  placed: ReturnType<Context['noteEntries']['page']>,
  lang?: Parameters<typeof noteViewer>[1],
): Note[] {
  const rows = new Map(context.notes.some(placed.map(({ note }) => note)).map((row) => [row.note, row]));
  const view = noteViewer(context, lang);
  return placed.flatMap(({ note, ...standing }) => {
    const row = rows.get(note);
    return row ? [view(row, standing)] : [];
  });
}

export function pageOfNotes(context: Context, input: Parsed<'notes.page'>): Output<'notes.page'> {
  const nothing = { total: 0, rows: [], all: 0, removed: 0, articles: [], tags: [], colours: [], states: [] };
  if (context.shelf.readOnly) return nothing;
  return withNotesSeen(context, () => listed(context, input));
}

function listed(context: Context, input: Parsed<'notes.page'>): Output<'notes.page'> {
  const { noteEntries } = context;
  const { lang, sort, descending = false, limit = 100, offset = 0, ...filter } = input;
  const query = queryOf(filter);
  const groups = noteEntries.groups(query.removed);
  const placed = noteEntries.page(query, { sort, descending, limit, offset });
  const count = (removed: boolean) => noteEntries.total({ removed, words: [] });
  return {
    total: noteEntries.total(query),
    rows: viewsOf(context, placed).map((note) => ({ ...note, title: titleOf(context, note, lang) })),
    all: count(false),
    removed: count(true),
    articles: groups.articles.map(({ value, count: n }) => ({
      article: value,
      title: articleTitle(context, value, lang) ?? null,
      count: n,
    })),
    tags: groups.tags.map(({ value, count: n }) => ({ tag: value, count: n })),
    colours: groups.colours.map(({ value, count: n }) => ({ colour: value, count: n })),
    states: groups.states.map(({ value, count: n }) => ({ state: value, count: n })),
  };
}

export function countNotes(context: Context): Output<'notes.count'> {
  if (context.shelf.readOnly) return { count: 0 };
  catchUpWithNotes(context);
  return { count: context.noteEntries.total({ removed: false, words: [] }) };
}

/** Words are found wherever they stand in a note, also inside of others. */
export function queryOf({
  words,
  removed = false,
  ...filter
}: Omit<Partial<NoteQuery>, 'words'> & { words?: string | undefined }): NoteQuery {
  return {
    ...filter,
    removed,
    words: fold(words ?? '')
      .split(/\s+/u)
      .filter(Boolean),
  };
}

export function historyOf(context: Context, { id }: Parsed<'notes.history'>): Output<'notes.history'> {
  known(context, id);
  return context.notes.history(id).toReversed().map(({ revision, at, by, text, colour, tags, target, removed }) => ({
    revision, at, by, text, colour, tags, removed, quote: quoteOf(target),
  })); // prettier-ignore
}
