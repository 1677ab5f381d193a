/** Where notes stand in the library as it is now. The index follows the notebook; nothing of a note is only there. */
import { isUntouched } from '../core/anchors/exact';
import { type Edition, prepareEdition, findAnchor } from '../core/anchors/find';
import { findBlock, KEPT as KEPT_OF_BLOCK } from '../core/anchors/paragraph';
import { fold } from '../core/text/fold';
import type { ArticleId, Span } from '../shared/domain';
import { type WrittenLang, writtenFor } from '../shared/lang';
import type { KeptTarget } from '../shared/notes';
import type { NoteEntry, Standing } from '../store/index/notes';
import { inPassing } from '../store/database';
import { isUnwritable } from '../store/failures';
import type { NoteRow } from '../store/notebook/notes';
import type { Context } from './context';
import { lazily } from './lazily';

/** What is on no block of an article comes before its text or after it, and what is in no article after them all. */
const BEFORE = -1;
const BEHIND = 2 ** 31;

const NOWHERE: Standing = { block: null, start: 0, end: null, state: 'anchored', score: null };
const ORPHANED: Standing = { ...NOWHERE, state: 'orphaned' };

/** The editions of one sweep over the notes, each read and prepared once. */
export interface Editions {
  blocksOf(article: ArticleId, lang: WrittenLang): { order: ReadonlyMap<string, number>; edition: Edition };
  articleAt(article: ArticleId): number;
}

function editionsOf({ articles }: Context): Editions {
  const prepared = new Map<string, ReturnType<Editions['blocksOf']>>();
  const positions = new Map(articles.list().map(({ id }, at) => [id, at]));
  return {
    blocksOf(article, lang) {
      const key = `${article} ${lang}`;
      const known = prepared.get(key);
      if (known) return known;
      const blocks = articles.passages(article, lang).map(({ block, text }) => ({ id: block, text }));
      const made = {
        order: new Map(blocks.map(({ id }, at) => [id as string, at])),
        edition: prepareEdition(blocks),
      };
      prepared.set(key, made);
      return made;
    },
    articleAt: (article) => positions.get(article) ?? BEHIND,
  };
}

const anchored = (block: string, { start, end }: Span): Standing => ({
  block,
  start,
  end,
  state: 'anchored',
  score: null,
});

/** Of words that were quoted from the text as it is. */
export function whereQuoted(target: KeptTarget): Standing | undefined {
  return target.on === 'quote' ? anchored(target.block, target) : undefined;
}

/** Asks for no more than its own block where that is as it was. */
export function standingOf(
  context: Context,
  target: KeptTarget,
  editions: () => Editions = () => editionsOf(context),
): Standing {
  switch (target.on) {
    case 'article':
      return context.articles.get(target.article) ? NOWHERE : ORPHANED;
    case 'figure':
      return context.figures.exists(target.article, target.figure) ? NOWHERE : ORPHANED;
    case 'entity':
      return context.entities.exists(target.entity) ? NOWHERE : ORPHANED;
    case 'quote':
    case 'block':
      return inText(context, target, editions);
  }
}

function inText(
  { articles }: Context,
  target: Extract<KeptTarget, { on: 'quote' | 'block' }>,
  editions: () => Editions,
): Standing {
  const lang = writtenFor(target.lang);
  const text = articles.text(target.article, lang, target.block);
  if (text !== undefined && isAsItWas(text, target))
    return anchored(target.block, target.on === 'quote' ? target : { start: 0, end: text.length });
  const { edition } = editions().blocksOf(target.article, lang);
  const found =
    target.on === 'quote'
      ? findAnchor(edition, target)
      : findBlock(edition, { block: target.block, text: target.exact });
  if (found.state === 'orphaned') return ORPHANED;
  const { state, block, start, end } = found;
  return { block, start, end, state, score: found.state === 'moved' ? found.score : null };
}

function isAsItWas(text: string, target: Extract<KeptTarget, { on: 'quote' | 'block' }>): boolean {
  if (target.on === 'block') return target.exact !== '' && text.slice(0, KEPT_OF_BLOCK) === target.exact;
  return isUntouched(text, target);
}

/** One transaction, and none where there is nothing to do. In a reading room the notes are not the visitor's. */
export function catchUpWithNotes(context: Context): void {
  const { notes, noteEntries, shelf } = context;
  if (shelf.readOnly) return;
  const isBehind = () => noteEntries.seen() !== notes.lastNumber() || noteEntries.count() !== notes.count();
  if (isBehind()) shelf.index.transaction(() => seeNotes(context)).immediate();
}

/** What `read` finds once the index has seen every note; where the disk takes nothing, it has seen them only for so long. */
export function withNotesSeen<T>(context: Context, read: () => T): T {
  try {
    catchUpWithNotes(context);
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    return inPassing(context.shelf.index, () => {
      seeNotes(context);
      return read();
    });
  }
  return read();
}

function seeNotes(context: Context): void {
  const { notes, noteEntries } = context;
  const last = notes.lastNumber();
  // A notebook that was restored begins earlier than what was seen of it.
  if ((noteEntries.seen() ?? Infinity) > last) noteEntries.clear();
  const editions = lazily(() => editionsOf(context));
  for (const row of notes.since(noteEntries.seen() ?? 0)) noteEntries.put(entryOf(context, row, editions));
  dropPurged(context);
  noteEntries.see(last);
}

function dropPurged({ notes, noteEntries }: Context): void {
  if (noteEntries.count() === notes.count()) return;
  const there = new Set(notes.ids());
  for (const id of noteEntries.ids()) if (!there.has(id)) noteEntries.drop(id);
}

function entryOf(context: Context, row: NoteRow, editions: () => Editions): NoteEntry {
  const { target } = row;
  const standing = standingOf(context, target, editions);
  const article = 'article' in target ? target.article : null;
  const quote = 'exact' in target ? target.exact : '';
  return {
    note: row.note,
    number: row.number,
    removed: row.removed,
    article,
    entity: target.on === 'entity' ? target.entity : null,
    at_article: article === null ? BEHIND : editions().articleAt(article),
    at_block: blockOrder(target, standing, editions),
    ...standing,
    colour: row.colour,
    tags: row.tags,
    folded: fold([row.text, quote, ...row.tags].join('\n')),
  };
}

function blockOrder(target: KeptTarget, { block }: Standing, editions: () => Editions): number {
  if (target.on === 'article') return BEFORE;
  if (block === null || !('lang' in target)) return BEHIND;
  return editions().blocksOf(target.article, writtenFor(target.lang)).order.get(block) ?? BEHIND;
}
