/** The consistency report: what a person may want to make consistent in the names of one edition, article, or all. */
import {
  type EditionText,
  findingsIn,
  type Found,
  knownEntity,
  type KnownEntity,
  langsMissing,
} from '../core/names/findings/findings';
import { citedAs } from '../shared/cited';
import type { Finding, Parsed } from '../shared/contract';
import type { ArticleId, EntityId } from '../shared/domain';
import { AppError } from '../shared/errors';
import { LANGS, type Lang, WRITTEN_LANGS, writtenFor } from '../shared/lang';
import { builtFromTable } from '../store/index/built-from';
import type { Context } from './context';
import { showSpans, showText } from './shown';

/** Characters of context on each side. */
const WIDTH = 60;

/**
 * In the order of the contents, the languages and the text; what lacks a language comes last. Serbian is one edition,
 * reported in the script asked for.
 * @throws AppError 'article.unknown' | 'article.no-edition'
 */
export function findNames(context: Context, { article, lang }: Parsed<'names.findings'>): Finding[] {
  const articles = article === undefined ? context.articles.list().map(({ id }) => id) : [article];
  if (article !== undefined) checkEdition(context, article, lang);
  const langs = lang === undefined ? WRITTEN_LANGS : [lang];
  const entityOf = knownEntities(context);
  const mentioned = new Set<EntityId>();
  const found = articles.flatMap((id) =>
    langs.flatMap((shown) => {
      const edition = editionText(context, id, shown);
      for (const { places } of edition.blocks) for (const { entity } of places) mentioned.add(entity);
      return findingsIn(edition, entityOf).map((one) => asFinding(context, id, shown, edition, one));
    }),
  );
  return [...found, ...withoutLanguage(context, mentioned, lang === undefined ? LANGS : [lang])];
}

/** @throws AppError 'article.unknown' | 'article.no-edition' */
export function checkEdition({ articles }: Context, id: ArticleId, lang: Lang | undefined): void {
  if (!articles.get(id)) throw new AppError('article.unknown', { id });
  const languages = articles.editions(id).map((edition) => edition.lang);
  if (lang !== undefined && !languages.includes(writtenFor(lang)))
    throw new AppError('article.no-edition', { id, lang, languages: languages.join(', ') });
}

const remembered = new WeakMap<object, { known: Map<EntityId, KnownEntity | undefined>; from: string }>();

/** Remembered until a name is changed: every article asks for the same ones. */
function knownEntities({ shelf, entities }: Context): (id: EntityId) => KnownEntity | undefined {
  const from = JSON.stringify(builtFromTable(shelf.index).get());
  const last = remembered.get(shelf.index);
  const { known } = last?.from === from ? last : { known: new Map<EntityId, KnownEntity | undefined>() };
  remembered.set(shelf.index, { known, from });
  return (id) => {
    if (!known.has(id)) {
      const entity = entities.get(id);
      known.set(id, entity && knownEntity(entity));
    }
    return known.get(id);
  };
}

/** As it is written, in the order of the text. */
export function editionText({ articles, mentions }: Context, id: ArticleId, lang: Lang): EditionText {
  const written = writtenFor(lang);
  const standing = Map.groupBy(mentions.inEdition(id, written), ({ block }) => block as string);
  return {
    lang: written,
    blocks: articles
      .passages(id, written)
      .map(({ block, text }) => ({ block, text, places: standing.get(block) ?? [] })),
  };
}

function asFinding(
  context: Context,
  article: ArticleId,
  lang: Lang,
  { blocks }: EditionText,
  { code, place, instead }: Found,
): Finding {
  const written = blocks.find(({ block }) => block === place.block)?.text ?? '';
  const { text, spans } = showSpans(written, [place], lang);
  const { start, end } = spans[0] ?? place;
  return {
    code,
    entity: place.entity,
    name: nameOf(context, place.entity, lang),
    at: {
      article,
      lang,
      block: place.block,
      start,
      end,
      text: text.slice(start, end),
      before: text.slice(Math.max(0, start - WIDTH), start),
      after: text.slice(end, end + WIDTH),
    },
    instead: instead.map((name) => showText(name, lang)),
  };
}

function withoutLanguage(context: Context, ids: Iterable<EntityId>, langs: readonly Lang[]): Finding[] {
  return [...ids].flatMap((id): Finding[] => {
    const brief = context.briefs.get(id);
    const missing = brief ? langsMissing(brief, langs) : [...langs];
    if (missing.length === 0) return [];
    const name = nameOf(context, id, 'en');
    return [{ code: 'missing-language', entity: id, name, instead: [], langs: missing }];
  });
}

/** In the language, or in another that has one; the first name of any kind where none is preferred. */
function nameOf(context: Context, id: EntityId, lang: Lang): string {
  const brief = context.briefs.get(id);
  const cited =
    brief && [lang, ...LANGS].map((one) => citedAs(brief, one)).find((text) => text !== undefined);
  return cited ?? context.entities.get(id)?.names[0]?.text ?? id;
}
