/** Tables `collection` and `revision`: which libraries are installed, and how often the file has changed. */
import { z } from 'zod';
import { localizedSchema } from '../../shared/domain';
import type { LibrarySource } from '../../core/articles/library-source';
import type { Db } from '../database';
import { localizedJson } from '../json';

const rowSchema = z.object({
  id: z.string(),
  version: z.string(),
  title: localizedJson,
  licence_name: z.string(),
  licence_url: z.string(),
  credits: z.string().transform((text) => z.array(localizedSchema).parse(JSON.parse(text))),
  content_note: localizedJson,
});

export type CollectionTable = ReturnType<typeof collectionTable>;

export function collectionTable(db: Db) {
  const versionOf = db.prepare<[string], string>('SELECT version FROM collection WHERE id = ?').pluck();
  const first = db.prepare('SELECT * FROM collection ORDER BY rowid LIMIT 1');
  const remove = db.prepare('DELETE FROM collection WHERE id = ?');
  const insert = db.prepare(`
    INSERT INTO collection (id, version, title, licence_name, licence_url, credits, content_note)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const revision = db.prepare<[], number>('SELECT number FROM revision').pluck();
  const grow = db.prepare('UPDATE revision SET number = number + 1');

  return {
    versionOf: (id: string) => versionOf.get(id),
    first: () => {
      const row = first.get();
      return row === undefined ? undefined : rowSchema.parse(row);
    },
    /** Removes what the collection brought; what the reader wrote lies in another file. */
    remove: (id: string) => void remove.run(id),
    insert: (source: LibrarySource) =>
      void insert.run(
        source.id,
        source.version,
        JSON.stringify(source.title),
        source.licence.name,
        source.licence.url,
        JSON.stringify(source.credits),
        JSON.stringify(source.contentNote),
      ),
    revision: () => revision.get() ?? 0,
    growRevision: () => void grow.run(),
  };
}
