/** What was deleted is not to be found in the files either. */
import type { Shelf } from './shelf';

/** Freed pages are overwritten as they are freed (see `secure_delete` in store/database); what the logs still hold goes
 *  with them. Where another process reads at this moment, with its next checkpoint. */
export function forget({ notebook, index }: Shelf): void {
  for (const db of [notebook, index]) db.pragma('wal_checkpoint(TRUNCATE)');
}
