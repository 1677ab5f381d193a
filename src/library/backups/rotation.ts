/** Which backups are kept. */
import { type BackupName, byNumber } from './names';

const LATEST = 5;
const DAYS = 7;
const WEEKS = 5;
/** Of those made before a migration, and of those made before a restoration. */
const OF_EACH_REASON = 2;

/**
 * The latest, the last of each day and of each week, and some of those made before something was done to the notebook.
 * Days and weeks are those of which there are backups, however long ago: nobody asks what the time is now, so that a
 * clock that is wrong once costs no backup.
 */
export function toDelete(backups: readonly BackupName[]): BackupName[] {
  const newestFirst = backups.toSorted(byNumber);
  const kept = new Set([
    ...newestFirst.slice(0, LATEST),
    ...lastOfEach(newestFirst, ({ date }) => date).slice(0, DAYS),
    ...lastOfEach(newestFirst, ({ date }) => weekOf(date)).slice(0, WEEKS),
    ...(['migration', 'restore'] as const).flatMap((wanted) =>
      newestFirst.filter(({ reason }) => reason === wanted).slice(0, OF_EACH_REASON),
    ),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup));
}

function lastOfEach(newestFirst: readonly BackupName[], key: (backup: BackupName) => string): BackupName[] {
  const last = new Map<string, BackupName>();
  for (const backup of newestFirst) if (!last.has(key(backup))) last.set(key(backup), backup);
  return [...last.values()];
}

/** The Monday of a date's week; what is no date is a week of its own. */
function weekOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
