/** Files that are dropped on the window: handed to whoever reads them, or refused with a sentence. It never opens them. */
import type { Router } from 'vue-router';
import { NAME_FILES, offered } from './components/exchange/offered';
import { useMessages } from './stores/messages';

type Take = (files: File[]) => void;

/** File name extension, in small letters → who reads such files. */
const takers = new Map<string, Take>();

/** @returns what takes it back */
export function takeFiles(extensions: readonly string[], take: Take): () => void {
  for (const extension of extensions) takers.set(extension, take);
  return () => {
    for (const extension of extensions) if (takers.get(extension) === take) takers.delete(extension);
  };
}

export function extensionOf(name: string): string {
  return /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

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

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');

/** A file let fall on a page would be opened in its place; so would a link. */
export function watchDrops(router: Router): void {
  const { tellNotice } = useMessages();
  // Files of names are for the page that shows what they would change.
  takeFiles(NAME_FILES, ([file, ...others]) => {
    if (!file) return;
    offered.value = { file, others };
    void router.push({ name: 'import' });
  });

  addEventListener('dragover', (event) => {
    const hasFiles = event.dataTransfer?.types.includes('Files') ?? false;
    if (!hasFiles && isEditable(event.target)) return;
    event.preventDefault();
    // What is not taken cannot be dropped either; files are, so that there is an answer to them.
    if (event.dataTransfer) event.dataTransfer.dropEffect = hasFiles ? 'copy' : 'none';
  });

  addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0 && isEditable(event.target)) return;
    event.preventDefault();
    const { taken, unknown } = sortFiles(files, takers);
    for (const [take, own] of taken) take(own);
    if (unknown.length > 0) tellNotice({ code: 'file-unknown', params: { file: namesOf(unknown) } });
  });
}
