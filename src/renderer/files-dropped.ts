/** Files that are dropped on the window: handed to whoever reads them, or refused with a sentence. It never opens them. */
import type { Router } from 'vue-router';
import { NAME_FILES, offered } from './components/exchange/offered';
import { areNotes, BEGINNING_BYTES, offeredNotes } from './components/notebook/note-files';
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

/** Where it cannot be read, the page that it is for says so. */
async function beginningOf(file: File): Promise<string> {
  return file
    .slice(0, BEGINNING_BYTES)
    .text()
    .catch(() => '');
}

/** A file let fall on a page would be opened in its place; so would a link. */
export function watchDrops(router: Router): void {
  const { tellNotice } = useMessages();
  // Each is for the page that shows what it would change.
  async function offer([file, ...others]: readonly File[]): Promise<void> {
    if (!file) return;
    const isOfNotes = areNotes(extensionOf(file.name), await beginningOf(file));
    (isOfNotes ? offeredNotes : offered).value = { file, others };
    const name = isOfNotes ? 'notebook' : 'import';
    // What is filtered there stays so.
    if (router.currentRoute.value.name !== name) await router.push({ name });
  }
  takeFiles([...NAME_FILES, 'annotations'], (files) => void offer(files));

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
