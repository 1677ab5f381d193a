/** A file on the disk is whole or not there. */
import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../shared/errors';

/**
 * Writes beside the target and renames, so that a full disk or a lost connection leaves what was there before.
 * @throws AppError 'file.not-writable'
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const target = await targetOf(path);
    const draft = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.part`);
    try {
      await writeThrough(draft, bytes);
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    await syncFolder(dirname(target));
  } catch (cause) {
    throw new AppError('file.not-writable', { path, detail: reasonOf(cause) }, { cause });
  }
}

/** Where a link leads; renaming onto the link itself, or onto /dev/stdout, would replace it. */
async function targetOf(path: string): Promise<string> {
  let target: string;
  try {
    target = await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return path;
    throw error;
  }
  if (!(await stat(target)).isFile()) throw new Error('it is not a file');
  return target;
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the new name last through a power cut. Windows and some network drives cannot, and the file is whole without. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** “EACCES: permission denied”, without the call and the draft's name that follow. */
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.split(',')[0] ?? message;
}
