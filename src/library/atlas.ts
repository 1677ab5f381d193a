/** Where things lie and when they were. */
import type { Atlas, AtlasEvent, AtlasPlace } from '../shared/contract';
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

  const shown = (id: EntityId) => {
    const brief = context.briefs.get(id);
    const entity = context.entities.get(id);
    if (!brief || !entity) return undefined;
    const { within, point = null } = entity;
    return { ...brief, ...(within && { within }), point, articles: mentioning.get(id) ?? [] };
  };
  const events = context.events.list().flatMap(({ entity, occasions, places, toldIn }): AtlasEvent[] => {
    const event = shown(entity);
    const about = aboutWhat.get(entity) ?? null;
    if (!event) return [];
    // Whoever tells of an event at length need not name it.
    const tellers = toldIn.map(({ article }) => article);
    const ids = [...new Set([...(about === null ? [] : [about]), ...event.articles, ...tellers])];
    return isAsked(ids) ? [{ ...event, articles: ids, occasions, places, about, toldIn }] : [];
  });
  const placed = new Set<EntityId>([...mentioning.keys()].filter((id) => id.startsWith('pl-')));
  const places = [...placed].flatMap((id): AtlasPlace[] => {
    const place = shown(id);
    return place && isAsked(place.articles) ? [place] : [];
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
