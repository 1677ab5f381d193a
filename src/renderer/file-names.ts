/** What the names of files say: who reads them, and how a sentence lists them. */
import { extensionOf } from '../shared/files-read';

/** Who gets which of the files, and which nobody reads. */
export function sortFiles<F extends { name: string }, T>(
  files: readonly F[],
  known: ReadonlyMap<string, T>,
): { taken: Map<T, F[]>; unknown: F[] } {
  const taken = new Map<T, F[]>();
  const unknown: F[] = [];
  for (const file of files) {
    const taker = known.get(extensionOf(file.name));
    if (taker === undefined) unknown.push(file);
    else taken.set(taker, [...(taken.get(taker) ?? []), file]);
  }
  return { taken, unknown };
}

/** So many names a sentence bears. */
const NAMED = 3;

export function namesOf(files: readonly { name: string }[]): string {
  const names = files.slice(0, NAMED).map(({ name }) => name);
  return [...names, ...(files.length > NAMED ? ['…'] : [])].join(', ');
}
