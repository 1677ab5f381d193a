/** Table `built_from`: what the index was built from, and with what. */
import { z } from 'zod';
import type { Db } from '../database';

const builtFromRow = z.object({
  fold_version: z.int(),
  sort_key_version: z.int(),
  library_revision: z.int(),
  edits_revision: z.int(),
});
export type BuiltFrom = z.infer<typeof builtFromRow>;

export function builtFromTable(db: Db) {
  const get = db.prepare('SELECT * FROM built_from');
  const put = db.prepare(`
    INSERT INTO built_from (fold_version, sort_key_version, library_revision, edits_revision)
    VALUES (@fold_version, @sort_key_version, @library_revision, @edits_revision)`);

  return {
    get: (): BuiltFrom | undefined => builtFromRow.optional().parse(get.get()),
    /** In the caller's transaction. */
    put: (built: BuiltFrom): void => {
      db.exec('DELETE FROM built_from');
      put.run(built);
    },
  };
}

/** Empties the index, in the caller's transaction. */
export function clearIndex(db: Db): void {
  const tables = [
    'built_from', 'passage_text', 'passage', 'name_key', 'mention', 'entity_order', 'name_words', 'name_source', 'name',
    'entity', 'source', 'notes_seen', 'note_tag', 'note_entry',
  ]; // prettier-ignore
  for (const table of tables) db.exec(`DELETE FROM ${table}`);
}
