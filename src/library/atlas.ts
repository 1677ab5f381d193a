/** Where things lie and when they were. */
import type { Atlas, AtlasEvent, AtlasPlace } from '../shared/contract';
import { categoryOf } from '../shared/category';
import type { ArticleId, EntityId } from '../shared/domain';
import { AppError } from '../shared/errors';
import type { Context } from './context';

/** @throws AppError 'article.unknown' */
export function getAtlas(context: Context, article?: ArticleId): Atlas {
  if (article !== undefined && !context.articles.get(article))
    throw new AppError('article.unknown', { id: article });
  return atlasOf(context, article === undefined ? undefined : [article]);
}

/** @param articles only what these mention */
export function atlasOf(context: Context, articles?: readonly ArticleId[]): Atlas {
  const mentioning = articlesMentioning(context);
  const asked = articles && new Set<string>(articles);
  const isAsked = (ids: readonly ArticleId[]): boolean =>
    asked ? ids.some((id) => asked.has(id)) : ids.length > 0;
  const aboutWhat = new Map(context.articles.list().map(({ id, about }) => [about, id]));

  const shown = (id: EntityId, ids: ArticleId[]) => {
    const brief = context.briefs.get(id);
    const entity = context.entities.get(id);
    if (!brief || !entity) return undefined;
    const { within, point = null } = entity;
    return { ...brief, ...(within && { within }), point, articles: ids };
  };
  const events = context.events.list().flatMap(({ entity, occasions, places, toldIn }): AtlasEvent[] => {
    const about = aboutWhat.get(entity) ?? null;
    // Whoever tells of an event at length need not name it.
    const tellers = toldIn.map(({ article }) => article);
    const ids = [
      ...new Set([...(about === null ? [] : [about]), ...(mentioning.get(entity) ?? []), ...tellers]),
    ];
    const event = isAsked(ids) ? shown(entity, ids) : undefined;
    return event ? [{ ...event, occasions, places, about, toldIn }] : [];
  });
  const places = [...mentioning].flatMap(([id, ids]): AtlasPlace[] => {
    const place = categoryOf(id) === 'place' && isAsked(ids) ? shown(id, ids) : undefined;
    return place ? [place] : [];
  });
  return { places, events };
}

/** In the order of the contents. */
function articlesMentioning({ mentions, articles }: Context): Map<EntityId, ArticleId[]> {
  const order = new Map(articles.list().map(({ id }, at) => [id, at]));
  const found = Map.groupBy(mentions.entitiesOfArticles(), ({ entity }) => entity);
  return new Map(
    [...found].map(([entity, rows]) => [
      entity,
      rows
        .map(({ article }) => article)
        .sort((a, b) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity)),
    ]),
  );
}
