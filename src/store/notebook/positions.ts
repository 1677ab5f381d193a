/** Table `reading_position`: where the reader stopped. */
import { type ReadingPosition, readingPositionSchema } from '../../shared/contract';
import type { Db } from '../database';

export type PositionTable = ReturnType<typeof positionTable>;

export function positionTable(db: Db) {
  const put = db.prepare(`
    INSERT INTO reading_position (article, block, offset, at) VALUES (@article, @block, @offset, @at)
    ON CONFLICT (article) DO UPDATE SET block = excluded.block, offset = excluded.offset, at = excluded.at`);
  const one = db.prepare<[string]>('SELECT * FROM reading_position WHERE article = ?');
  const latest = db.prepare<[number]>('SELECT * FROM reading_position ORDER BY at DESC LIMIT ?');
  const clear = db.prepare('DELETE FROM reading_position');
  const fromRow = (row: unknown) => (row === undefined ? null : readingPositionSchema.parse(row));

  return {
    put: (position: ReadingPosition) => void put.run(position),
    get: (article: string) => fromRow(one.get(article)),
    clear: () => void clear.run(),
    latest: (limit: number) => latest.all(limit).map((row) => readingPositionSchema.parse(row)),
  };
}
