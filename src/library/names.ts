/** Names: the gazetteer as it is in force, where each name stands, and its concordance. */
import { nameKey } from '../core/search/query';
import { formFinder } from '../core/names/forms';
import type { EditedEntity } from '../core/names/edits';
import { CATEGORIES, categoryOf } from '../shared/category';
import type {
  AlignedText,
  ConcordanceRow,
  EntityDetail,
  EntityListing,
  NamesPage,
  Parsed,
} from '../shared/contract';
import type { Entity, EntityId } from '../shared/domain';
import { AppError } from '../shared/errors';
import { type Lang, writtenFor } from '../shared/lang';
import type { ListingQuery } from '../store/index/listing';
import type { Context } from './context';
import { listedEdit } from './edits';
import { asSuggestion, namesMeant } from './names-meant';
import { showSpans, shownIn } from './shown';

/** Characters of context on each side, where nobody says how many. */
const WIDTH = 60;
/** Edits that a card tells of. */
const LATEST = 20;

export function listNames(
  context: Context,
  { words, type, suggest = false }: Parsed<'names.list'>,
): EntityListing[] {
  const wanted = words === undefined ? undefined : new Set(entitiesMatching(context, words));
  const isOfType = ({ id, type: own }: EditedEntity): boolean =>
    type === undefined || own === type || categoryOf(id) === type;
  if (suggest && words !== undefined && wanted?.size === 0) return listMeant(context, words).filter(isOfType);
  const counts = context.mentions.counts();
  const shown = shower(context);
  return context.entities
    .list()
    .filter((entity) => wanted === undefined || wanted.has(entity.id))
    .filter(isOfType)
    .map((entity) => ({ ...shown(entity), mentions: counts.get(entity.id) ?? 0 }));
}

/** Nothing has these words: what may have been meant, the nearest first. */
function listMeant(context: Context, words: string): EntityListing[] {
  const meant = namesMeant(context, words);
  const counts = context.mentions.countsOf(meant.map(({ name }) => name.entity));
  const shown = shower(context);
  return meant.flatMap((suggestion): EntityListing[] => {
    const entity = context.entities.get(suggestion.name.entity);
    if (!entity) return [];
    const mentions = counts.get(entity.id) ?? 0;
    return [{ ...shown(entity), mentions, suggested: asSuggestion(suggestion) }];
  });
}

/** A stretch of the list of names, for a table that shows no more than fits. */
export function pageOfNames(context: Context, input: Parsed<'names.page'>): NamesPage {
  const { words, descending = false, offset = 0, limit = 50, ...asked } = input;
  const folded = words === undefined ? undefined : nameKey(words);
  const query: ListingQuery = { ...asked, descending, ...(folded && { words: folded }) };
  // Words without a letter or a digit ask for nothing that could be found.
  const page = words?.trim() && !folded ? NOTHING : stretch(context, query, limit, offset);
  if (page.rows.length > 0 || offset > 0 || !folded) return page;
  const { words: _, ...rest } = query;
  const meant = namesMeant(context, folded);
  if (meant.length === 0) return page;
  const among = meant.map(({ name }) => name.entity);
  const why = new Map(meant.map((suggestion) => [suggestion.name.entity, asSuggestion(suggestion)]));
  const guess = stretch(context, { ...rest, among }, limit, offset);
  const rows = guess.rows.map((row) => ({ ...row, suggested: why.get(row.id) }));
  return { ...guess, rows, guessed: true };
}

const NOTHING: NamesPage = {
  total: 0,
  categories: CATEGORIES.map((category) => ({ category, count: 0 })),
  guessed: false,
  rows: [],
};

function stretch(context: Context, query: ListingQuery, limit: number, offset: number): NamesPage {
  const { category, ...inAll } = query;
  const counts = context.listing.counts(inAll);
  const first = context.listing.named(query, limit, offset);
  const rest = first.length < limit ? namelessAfter(context, query, limit - first.length, offset) : [];
  const mentions = context.mentions.countsOf([...first, ...rest]);
  const shown = shower(context);
  return {
    total: counts
      .filter((one) => category === undefined || one.category === category)
      .reduce((sum, { count }) => sum + count, 0),
    categories: CATEGORIES.map((one) => ({
      category: one,
      count: counts.find((row) => row.category === one)?.count ?? 0,
    })),
    guessed: false,
    rows: [...first, ...rest].flatMap((id) => {
      const entity = context.entities.get(id);
      return entity ? [{ ...shown(entity), mentions: mentions.get(id) ?? 0 }] : [];
    }),
  };
}

/** What has no name in the language of the order stands behind all that has. */
function namelessAfter(context: Context, query: ListingQuery, limit: number, offset: number): EntityId[] {
  const before = offset === 0 ? 0 : offset - context.listing.countNamed(query);
  return context.listing.nameless(query, limit, Math.max(0, before));
}

/** Entities of which some form has a word that begins with `words`. */
function entitiesMatching(context: Context, words: string): EntityId[] {
  const folded = nameKey(words);
  return folded === '' ? [] : context.entities.beginning(folded);
}

export function getName(context: Context, id: EntityId): EntityDetail {
  const entity = entityOf(context, id);
  return {
    ...shower(context)(entity),
    attestations: attestationsOf(context, entity).map(({ around: _, ...attestation }) => attestation),
    homonyms: homonymsOf(context, entity),
    edits: context.edits.listOf(id, LATEST).map((edit) => listedEdit(context, edit)),
  };
}

/** Other entities with a name that is written the same, but for script and marks. */
function homonymsOf(context: Context, entity: EditedEntity): EntityDetail['homonyms'] {
  const shared = new Map<EntityId, Set<string>>();
  for (const { text } of entity.names) {
    for (const other of context.index.entitiesNamed(nameKey(text))) {
      if (other !== entity.id) shared.set(other, (shared.get(other) ?? new Set()).add(text));
    }
  }
  return [...shared].flatMap(([id, names]) => {
    const brief = context.briefs.get(id);
    const other = context.entities.get(id);
    return brief && other
      ? [{ ...brief, names: [...names], ...(other.within && { within: other.within }) }]
      : [];
  });
}

export function concordance(
  context: Context,
  id: EntityId,
  width = WIDTH,
  aligned: readonly Lang[] = [],
): ConcordanceRow[] {
  const besides = alignedTexts(context, id, aligned);
  return attestationsOf(context, entityOf(context, id)).map(
    ({ article, lang, block, start, end, text, form, around, edit }) => ({
      article,
      lang,
      block,
      start,
      end,
      before: around.slice(Math.max(0, start - width), start),
      match: text,
      after: around.slice(end, end + width),
      form,
      ...(edit !== undefined && { edit }),
      ...(aligned.length > 0 && { aligned: besides(article, block, lang) }),
    }),
  );
}

/** The same block in other editions, with where the entity stands in it; none where an edition has no such block. */
function alignedTexts(context: Context, id: EntityId, langs: readonly Lang[]) {
  const byBlock = Map.groupBy(
    context.mentions.of(id),
    ({ article, lang, block }) => `${article} ${lang} ${block}`,
  );
  return (article: string, block: string, own: Lang): AlignedText[] =>
    langs
      .filter((lang) => writtenFor(lang) !== writtenFor(own))
      .flatMap((lang) => {
        const written = writtenFor(lang);
        const text = context.articles.text(article, written, block);
        if (text === undefined) return [];
        const spans = byBlock.get(`${article} ${written} ${block}`) ?? [];
        const shown = showSpans(text, spans, lang);
        return [
          {
            lang,
            text: shown.text,
            marks: shown.spans.map(({ start, end }): [number, number] => [start, end]),
          },
        ];
      });
}

export function entityOf(context: Context, id: EntityId): EditedEntity {
  const entity = context.entities.get(id);
  if (!entity) throw new AppError('entity.unknown', { id });
  return entity;
}

/** Entities as they are shown: sources by their titles too. */
export function shower(context: Context): (entity: EditedEntity) => Entity {
  const titles = new Map<string, string>();
  const titleOf = (id: string): string => {
    const title = titles.get(id) ?? context.sources.get(id)?.title ?? id;
    titles.set(id, title);
    return title;
  };
  return (entity) => ({
    ...entity,
    names: entity.names.map((name) => ({ ...name, source: name.sources.map(titleOf).join('; ') })),
  });
}

type Attestation = EntityDetail['attestations'][number] & { around: string };

function attestationsOf(context: Context, entity: EditedEntity): Attestation[] {
  const formOf = formFinder<Lang>([entity]);
  return context.mentions.of(entity.id).flatMap(({ article, lang: written, block, start, end, edit }) => {
    const passage = context.articles.text(article, written, block) ?? '';
    return shownIn(written).map((lang): Attestation => {
      const shown = showSpans(passage, [{ start, end }], lang);
      const [span = { start, end }] = shown.spans;
      const text = shown.text.slice(span.start, span.end);
      return {
        article,
        lang,
        block,
        ...span,
        text,
        form: formOf(entity.id, lang, text)?.form ?? null,
        ...(edit !== null && { edit }),
        around: shown.text,
      };
    });
  });
}
