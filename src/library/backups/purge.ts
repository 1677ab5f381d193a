/** Takes notes out of a backup that have been deleted for good. */
import { copyFileSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { assertIntact } from './copy';
import { DRAFT, syncFile } from './folder';

/**
 * The rest of the backup stays as it is. One that cannot be read may hold them all the same, and is deleted.
 * @param gone ids of the notes
 */
export function withoutPurged(path: string, gone: ReadonlySet<string>): void {
  const draft = path + DRAFT;
  try {
    copyFileSync(path, draft);
    if (strip(draft, gone)) {
      syncFile(draft);
      renameSync(draft, path);
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || /^SQLITE_(FULL|IOERR|CANTOPEN)/.test(error.code))
      throw error;
    rmSync(path, { force: true });
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @returns whether there was anything to take out */
function strip(path: string, gone: ReadonlySet<string>): boolean {
  const db = new Database(path);
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('journal_mode = MEMORY');
    db.pragma('secure_delete = ON');
    assertIntact(db);
    // A format from before notes.
    if (db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'note' AND type = 'table'`).get() === undefined)
      return false;
    const found = db
      .prepare<[], string>('SELECT id FROM note')
      .pluck()
      .all()
      .filter((id) => gone.has(id));
    if (found.length === 0) return false;
    const change = db.prepare<[], number>('SELECT number FROM notebook_change').pluck().get();
    db.transaction(() => {
      const drop = db.prepare('DELETE FROM note WHERE id = ?');
      const dropRevisions = db.prepare('DELETE FROM note_revision WHERE note = ?');
      for (const id of found) {
        drop.run(id);
        dropRevisions.run(id);
      }
      db.prepare('UPDATE notebook_change SET number = ?').run(change);
    })();
    return true;
  } finally {
    db.close();
  }
}
