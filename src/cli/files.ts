/** Files that a command is given. */
import { readFileSync } from 'node:fs';
import { decodeText } from '../core/exchange/encoding';
import { Unreadable } from '../core/exchange/problems';
import { AppError } from '../shared/errors';
import { problemLine } from './file-problems';

/** @param path `-` for standard input. @throws AppError 'file.unreadable' */
export function readGiven(path: string): Buffer {
  try {
    return readFileSync(path === '-' ? 0 : path);
  } catch (cause) {
    throw new AppError('file.unreadable', { path, detail: (cause as Error).message }, { cause });
  }
}

/** In whichever encoding; one that is not UTF-8 is told on standard error.
 *  @throws AppError 'file.unreadable' | 'file.refused' */
export function readText(path: string): string {
  const bytes = readGiven(path);
  if (bytes.length === 0) return '';
  try {
    const { text, encoding, problems } = decodeText(bytes);
    for (const problem of problems) console.error(problemLine(problem));
    if (problems.length === 0 && encoding !== 'utf-8') console.error(`The file was read as ${encoding}.`);
    return text;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new AppError('file.refused', { path, reason: problemLine(error.problem) }, { cause: error });
  }
}

/** @throws RangeError, which is told as misuse */
export function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    const file = path === '-' ? 'Standard input' : `“${path}”`;
    throw new RangeError(`${file} is no JSON: ${(error as Error).message}.`, { cause: error });
  }
}
