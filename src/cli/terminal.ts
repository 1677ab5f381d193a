/** What commands share: the library, the two ways to print, and how a failure ends the program. */
import { resolve } from 'node:path';
import type { Call, Input, Method, Output } from '../shared/contract';
import { AppError } from '../shared/errors';
import { isLang, LANGS, type Lang } from '../shared/lang';
import { type Library, openLibrary } from '../library/library';
import { libraryFolder } from '../library/location';

/** Beside out/, where the build and the package put the program. */
export const PROGRAM = resolve(import.meta.dirname, '..', '..');

export interface GlobalOptions {
  library?: string;
  json?: boolean;
}

export const EXIT = { done: 0, failed: 1, misused: 2 } as const;

/** Runs `work` with the library's methods and closes the library whatever happens. */
export async function withLibrary<T>(
  options: GlobalOptions,
  work: (call: Call, library: Library) => Promise<T>,
): Promise<T> {
  const library = openLibrary({
    folder: libraryFolder(options.library),
    resources: resolve(PROGRAM, 'resources', 'library'),
    onUnforeseen: (error) => console.error(error),
  });
  const call = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const answer = await library.answer(method, input);
    if (!answer.ok) throw AppError.fromReport(answer.error);
    return answer.value as Output<M>;
  };
  try {
    return await work(call, library);
  } finally {
    library.close();
  }
}

/** One JSON value on standard output with --json, else the lines that `toLines` makes of it. A person is told that
 *  there are none; a program that reads them gets none. */
export function print<T>(options: GlobalOptions, value: T, toLines: (value: T) => string[]): void {
  const lines = options.json ? [JSON.stringify(value, undefined, 2)] : toLines(value);
  if (lines.length === 0) process.stderr.write('Nothing to show.\n');
  else process.stdout.write(`${lines.join('\n')}\n`);
}

/** Cells beside each other, each column as wide as its widest; the last is left as long as it is. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join('  '),
  );
}

/** For a commander option. @throws RangeError, which is told as misuse */
export function parseLang(value: string): Lang {
  if (isLang(value)) return value;
  throw new RangeError(`“${value}” is no language of this library. Languages: ${LANGS.join(', ')}.`);
}

export function parseCount(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count > 0) return count;
  throw new RangeError(`“${value}” is not a whole number above 0.`);
}

/** Several, separated by commas. @throws RangeError, which is told as misuse */
export function parseLangs(list: string): Lang[] {
  return [...new Set(list.split(',').map(parseLang))];
}
