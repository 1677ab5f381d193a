/** Files that the system hands over: read here, for no page may open one by its path. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../shared/errors';
import type { GivenFile } from '../shared/exchange';
import type { ShellEvent } from '../shared/events';
import { isRead, MOST_FILE_BYTES } from '../shared/files-read';
import { shownName } from './policies/arguments';

/** As the contract has it. */
const LONGEST_NAME = 255;

/** What a window is told of them: one event with what was read, one for each that was not. */
export async function readGiven(paths: readonly string[]): Promise<ShellEvent[]> {
  const answers = await Promise.all(paths.map(readOne));
  const files = answers.flatMap((answer) => ('file' in answer ? [answer.file] : []));
  const failures = answers.flatMap((answer) => ('event' in answer ? [answer.event] : []));
  return files.length > 0 ? [{ type: 'files', files }, ...failures] : failures;
}

async function readOne(path: string): Promise<{ file: GivenFile } | { event: ShellEvent }> {
  const file = shownName(path);
  if (!isRead(path)) return { event: { type: 'notice', notice: { code: 'file-unknown', params: { file } } } };
  try {
    const bytes = await readBounded(path);
    if (!bytes) {
      const params = { file, limit: MOST_FILE_BYTES / 1024 / 1024 };
      return { event: { type: 'notice', notice: { code: 'file-too-large', params } } };
    }
    return { file: { name: basename(path).slice(-LONGEST_NAME), data: bytes.toString('base64') } };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const { code, params } = new AppError('file.unreadable', { path: file, detail });
    return { event: { type: 'failed', reason: { code, params } } };
  }
}

/** undefined: it is too large. @throws where there is no such file, or what is there is none */
async function readBounded(path: string): Promise<Buffer | undefined> {
  const found = await stat(path);
  // A pipe would not answer until somebody writes.
  if (!found.isFile()) throw new Error('no file');
  if (found.size > MOST_FILE_BYTES) return undefined;
  const bytes = await readFile(path);
  // It may have grown meanwhile.
  return bytes.length > MOST_FILE_BYTES ? undefined : bytes;
}
