/** The names in force: the library's, and what the reader changed in them. Made in the index, and made anew whenever
 *  either is not what the index was built from. */
import { briefOf, isCitationForm } from '../core/names/brief';
import { type EditedEntity, withChange } from '../core/names/edits';
import { findAgain } from '../core/names/find-again';
import { type FindForm, formFinder } from '../core/names/forms';
import { looseKey } from '../core/names/match/loose';
import { foldedWords, nameKey } from '../core/search/query';
import { sortKey } from '../core/text/collation';
import { citedAs } from '../shared/cited';
import type { EntityId, Span } from '../shared/domain';
import type { MentionChange } from '../shared/gazetteer';
import { LANGS, type Lang, WRITTEN_LANGS, type WrittenLang } from '../shared/lang';
import { entityTable, type NameKeys, type Orders } from '../store/index/entities';
import { mentionTable, type MentionRow } from '../store/index/mentions';
import { indexTable } from '../store/index/passages';
import { sourceTable } from '../store/index/sources';
import { articleTable } from '../store/library/articles';
import { libraryEntityTable } from '../store/library/entities';
import { librarySourceTable } from '../store/library/sources';
import { editTable, type EntityEdit } from '../store/notebook/edits';
import type { Shelf } from './shelf';

/** Everything, into an index without names, in the caller's transaction. */
export function insertNames(shelf: Shelf): void {
  insertSources(shelf);
  const edits = editTable(shelf.notebook);
  const put = entityWriter(shelf);
  const changes = Map.groupBy(edits.allChanges(), ({ entity }) => entity);
  for (const entity of libraryEntityTable(shelf.library).list()) {
    put(entity.id, changed(entity, changes.get(entity.id)));
    changes.delete(entity.id);
  }
  for (const [id, own] of changes) put(id, changed(undefined, own));
  const formOf = formsInForce(shelf);
  articleTable(shelf.library)
    .list()
    .forEach(({ id }, position) => insertMentions(shelf, id, position, formOf));
}

/** What an edit touched, in the caller's transaction. */
export function renewNames(shelf: Shelf, entities: readonly EntityId[], articles: readonly string[]): void {
  insertSources(shelf);
  const table = entityTable(shelf.index);
  const keys = indexTable(shelf.index);
  const library = libraryEntityTable(shelf.library);
  const edits = editTable(shelf.notebook);
  const put = entityWriter(shelf);
  const comeOrGone: EntityId[] = [];
  for (const id of entities) {
    const place = table.remove(id);
    keys.removeKeys(id);
    const entity = changed(library.get(id), edits.changesOf(id));
    put(id, entity, place);
    if ((place !== null) !== (entity !== undefined)) comeOrGone.push(id);
    else if (entity) requote(shelf, entity);
  }
  renewMentions(shelf, new Set([...articles, ...mentioning(shelf, comeOrGone)]));
}

/** A form that was added, or taken away, may be what a text quotes. */
function requote(shelf: Shelf, entity: EditedEntity): void {
  const mentions = mentionTable(shelf.index);
  const { text } = articleTable(shelf.library);
  const formOf = formFinder<Lang>([entity]);
  for (const mention of mentions.of(entity.id)) {
    const { article, lang, block, start, end } = mention;
    const quoted = quotedLang(formOf, entity.id, lang, (text(article, lang, block) ?? '').slice(start, end));
    if (quoted !== mention.quoted) mentions.setQuoted(mention, quoted);
  }
}

function quotedLang(formOf: FindForm<Lang>, id: EntityId, lang: Lang, text: string): Lang | null {
  const own = formOf(id, lang, text)?.lang ?? lang;
  return own === lang ? null : own;
}

/** Articles in which one of the entities stands, or would stand if it was there. */
function mentioning({ library, notebook }: Shelf, entities: readonly EntityId[]): string[] {
  const articles = articleTable(library);
  const wanted = new Set<string | null>(entities);
  const put = editTable(notebook)
    .mentions(null)
    .filter(({ change }) => wanted.has(change.entity));
  return [
    ...entities.flatMap((id) => articles.mentioning(id)),
    ...put.map(({ change }) => change.at.article),
  ];
}

function renewMentions(shelf: Shelf, articles: ReadonlySet<string>): void {
  const mentions = mentionTable(shelf.index);
  const formOf = formsInForce(shelf);
  articleTable(shelf.library)
    .list()
    .forEach(({ id }, position) => {
      if (!articles.has(id)) return;
      mentions.removeOf(id);
      insertMentions(shelf, id, position, formOf);
    });
}

function insertSources({ library, notebook, index }: Shelf): void {
  const sources = sourceTable(index);
  for (const source of [...librarySourceTable(library).list(), ...editTable(notebook).sources()])
    sources.put(source);
}

function changed(
  entity: EditedEntity | undefined,
  edits: readonly EntityEdit[] = [],
): EditedEntity | undefined {
  return edits.reduce<EditedEntity | undefined>(
    (current, { entity: id, change, edit }) => withChange(current, id, change, edit),
    entity,
  );
}

function entityWriter({ index }: Shelf) {
  const table = entityTable(index);
  const keys = indexTable(index);
  return (id: EntityId, entity: EditedEntity | undefined, place: number | null = null): void => {
    if (!entity) return;
    table.insert(entity, keysOf, ordersOf(entity), place);
    for (const { text } of entity.names) {
      const key = nameKey(text);
      if (key !== '') keys.insertKey(key, id);
    }
  };
}

function keysOf(text: string): NameKeys {
  const words = foldedWords(text);
  return { folded: words.join(' '), loose: looseKey(words) };
}

function ordersOf({ id, type, names }: EditedEntity): Orders {
  const cited = names.filter(({ kind, form }) => kind === 'preferred' && isCitationForm(form));
  const brief = briefOf(id, type, cited);
  const orders: Orders = {};
  for (const lang of LANGS) {
    const text = citedAs(brief, lang);
    const name = cited.find((one) => one.lang === lang && one.text === text);
    if (text !== undefined && name) orders[lang] = { key: sortKey(text, lang), certainty: name.certainty };
  }
  return orders;
}

function formsInForce(shelf: Shelf): FindForm<Lang> {
  const entities = entityTable(shelf.index);
  const finders = new Map<string, FindForm<Lang>>();
  return (id, lang, text) => {
    const known = finders.get(id) ?? formFinder<Lang>([entities.get(id)].filter((one) => one !== undefined));
    finders.set(id, known);
    return known(id, lang, text);
  };
}

/** Room for the mentions of an article, in one row of numbers for all. */
const MENTIONS_AN_ARTICLE = 1_000_000;

function insertMentions(shelf: Shelf, article: string, position: number, formOf: FindForm<Lang>): void {
  const table = mentionTable(shelf.index);
  const { exists } = entityTable(shelf.index);
  mentionsInForce(shelf, article)
    .filter(({ entity }) => exists(entity))
    .forEach(({ text, ...mention }, at) => {
      const { entity, lang, edit } = mention;
      // Of the library's own it is known.
      const quoted = edit === null ? mention.quoted : quotedLang(formOf, entity, lang, text);
      table.insert({ ...mention, quoted, place: position * MENTIONS_AN_ARTICLE + at });
    });
}

type Placed = MentionRow & { text: string };

/** In the order of the languages and the text. */
function mentionsInForce(shelf: Shelf, article: string): Placed[] {
  const articles = articleTable(shelf.library);
  const edits = editTable(shelf.notebook).mentions(article);
  return WRITTEN_LANGS.flatMap((lang) => {
    const passages = articles.passages(article, lang);
    const texts = new Map<string, string>(passages.map(({ block, text }) => [block, text]));
    const order = new Map<string, number>(passages.map(({ block }, at) => [block, at]));
    const rank = ({ block, start }: Placed) => (order.get(block) ?? 0) * 2 ** 32 + start;
    const placed = articles.mentionsIn(article, lang).map((mention): Placed => ({
      ...mention,
      text: (texts.get(mention.block) ?? '').slice(mention.start, mention.end),
      edit: null,
    }));
    return edits
      .filter(({ change }) => change.at.lang === lang)
      .reduce((mentions, { change, edit }) => withMention(mentions, change, edit, texts), placed)
      .toSorted((a, b) => rank(a) - rank(b));
  });
}

/** What stood where the change puts something is no longer there. */
function withMention(
  mentions: readonly Placed[],
  { at, entity }: MentionChange,
  edit: number,
  texts: ReadonlyMap<string, string>,
): Placed[] {
  const span = findAgain(texts.get(at.block) ?? '', at);
  if (!span) return [...mentions];
  const others = mentions.filter(
    ({ block, start, end }) => block !== at.block || end <= span.start || start >= span.end,
  );
  const { article, lang, block, text } = at;
  if (entity === null) return others;
  return [...others, { article, lang, block, ...span, text, entity, quoted: null, edit }];
}

/** Where somebody said that nobody's name stands. If somebody said otherwise since, a mention stands there. */
export function rejectionsIn(
  { library, notebook }: Shelf,
  article: string,
  lang: WrittenLang,
): (Span & { block: string })[] {
  const articles = articleTable(library);
  return editTable(notebook)
    .mentions(article)
    .filter(({ change }) => change.at.lang === lang && change.entity === null)
    .flatMap(({ change: { at } }) => {
      const span = findAgain(articles.text(article, lang, at.block) ?? '', at);
      return span ? [{ ...span, block: at.block }] : [];
    });
}
