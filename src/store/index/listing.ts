/** Tables `entity_order`, `entity` and `mention` as a list of names is asked for: filtered, in a language's order. */
import { z } from 'zod';
import { entityIdSchema, type EntityId } from '../../shared/domain';
import { type Category, categoryOf, prefixOf } from '../../shared/category';
import type { Lang } from '../../shared/lang';
import type { Db } from '../database';

export interface ListingQuery {
  /** In whose alphabet; what has no name in it comes last. */
  order: Lang;
  descending: boolean;
  /** Of which some form has these words one after the other, the last maybe unfinished. Folded: letters, digits and
   *  spaces only. */
  words?: string;
  among?: readonly EntityId[];
  category?: Category;
  type?: string;
  /** That the name which it is cited by in `order` has. */
  certainty?: string;
  /** In which it stands. */
  article?: string;
  /** In which it has no name. */
  missing?: Lang;
}

interface Stretch {
  limit: number;
  offset: number;
}

/** Only what is asked for is in the statement, so that SQLite plans for that. */
const CONDITIONS: Partial<Record<keyof ListingQuery, string>> = {
  words: `entity.id IN (
    SELECT name.entity FROM name_words JOIN name ON name.id = name_words.rowid WHERE name_words MATCH @words)`,
  among: 'entity.id IN (SELECT value FROM json_each(@among))',
  category: 'entity.id BETWEEN @category AND @category || char(0x10ffff)',
  type: 'entity.type = @type',
  article: 'entity.id IN (SELECT mention.entity FROM mention WHERE article = @article)',
  missing: `NOT EXISTS (
    SELECT 1 FROM entity_order AS other WHERE other.entity = entity.id AND other.lang = @missing)`,
};
const NAMED = 'entity_order AS own JOIN entity ON entity.id = own.entity';
const HAS_ORDER = 'own.lang = @order';
const HAS_NONE = `NOT EXISTS (
  SELECT 1 FROM entity_order AS own WHERE own.entity = entity.id AND own.lang = @order)`;
const countRows = z.array(z.object({ prefix: z.string(), count: z.int() }));

export function listingTable(db: Db) {
  const statements = new Map<string, ReturnType<Db['prepare']>>();

  function run(
    select: (where: string) => string,
    conditions: readonly string[],
    query: ListingQuery & Partial<Stretch>,
  ): unknown[] {
    const asked = Object.entries(CONDITIONS).filter(
      ([key]) => query[key as keyof ListingQuery] !== undefined,
    );
    const sql = select([...conditions, ...asked.map(([, condition]) => condition)].join(' AND ') || 'true');
    const statement = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, statement);
    return statement.all(boundTo(query, sql));
  }

  const surely = ({ certainty }: ListingQuery): string[] =>
    certainty === undefined ? [] : ['own.certainty = @certainty'];

  return {
    /** Those that have a name in the language of the order, in it. */
    named(query: ListingQuery, limit: number, offset: number): EntityId[] {
      const direction = query.descending ? 'DESC' : 'ASC';
      const select = (where: string) => `
        SELECT own.entity AS id FROM ${NAMED} WHERE ${where}
        ORDER BY own.key ${direction}, own.entity ${direction} LIMIT @limit OFFSET @offset`;
      return ids(run(select, [HAS_ORDER, ...surely(query)], { ...query, limit, offset }));
    },
    /** The others. */
    nameless(query: ListingQuery, limit: number, offset: number): EntityId[] {
      if (query.certainty !== undefined) return [];
      const select = (where: string) =>
        `SELECT id FROM entity WHERE ${where} ORDER BY id LIMIT @limit OFFSET @offset`;
      return ids(run(select, [HAS_NONE], { ...query, limit, offset }));
    },
    /** How many there are of each category. */
    counts(query: ListingQuery): { category: Category; count: number }[] {
      // With a certainty asked for, what has no name there cannot have it.
      const [from, conditions] =
        query.certainty === undefined ? ['entity', []] : [NAMED, [HAS_ORDER, ...surely(query)]];
      const select = (where: string) =>
        `SELECT substr(entity.id, 1, 2) AS prefix, count(*) AS count FROM ${from} WHERE ${where} GROUP BY 1`;
      return countRows
        .parse(run(select, conditions, query))
        .map(({ prefix, count }) => ({ category: categoryOf(prefix), count }));
    },
    /** How many have a name in the language of the order. */
    countNamed(query: ListingQuery): number {
      const select = (where: string) => `SELECT '' AS prefix, count(*) AS count FROM ${NAMED} WHERE ${where}`;
      return countRows.parse(run(select, [HAS_ORDER, ...surely(query)], query))[0]?.count ?? 0;
    },
  };
}

function boundTo(
  { words, among, category, ...query }: ListingQuery & Partial<Stretch>,
  sql: string,
): Record<string, unknown> {
  const values: Record<string, unknown> = {
    ...query,
    words: words === undefined ? undefined : `"${words}" *`,
    among: among && JSON.stringify(among),
    category: category && `${prefixOf(category)}-`,
  };
  return Object.fromEntries(Object.entries(values).filter(([key]) => sql.includes(`@${key}`)));
}

const ids = (rows: readonly unknown[]): EntityId[] =>
  rows.map((row) => entityIdSchema.parse((row as { id: unknown }).id));
