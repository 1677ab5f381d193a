/** Whether the open notebook is still the file that stands in the library's folder. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { FILES } from './shelf-files';

/**
 * SQLite goes on writing into a file that has been removed or replaced, and what it writes is nowhere afterwards.
 * @returns whether it is still there
 */
export function watchPlace(folder: string): () => boolean {
  const path = join(folder, FILES.notebook);
  const opened = placeOf(path);
  return () => {
    const now = placeOf(path);
    return now !== undefined && now === opened;
  };
}

/** Which file it is. A disk keeps the number of a file that is open; Windows does not let one be replaced. */
function placeOf(path: string): string | undefined {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!stat || process.platform === 'win32') return stat && path;
  return `${stat.dev} ${stat.ino}`;
}
