/** The files of a library, and how one is set aside. */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseName } from '../store/migrations';

export const FILES: Record<DatabaseName, string> = {
  library: 'library.db',
  notebook: 'notebook.db',
  index: 'index.db',
};

/** A database and the files that SQLite keeps beside it; parted, they would no longer be whole. */
export const SUFFIXES = ['', '-wal', '-shm'];

/** Renamed, never overwritten. The database itself comes last: until then it is found again where it was. */
export function moveAside(folder: string, name: DatabaseName, at: Date): string {
  const stamp = at.toISOString().slice(0, 19).replaceAll(':', '-');
  const isTaken = (file: string) => SUFFIXES.some((suffix) => existsSync(join(folder, file + suffix)));
  let target = `${name}.damaged-${stamp}.db`;
  for (let n = 2; isTaken(target); n += 1) target = `${name}.damaged-${stamp}-${n}.db`;
  for (const suffix of SUFFIXES.toReversed()) {
    const from = join(folder, FILES[name] + suffix);
    if (existsSync(from)) renameSync(from, join(folder, target + suffix));
  }
  return target;
}
