/** Table `setting` again, for the presets and handouts that the reader keeps: each has a key of its own. */
import type { SavedHandout } from '../../shared/contract';
import { savedHandoutSchema } from '../../shared/handout';
import type { Db } from '../database';

const PREFIX = 'handout.';

/** One that this version understands; a newer one may have kept it otherwise. */
export function parseSavedHandout(key: string, value: string): SavedHandout | undefined {
  if (!key.startsWith(PREFIX)) return undefined;
  const parsed = savedHandoutSchema.safeParse(JSON.parse(value));
  return parsed.success && key === PREFIX + parsed.data.id ? parsed.data : undefined;
}

export function handoutTable(db: Db) {
  const all = db.prepare<[], { key: string; value: string }>(
    `SELECT key, value FROM setting WHERE key GLOB '${PREFIX}*'`,
  );
  const put = db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const remove = db.prepare('DELETE FROM setting WHERE key = ?');

  return {
    list: (): SavedHandout[] => all.all().flatMap(({ key, value }) => parseSavedHandout(key, value) ?? []),
    put: (handout: SavedHandout) => void put.run(PREFIX + handout.id, JSON.stringify(handout)),
    remove: (id: string) => void remove.run(PREFIX + id),
  };
}
