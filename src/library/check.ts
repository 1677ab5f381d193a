/** Whether a library is whole. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../shared/contract';
import { findingOf } from '../store/database';
import type { DatabaseName } from '../store/migrations';
import type { Context } from './context';
import { isIndexCurrent } from './indexing';
import { FILES } from './shelf';

export function checkFiles({ shelf }: Context): Output<'library.check'> {
  const files = (['library', 'notebook', 'index'] as const).map((name) => {
    const bytes = statSync(join(shelf.folder, FILES[name]), { throwIfNoEntry: false })?.size;
    return { file: FILES[name], bytes: bytes ?? 0, ...stateOf(shelf, name, bytes !== undefined) };
  });
  return {
    ok: files.every(({ state }) => state === 'ok'),
    path: shelf.shownFolder,
    files,
    notices: shelf.notices,
  };
}

function stateOf(shelf: Context['shelf'], name: DatabaseName, exists: boolean) {
  if (!exists) return { state: 'missing', detail: 'removed while it was open' } as const;
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
