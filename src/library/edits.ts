/** What the reader changes in names: kept in the notebook, undone by number, and in force in the index at once. */
import { changeBetween } from '../core/names/edits';
import { findAgain, quote } from '../core/names/find-again';
import { withTwins } from '../core/names/latin';
import { wholeWords } from '../core/names/whole-words';
import { mapSpanToCyrillic, toLatinWithMap } from '../core/text/script';
import type {
  Edit,
  EditLabel,
  EntityChange,
  ListedEdit,
  MentionChange,
  Output,
  Parsed,
} from '../shared/contract';
import {
  type BlockId,
  blockIdSchema,
  type EntityId,
  type KeptEntity,
  type Source,
  type Span,
} from '../shared/domain';
import { AppError } from '../shared/errors';
import { type WrittenLang, writtenFor } from '../shared/lang';
import type { EditRow } from '../store/notebook/edits';
import type { Context } from './context';
import { rejectionsIn, renewNames } from './gazetteer';
import { putBuiltFrom } from './indexing';
import { mayBeNamed } from './matching';
import { showText } from './shown';

/**
 * Kept first, then in force: should the second fail, the index is behind and is built anew at the next opening.
 * @returns the edit's number
 */
export function addEdit(context: Context, edit: Edit, what: EditLabel): number {
  const by = context.settings.signature();
  const number = context.edits.add(edit, { at: new Date().toISOString(), by, what });
  renew(context, number);
  return number;
}

function renew(context: Context, number: number): void {
  const { shelf, edits, noteEntries } = context;
  const entities = edits.entitiesIn(number);
  shelf.index
    .transaction(() => {
      renewNames(shelf, entities, edits.articlesIn(number));
      // An entity may have come or gone that notes are on.
      if (entities.some((id) => noteEntries.onEntity(id).length > 0)) noteEntries.clear();
      putBuiltFrom(shelf);
    })
    .immediate();
}

/** @throws AppError 'name.source-unknown' | 'name.nothing-left' | 'entity.exists' | 'entity.in-use' */
export function putEntity(context: Context, input: Parsed<'names.put'>): Output<'names.put'> {
  const { before, sources = [] } = input;
  const after = input.after && withTwins(before?.names ?? [], input.after);
  const id = (after ?? before)?.id;
  if (id === undefined) throw new AppError('name.nothing-left');
  const current = context.entities.get(id);
  if (!before && current) throw new AppError('entity.exists', { id });
  if (before && after && before.id !== after.id) throw new AppError('entity.renamed', { id: before.id });
  if (after) checkSources(context, after, sources);
  else if (isInUse(context, id)) throw new AppError('entity.in-use', { id });
  const change = changeBetween(before ?? undefined, after ?? undefined);
  if (!change && sources.length === 0) return { edit: null };
  const name = (after ?? before)?.names[0]?.text ?? id;
  const kind = !after ? 'entity-removed' : before ? 'entity' : 'entity-added';
  const entities = new Map<string, EntityChange>(change ? [[id, change]] : []);
  return { edit: addEdit(context, { entities, sources, mentions: [] }, { kind, entity: id, name }) };
}

function checkSources(context: Context, { names }: KeptEntity, added: readonly Source[]): void {
  for (const id of names.flatMap(({ sources }) => sources)) {
    if (!added.some((source) => source.id === id) && !context.sources.get(id))
      throw new AppError('name.source-unknown', { id });
  }
}

/** Articles and figures of the library rest on it. */
function isInUse(context: Context, id: EntityId): boolean {
  return context.articles.isAbout(id) || context.figures.isNamed(id);
}

/** @throws AppError 'mention.no-block' | 'mention.outside' | 'mention.moved' | 'mention.no-word' |
 *  'mention.part-of-word' | 'entity.unknown' */
export function putMention(context: Context, input: Parsed<'names.mention'>): Output<'names.mention'> {
  const { article, lang, entity, text: expected } = input;
  const block: BlockId = blockIdSchema.parse(input.block);
  const written = writtenFor(lang);
  const passage = context.articles.text(article, written, block);
  if (passage === undefined) throw new AppError('mention.no-block', { article, lang, block });
  const text = showText(passage, lang);
  const shown = { start: input.start, end: input.end };
  if (shown.start >= shown.end || shown.end > text.length)
    throw new AppError('mention.outside', { block, length: text.length, ...shown });
  if (text.slice(shown.start, shown.end) !== expected)
    throw new AppError('mention.moved', { text: expected });
  if (entity !== null && !context.entities.exists(entity))
    throw new AppError('entity.unknown', { id: entity });
  const span = lang === 'sr-Latn' ? mapSpanToCyrillic(toLatinWithMap(passage), shown) : shown;
  const standing = context.mentions
    .inEdition(article, written)
    .filter((one) => one.block === block && one.start < span.end && one.end > span.start);
  const [was] = standing;
  const isSame =
    standing.length === 1 && was?.start === span.start && was.end === span.end && was.entity === entity;
  if (isSame) return { edit: null };
  const isThere = standing.some(({ start, end }) => start === span.start && end === span.end);
  if (!isThere) checkWords(text, shown);
  if (entity === null && !was && !isOpen(context, { article, lang: written, block, passage, span }))
    return { edit: null };
  const at = { article, lang: written, block, ...quote(passage, span) };
  const kind = entity === null ? 'mention-rejected' : was ? 'mention-corrected' : 'mention-added';
  const what: EditLabel = {
    kind,
    entity: entity ?? was?.entity ?? null,
    article,
    lang: written,
    block,
    text: at.text,
  };
  return { edit: addEdit(context, { entities: new Map(), sources: [], mentions: [{ at, entity }] }, what) };
}

/** A new mention is of whole words; what stands already may be taken away however it came. */
function checkWords(text: string, span: Span): void {
  const whole = wholeWords(text, span);
  const said = text.slice(span.start, span.end);
  if (!whole) throw new AppError('mention.no-word', { text: said });
  if (whole.start === span.start && whole.end === span.end) return;
  const words = text.slice(whole.start, whole.end);
  throw new AppError('mention.part-of-word', { text: said, words, ...whole });
}

interface UnmarkedPlace {
  article: string;
  lang: WrittenLang;
  block: BlockId;
  passage: string;
  span: Span;
}

/** Whether a name could be proposed there, so that there is something to say no to, which nobody has said yet. */
function isOpen(context: Context, { article, lang, block, passage, span }: UnmarkedPlace): boolean {
  const isRejected = rejectionsIn(context.shelf, article, lang).some(
    (one) => one.block === block && one.start <= span.start && one.end >= span.end,
  );
  return !isRejected && mayBeNamed(context, passage, span);
}

export function listEdits(
  context: Context,
  { limit = 100, offset = 0 }: Parsed<'names.edits'>,
): Output<'names.edits'> {
  const { edits } = context;
  return {
    edits: edits.list(limit, offset).map((edit) => listedEdit(context, edit)),
    total: edits.count(),
    undo: edits.lastDone() ?? null,
    redo: edits.nextUndone() ?? null,
  };
}

/** @throws AppError 'edit.unknown' | 'edit.nothing' */
export function undo(context: Context, { edit }: Parsed<'names.undo'>): ListedEdit {
  return setUndone(context, edit ?? context.edits.lastDone(), new Date().toISOString());
}

/** @throws AppError 'edit.unknown' | 'edit.nothing' */
export function redo(context: Context, { edit }: Parsed<'names.redo'>): ListedEdit {
  return setUndone(context, edit ?? context.edits.nextUndone(), null);
}

function setUndone(context: Context, number: number | undefined, at: string | null): ListedEdit {
  if (number === undefined) throw new AppError('edit.nothing');
  const edit = context.edits.get(number);
  if (!edit) throw new AppError('edit.unknown', { number });
  if ((edit.undoneAt === null) !== (at === null)) {
    context.edits.setUndone(number, at);
    renew(context, number);
  }
  return listedEdit(context, context.edits.get(number) ?? edit);
}

export function listedEdit(context: Context, edit: EditRow): ListedEdit {
  return {
    ...edit,
    lost: context.edits.mentionsIn(edit.number).filter((change) => isLost(context, change)).length,
  };
}

function isLost({ articles }: Context, { at }: MentionChange): boolean {
  return findAgain(articles.text(at.article, at.lang, at.block) ?? '', at) === undefined;
}
