/** Articles: the contents, and one article in one language. */
import type { Article, ArticleSummary, EntityBrief, RecentArticle } from '../shared/contract';
import { factBlock } from '../shared/blocks';
import { type ArticleId, type EntityId, factKeySchema, type RichText } from '../shared/domain';
import { AppError } from '../shared/errors';
import { LANGS, type Lang, type WrittenLang, writtenFor } from '../shared/lang';
import type { ArticleRow, EditionRow } from '../store/library/articles';
import { cited, type Context } from './context';
import { listFigures } from './figures';
import { showRich, shownIn, showText } from './shown';

export function listArticles(context: Context): ArticleSummary[] {
  return context.articles.list().map((row) => summaryOf(context, row));
}

/** An article that the library no longer has is left out. */
export function recentArticles(context: Context, limit: number): RecentArticle[] {
  return context.positions.latest(limit).flatMap(({ article, at }) => {
    const row = context.articles.get(article);
    return row ? [{ article, at, titles: titlesOf(context, row, context.articles.editions(row.id)) }] : [];
  });
}

function summaryOf(context: Context, row: ArticleRow): ArticleSummary {
  const editions = context.articles.editions(row.id);
  const fact = (key: 'date' | 'location') =>
    perLanguage(editions, (lang, written) => {
      const text = context.articles.text(row.id, written, factBlock(key));
      return text === undefined ? undefined : showText(text, lang);
    });
  return {
    id: row.id,
    kind: row.kind,
    titles: titlesOf(context, row, editions),
    languages: languagesOf(editions),
    blocks: context.articles.blockCount(row.id),
    words: perLanguage(editions, (_, written) => editions.find((edition) => edition.lang === written)?.words),
    source: row.source_title,
    date: fact('date'),
    location: fact('location'),
  };
}

function perLanguage<T>(
  editions: EditionRow[],
  valueOf: (lang: Lang, written: WrittenLang) => T | undefined,
) {
  const values: Partial<Record<Lang, T>> = {};
  for (const { lang: written } of editions) {
    for (const lang of shownIn(written)) {
      const value = valueOf(lang, written);
      if (value !== undefined) values[lang] = value;
    }
  }
  return values;
}

const languagesOf = (editions: EditionRow[]): Lang[] => {
  const shown = new Set(editions.flatMap(({ lang }) => shownIn(lang)));
  return LANGS.filter((lang) => shown.has(lang));
};

/** Undefined where the library does not have the article. */
export function articleTitle(context: Context, id: ArticleId, lang: Lang): string | undefined {
  const row = context.articles.get(id);
  if (!row) return undefined;
  const title = context.articles.title(id, writtenFor(lang));
  return title === undefined ? cited(context, row.about, lang) : showText(title, lang);
}

/** The languages in which it can be read. @throws AppError 'article.unknown' */
export function titledIn(context: Context, id: ArticleId): Lang[] {
  if (!context.articles.get(id)) throw new AppError('article.unknown', { id });
  return languagesOf(context.articles.editions(id));
}

/** A language without an edition calls the article what it calls its subject. */
function titlesOf(context: Context, row: ArticleRow, editions: EditionRow[]): Record<Lang, string> {
  const titleIn = (lang: Lang) => {
    const edition = editions.find((one) => one.lang === writtenFor(lang));
    return edition ? showText(edition.title, lang) : cited(context, row.about, lang);
  };
  return {
    en: titleIn('en'),
    sq: titleIn('sq'),
    'sr-Latn': titleIn('sr-Latn'),
    'sr-Cyrl': titleIn('sr-Cyrl'),
  };
}

/** @throws AppError 'article.unknown' | 'article.no-edition' */
export function getArticle(context: Context, id: ArticleId, lang: Lang): Article {
  const row = context.articles.get(id);
  if (!row) throw new AppError('article.unknown', { id });
  const editions = context.articles.editions(id);
  const written = writtenFor(lang);
  const edition = editions.find((one) => one.lang === written);
  const languages = languagesOf(editions);
  if (!edition) throw new AppError('article.no-edition', { id, lang, languages: languages.join(', ') });

  const inBlocks = Map.groupBy(context.mentions.inEdition(id, written), (mention) => mention.block);
  const passages = context.articles.passages(id, written).map((passage) => ({
    ...passage,
    ...showRich(passage.text, inBlocks.get(passage.block) ?? [], lang),
  }));
  const titles = titlesOf(context, row, editions);
  return {
    id,
    kind: row.kind,
    about: row.about,
    lang,
    converted: false,
    title: titles[lang],
    titles,
    languages,
    status: statusOf(edition),
    facts: passages
      .filter(({ type }) => type === 'fact')
      .map(({ fact, text, mentions, citations }) => ({
        key: factKeySchema.parse(fact),
        value: text,
        mentions,
        citations,
      })),
    blocks: passages.flatMap(
      ({ block, type, level, text, mentions, citations, graphic }): Article['blocks'] =>
        type === 'fact'
          ? []
          : [
              {
                id: block,
                type,
                ...(level !== null && { level }),
                text,
                mentions,
                citations,
                ...(graphic === 1 && { graphic: true as const }),
              },
            ],
    ),
    figures: listFigures(context, id, lang),
    sources: context.articleSources.ofArticle(id),
    seeAlso: context.articles.seeAlso(id).map(({ entity, target }) => ({
      entity,
      article: target,
      title: seeAlsoTitle(context, entity, target, lang),
    })),
    entities: briefsOf(context, id, written, passages),
  };
}

function statusOf({ state, reviewed_by: by, reviewed_on: on }: EditionRow): Article['status'] {
  return { state, ...(by !== null && { by }), ...(on !== null && { on }) };
}

function seeAlsoTitle(context: Context, entity: EntityId, target: ArticleId | null, lang: Lang): string {
  const title = target === null ? undefined : context.articles.title(target, writtenFor(lang));
  return title === undefined ? cited(context, entity, lang) : showText(title, lang);
}

/** In the order of first mention. */
function briefsOf(
  context: Context,
  id: ArticleId,
  lang: WrittenLang,
  passages: readonly RichText[],
): EntityBrief[] {
  const briefs = context.briefs.mentionedIn(id, lang);
  const mentioned = new Set(passages.flatMap(({ mentions }) => mentions.map(({ entity }) => entity)));
  return [...mentioned].flatMap((entity) => briefs.get(entity) ?? []);
}
