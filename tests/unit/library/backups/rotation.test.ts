import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BackupName,
  type BackupReason,
  byNumber,
  nameBackup,
  parseBackupName,
} from '../../../../src/library/backups/names';
import { toDelete } from '../../../../src/library/backups/rotation';
import { BACKUP_REASONS } from '../../../../src/shared/notes';

const named = (number: number, date: string, reason: BackupReason = 'change'): BackupName => {
  const backup = parseBackupName(nameBackup(number, new Date(`${date}T12:00:00`), reason));
  if (!backup) throw new Error(date);
  return backup;
};
const keptOf = (backups: BackupName[]) => {
  const gone = new Set(toDelete(backups));
  return backups.filter((backup) => !gone.has(backup));
};
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n, 12)).toISOString().slice(0, 10);

describe('the name of a backup', () => {
  it('says its number, its date and why it was made, and is read back', () => {
    const at = new Date(2026, 10, 22, 23, 59);
    expect(nameBackup(12, at, 'change')).toBe('notebook-000012-2026-11-22.db');
    expect(nameBackup(12, at, 'restore')).toBe('notebook-000012-2026-11-22-restore.db');
    for (const reason of BACKUP_REASONS)
      expect(parseBackupName(nameBackup(1_234_567, at, reason))).toMatchObject({ number: 1_234_567, reason });
  });

  it.each([
    'notebook.db',
    'notebook-12-2026-11-22.db',
    'notebook-000012-2026-11-22.db.part',
    'notebook-000012-2026-11-22-virus.db',
    '../notebook-000012-2026-11-22.db',
    'notebook-000012-2026-11-22.db/../../x',
  ])('is not %s', (file) => expect(parseBackupName(file)).toBeUndefined());

  it('is in order by its number, whatever the clock said', () => {
    const backups = [named(1, '2099-01-01'), named(3, '1970-01-01'), named(2, '2026-11-22')];
    expect(backups.toSorted(byNumber).map(({ number }) => number)).toEqual([3, 2, 1]);
  });
});

describe('of backups', () => {
  it('are kept the latest five, though all are of one day', () => {
    const backups = Array.from({ length: 9 }, (_, n) => named(n + 1, '2026-11-22'));
    expect(keptOf(backups).map(({ number }) => number)).toEqual([5, 6, 7, 8, 9]);
  });

  it('is kept the last of each of seven days, and the last of each of five weeks', () => {
    const backups = Array.from({ length: 120 }, (_, n) => named(n + 1, day(Math.floor(n / 2))));
    const dates = keptOf(backups).map(({ date }) => date);
    expect(new Set(dates.slice(-9))).toEqual(new Set(Array.from({ length: 7 }, (_, n) => day(59 - n))));
    // 2026-03-01 is a Sunday, as are those before it.
    expect(dates.slice(0, -9)).toEqual(
      ['2026-02-01', '2026-02-08', '2026-02-15', '2026-02-22'].filter(
        (date) => !dates.slice(-9).includes(date),
      ),
    );
  });

  it('are kept the last two made before a migration, and before a restoration', () => {
    const old = (['migration', 'migration', 'migration', 'restore', 'restore', 'restore'] as const).map(
      (reason, n) => named(n + 1, day(0), reason),
    );
    const backups = [...old, ...Array.from({ length: 100 }, (_, n) => named(n + 7, day(n + 1)))];
    expect(
      keptOf(backups)
        .filter(({ reason }) => reason !== 'change')
        .map(({ number }) => number),
    ).toEqual([2, 3, 5, 6]);
  });

  it('none is lost to a clock that was in 1970 or in 2099 for an evening', () => {
    const before = Array.from({ length: 30 }, (_, n) => named(n + 1, day(n)));
    for (const wrong of ['1970-01-01', '2099-12-31']) {
      const gone = toDelete([...before, named(31, wrong)]).map(({ number }) => number);
      const goneWithout = toDelete(before).map(({ number }) => number);
      // Room for one more means that of days and weeks one less is kept, and never the newest.
      expect(gone.length - goneWithout.length).toBeLessThanOrEqual(2);
      expect(Math.max(...gone)).toBeLessThan(26);
      expect(gone).not.toContain(31);
    }
  });

  it('are always kept the latest five, however the clock runs, and deleting twice deletes no more', () => {
    const backup = fc.tuple(fc.integer({ min: 0, max: 60_000 }), fc.constantFrom(...BACKUP_REASONS));
    fc.assert(
      fc.property(fc.array(backup, { maxLength: 60 }), (drawn) => {
        const backups = drawn.map(([at, reason], n) =>
          named(n + 1, new Date(at * 86_400_000).toISOString().slice(0, 10), reason),
        );
        const kept = keptOf(backups);
        expect(kept.slice(-5)).toEqual(backups.slice(-5));
        expect(toDelete(kept)).toEqual([]);
        expect(kept.length).toBeLessThanOrEqual(5 + 7 + 5 + 4);
      }),
    );
  });
});
