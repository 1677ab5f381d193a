/** Whether a library is whole. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../shared/contract';
import { AppError } from '../shared/errors';
import { findingOf } from '../store/database';
import type { DatabaseName } from '../store/migrations';
import { notesIn } from './backups/combine';
import { backupsFolder, listNames } from './backups/folder';
import { readBackupOf } from './backups/read';
import type { Context } from './context';
import { isIndexCurrent } from './indexing';
import { FILES } from './shelf';

type CheckedFile = Output<'library.check'>['files'][number];

export function checkFiles({ shelf }: Context): Output<'library.check'> {
  const files = (['library', 'notebook', 'index'] as const).map((name): CheckedFile => {
    const bytes = bytesOf(join(shelf.folder, FILES[name]));
    return { file: FILES[name], bytes: bytes ?? 0, ...stateOf(shelf, name, bytes !== undefined) };
  });
  const backups = shelf.readOnly ? [] : checkBackups(shelf.folder);
  return {
    ok: [...files, ...backups].every(({ state }) => state === 'ok'),
    path: shelf.shownFolder,
    files: [...files, ...backups],
    notices: shelf.notices,
  };
}

const bytesOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size;

function stateOf(shelf: Context['shelf'], name: DatabaseName, exists: boolean) {
  if (!exists) {
    const isGone = name === 'notebook' && shelf.lost !== undefined;
    return {
      state: 'missing',
      detail: isGone ? 'it was there before' : 'removed while it was open',
    } as const;
  }
  if (name === 'notebook' && shelf.lost)
    return { state: 'damaged', detail: `${shelf.lost.reason}; what is shown stands in for it` } as const;
  const finding = findingOf(shelf[name]);
  if (finding) return { state: 'damaged', detail: finding } as const;
  if (name === 'index' && !isIndexCurrent(shelf)) {
    return {
      state: 'stale',
      detail: 'built from an earlier state of the library; it is built anew at the next start',
    } as const;
  }
  return { state: 'ok', detail: '' } as const;
}

/** Each read whole, as if it were to be restored. */
function checkBackups(folder: string): CheckedFile[] {
  return listNames(folder).map(({ file }) => {
    const said = { file: `backups/${file}`, bytes: bytesOf(join(backupsFolder(folder), file)) ?? 0 };
    try {
      const notes = notesIn(readBackupOf(folder, file)).size;
      return { ...said, state: 'ok', detail: `${notes} notes` };
    } catch (error) {
      return { ...said, state: 'damaged', detail: error instanceof AppError ? error.message : String(error) };
    }
  });
}
