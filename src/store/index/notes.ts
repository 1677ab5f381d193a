/** Tables `note_entry`, `note_tag` and `notes_seen`: where notes stand, and what they are found by. */
import { z } from 'zod';
import { articleIdSchema } from '../../shared/domain';
import { type NoteId, noteIdSchema, noteSchema } from '../../shared/notes';
import type { Db } from '../database';

const standingRow = z.object({
  block: z.string().nullable(),
  start: z.int(),
  end: z.int().nullable(),
  state: noteSchema.shape.state,
  score: z.number().nullable(),
});
/** Where a note was found. */
export type Standing = z.infer<typeof standingRow>;
const entryRow = standingRow.extend({ note: noteIdSchema });
export type PlacedNote = z.infer<typeof entryRow>;

export interface NoteEntry extends Standing {
  note: NoteId;
  number: number;
  removed: boolean;
  article: string | null;
  entity: string | null;
  at_article: number;
  at_block: number;
  colour: string;
  tags: readonly string[];
  folded: string;
}

export interface NoteQuery {
  removed: boolean;
  /** Folded; each has to be somewhere. */
  words: readonly string[];
  article?: string | undefined;
  entity?: string | undefined;
  tag?: string | undefined;
  colour?: string | undefined;
  state?: string | undefined;
  ids?: readonly string[] | undefined;
}

export type NoteOrder = 'place' | 'time';

/** Only what is asked for is in the statement, so that SQLite plans for that. */
const CONDITIONS = {
  article: 'article = @article',
  entity: 'entity = @entity',
  tag: 'note IN (SELECT note_tag.note FROM note_tag WHERE tag = @tag)',
  colour: 'colour = @colour',
  state: 'state = @state',
  ids: 'note IN (SELECT value FROM json_each(@ids))',
} as const;
const HAS_WORDS = 'NOT EXISTS (SELECT 1 FROM json_each(@words) WHERE instr(folded, value) = 0)';

/** What stands nowhere comes after what does. */
const ORDERS: Record<NoteOrder, readonly string[]> = {
  place: ['at_article', 'at_block', 'start', 'number'],
  time: ['number'],
};

const counted = <T extends z.ZodType>(of: T) => z.object({ value: of, count: z.int() });

export type NoteEntryTable = ReturnType<typeof noteEntryTable>;

export function noteEntryTable(db: Db) {
  const seen = db.prepare<[], number>('SELECT number FROM notes_seen').pluck();
  const see = db.prepare('INSERT INTO notes_seen (number) VALUES (?)');
  const put = db.prepare(`
    INSERT OR REPLACE INTO note_entry
      (note, number, removed, article, entity, at_article, at_block, start, block, "end", state, score, colour, folded)
    VALUES (@note, @number, @removed, @article, @entity, @at_article, @at_block, @start, @block, @end, @state, @score,
      @colour, @folded)`);
  const dropTags = db.prepare<[string]>('DELETE FROM note_tag WHERE note = ?');
  const putTag = db.prepare('INSERT OR IGNORE INTO note_tag (tag, note) VALUES (?, ?)');
  const drop = db.prepare<[string]>('DELETE FROM note_entry WHERE note = ?');
  const ids = db.prepare<[], string>('SELECT note FROM note_entry').pluck();
  const count = db.prepare<[], number>('SELECT count(*) FROM note_entry').pluck();
  const columns = 'note, block, start, "end", state, score';
  const one = db.prepare<[string]>(`SELECT ${columns} FROM note_entry WHERE note = ?`);
  const inArticle = db.prepare<[string]>(`
    SELECT ${columns} FROM note_entry WHERE article = ? AND removed = 0 ORDER BY at_block, start, number`);
  const onEntity = db.prepare<[string]>(
    `SELECT ${columns} FROM note_entry WHERE entity = ? AND removed = 0 ORDER BY number`,
  );
  const onNamesIn = db.prepare<[string]>(`
    SELECT ${columns} FROM note_entry WHERE removed = 0 AND entity IN
      (SELECT entity FROM mention WHERE article IN (SELECT value FROM json_each(?)))
    ORDER BY number`);
  const group = (what: string, from = 'note_entry', order = 'count(*) DESC') =>
    db.prepare<{ removed: number }>(
      `SELECT ${what} AS value, count(*) AS count FROM ${from}
      WHERE removed = @removed AND ${what} IS NOT NULL GROUP BY ${what} ORDER BY ${order}`,
    );
  const articles = group('article', 'note_entry', 'min(at_article)');
  const tags = group('tag', 'note_tag JOIN note_entry USING (note)', 'count(*) DESC, tag');
  const colours = group('colour');
  const states = group('state');
  const rows = (found: unknown[]): PlacedNote[] => found.map((row) => entryRow.parse(row));
  const groups = <T extends z.ZodType>(of: T, found: unknown[]) =>
    found.map((row) => counted(of).parse(row)) as { value: z.output<T>; count: number }[];

  function conditionsOf(query: NoteQuery) {
    const asked = (Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]).filter(
      (key) => query[key] !== undefined,
    );
    const where = ['removed = @removed', ...asked.map((key) => CONDITIONS[key])];
    if (query.words.length > 0) where.push(HAS_WORDS);
    const { words, ids: wanted, removed, ...rest } = query;
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    return {
      where: where.join(' AND '),
      params: {
        ...given,
        removed: Number(removed),
        ...(words.length > 0 && { words: JSON.stringify(words) }),
        ...(wanted && { ids: JSON.stringify(wanted) }),
      },
    };
  }

  return {
    /** Up to which revision of the notebook it goes; undefined where nothing was ever seen. */
    seen: () => seen.get(),
    see(number: number): void {
      db.exec('DELETE FROM notes_seen');
      see.run(number);
    },
    put({ tags: own, ...entry }: NoteEntry): void {
      dropTags.run(entry.note);
      put.run({ ...entry, removed: Number(entry.removed) });
      for (const tag of own) putTag.run(tag, entry.note);
    },
    drop: (note: string) => void drop.run(note),
    /** As if nothing had ever been seen. */
    clear: () => void db.exec('DELETE FROM note_tag; DELETE FROM note_entry; DELETE FROM notes_seen'),
    ids: () => ids.all(),
    count: () => count.get() ?? 0,
    get: (note: string): Standing | undefined => {
      const row = one.get(note);
      return row === undefined ? undefined : standingRow.parse(row);
    },
    /** In the order of its text; those that are not deleted. */
    inArticle: (article: string) => rows(inArticle.all(article)),
    /** The oldest first. */
    onEntity: (entity: string) => rows(onEntity.all(entity)),
    /** On names that these mention, the oldest first. */
    onNamesIn: (articles: readonly string[]) => rows(onNamesIn.all(JSON.stringify(articles))),
    total(query: NoteQuery): number {
      const { where, params } = conditionsOf(query);
      return (
        db.prepare<[object], number>(`SELECT count(*) FROM note_entry WHERE ${where}`).pluck().get(params) ??
        0
      );
    },
    page(
      query: NoteQuery,
      {
        sort,
        descending,
        limit,
        offset,
      }: { sort: NoteOrder; descending: boolean; limit: number; offset: number },
    ): PlacedNote[] {
      const { where, params } = conditionsOf(query);
      const order = ORDERS[sort].map((column) => `${column} ${descending ? 'DESC' : 'ASC'}`).join(', ');
      const sql = `SELECT ${columns} FROM note_entry WHERE ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`;
      return rows(db.prepare(sql).all({ ...params, limit, offset }));
    },
    /** How many there are of each, deleted or not. */
    groups: (removed: boolean) => {
      const which = { removed: Number(removed) };
      return {
        articles: groups(articleIdSchema, articles.all(which)),
        tags: groups(z.string(), tags.all(which)),
        colours: groups(noteSchema.shape.colour, colours.all(which)),
        states: groups(noteSchema.shape.state, states.all(which)),
      };
    },
  };
}
