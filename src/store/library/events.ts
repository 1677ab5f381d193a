/** Tables `occasion`, `event_place` and `event_told`: when and where events were, and who tells of them. */
import { z } from 'zod';
import type { EventSource } from '../../core/articles/library-source';
import {
  type ArticleId,
  articleIdSchema,
  type BlockId,
  blockIdSchema,
  type EntityId,
  entityIdSchema,
} from '../../shared/domain';
import { type Occasion, occasionSchema } from '../../shared/handout';
import type { Db } from '../database';

const occasionRow = z.object({
  event: entityIdSchema,
  date_from: occasionSchema.shape.from,
  date_to: occasionSchema.shape.from.nullable(),
});
const toldRow = z.object({ event: entityIdSchema, article: articleIdSchema, block: blockIdSchema });
const placeRow = z.object({ event: entityIdSchema, place: entityIdSchema });

export interface EventRow {
  entity: EntityId;
  occasions: Occasion[];
  places: EntityId[];
  /** Without its name. */
  toldIn: { article: ArticleId; block: BlockId }[];
}

export type EventTable = ReturnType<typeof eventTable>;

export function eventTable(db: Db) {
  const insertOccasion = db.prepare(
    'INSERT INTO occasion (event, position, date_from, date_to) VALUES (?, ?, ?, ?)',
  );
  const insertPlace = db.prepare('INSERT INTO event_place (event, position, place) VALUES (?, ?, ?)');
  const insertTold = db.prepare('INSERT INTO event_told (event, article, block) VALUES (?, ?, ?)');
  const told = db.prepare('SELECT event, article, block FROM event_told ORDER BY event, article');
  const occasions = db.prepare(
    'SELECT event, date_from, date_to FROM occasion ORDER BY date_from, event, position',
  );
  const places = db.prepare('SELECT event, place FROM event_place ORDER BY event, position');

  return {
    /** After the articles, to which it leads. */
    insert({ entity, occasions: when, places: where, toldIn = [] }: EventSource): void {
      when.forEach(({ from, to }, at) => insertOccasion.run(entity, at, from, to ?? null));
      where.forEach((place, at) => insertPlace.run(entity, at, place));
      for (const { article, block } of toldIn) insertTold.run(entity, article, block);
    },
    /** The earliest first. */
    list(): EventRow[] {
      const where = Map.groupBy(z.array(placeRow).parse(places.all()), ({ event }) => event);
      const tellers = Map.groupBy(z.array(toldRow).parse(told.all()), ({ event }) => event);
      const when = Map.groupBy(z.array(occasionRow).parse(occasions.all()), ({ event }) => event);
      return [...when].map(([entity, rows]) => ({
        entity,
        occasions: rows.map(({ date_from: from, date_to: to }) => ({ from, ...(to !== null && { to }) })),
        places: where.get(entity)?.map(({ place }) => place) ?? [],
        toldIn: tellers.get(entity)?.map(({ article, block }) => ({ article, block })) ?? [],
      }));
    },
  };
}
