/** Table `figure`: numbers that somebody holds. */
import { z } from 'zod';
import {
  blockIdSchema,
  articleIdSchema,
  entityIdSchema,
  factKeySchema,
  figureIdSchema,
  qualifierSchema,
} from '../../shared/domain';
import type { FigureSource } from '../../core/articles/library-source';
import type { Db } from '../database';
import { citationsJson, localizedJson, toJson } from '../json';

const figureRow = z.object({
  id: figureIdSchema,
  article: articleIdSchema,
  block: blockIdSchema.nullable(),
  fact: factKeySchema.nullable(),
  what: localizedJson,
  places: z.string().transform((text) => z.array(entityIdSchema).parse(JSON.parse(text))),
  date_from: z.string().nullable(),
  date_to: z.string().nullable(),
  scope_note: localizedJson.nullable(),
  qualifier: qualifierSchema,
  low: z.number().nullable(),
  high: z.number().nullable(),
  wording: localizedJson.nullable(),
  held_by: localizedJson,
  holder: entityIdSchema.nullable(),
  part_of: figureIdSchema.nullable(),
  citations: citationsJson,
});

export type FigureRow = z.infer<typeof figureRow>;
export type FigureTable = ReturnType<typeof figureTable>;

export function figureTable(db: Db) {
  const insert = db.prepare(`
    INSERT INTO figure (id, article, position, block, fact, what, places, date_from, date_to, scope_note,
      qualifier, low, high, wording, held_by, holder, part_of, citations)
    VALUES (@id, @article, @position, @block, @fact, @what, @places, @from, @to, @scopeNote,
      @qualifier, @low, @high, @wording, @heldBy, @holder, @partOf, @citations)`);
  const columns = 'figure.*';
  const all = db.prepare(`
    SELECT ${columns} FROM figure JOIN article ON article.id = figure.article
    ORDER BY article.collection, article.position, figure.position`);
  const ofArticle = db.prepare<[string]>(`SELECT ${columns} FROM figure WHERE article = ? ORDER BY position`);
  const isNamed = db
    .prepare<{ entity: string }, number>(
      `SELECT EXISTS (SELECT 1 FROM figure, json_each(places) WHERE holder = @entity OR value = @entity)`,
    )
    .pluck();
  const exists = db
    .prepare<[string, string], number>('SELECT EXISTS (SELECT 1 FROM figure WHERE article = ? AND id = ?)')
    .pluck();
  const count = db.prepare<[], number>('SELECT count(*) FROM figure').pluck();

  return {
    insert: (article: string, position: number, figure: FigureSource) =>
      void insert.run({
        id: figure.id,
        article,
        position,
        block: figure.block ?? null,
        fact: figure.fact ?? null,
        what: JSON.stringify(figure.what),
        places: JSON.stringify(figure.scope.places),
        from: figure.scope.from ?? null,
        to: figure.scope.to ?? null,
        scopeNote: toJson(figure.scope.note),
        qualifier: figure.qualifier,
        low: figure.low,
        high: figure.high,
        wording: toJson(figure.wording),
        heldBy: JSON.stringify(figure.heldBy),
        holder: figure.holder ?? null,
        partOf: figure.partOf ?? null,
        citations: JSON.stringify(figure.citations),
      }),
    list: () => all.all().map((row) => figureRow.parse(row)),
    ofArticle: (article: string) => ofArticle.all(article).map((row) => figureRow.parse(row)),
    /** Some figure is about it, or is held by it. */
    isNamed: (entity: string) => isNamed.get({ entity }) === 1,
    exists: (article: string, id: string) => exists.get(article, id) === 1,
    count: () => count.get() ?? 0,
  };
}
