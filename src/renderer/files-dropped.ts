/** Files that are dropped on the window: handed to whoever reads them, or refused with a sentence. It never opens them. */
import type { Router } from 'vue-router';
import { BACKUP_FILE, extensionOf, HANDOUT_FILE, NAME_FILES, NOTES_FILE } from '../shared/files-read';
import { offered, offeredBackup, offeredHandout } from './components/exchange/offered';
import { areNotes, BEGINNING_BYTES, offeredNotes } from './components/notebook/note-files';
import { namesOf, sortFiles } from './file-names';
import { useMessages } from './stores/messages';
import { useShell } from './stores/shell';

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

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');

/** Where it cannot be read, the page that it is for says so. */
async function beginningOf(file: File): Promise<string> {
  return file
    .slice(0, BEGINNING_BYTES)
    .text()
    .catch(() => '');
}

/** To whoever reads them; of the rest it is said that nobody does. */
export function giveFiles(files: readonly File[]): void {
  const { taken, unknown } = sortFiles(files, takers);
  for (const [take, own] of taken) take(own);
  if (unknown.length > 0) tellUnknown(unknown);
}

function tellUnknown(files: readonly File[]): void {
  useMessages().tellNotice({ code: 'file-unknown', params: { file: namesOf(files) } });
}

/** A file let fall on a page would be opened in its place; so would a link. */
export function watchDrops(router: Router): void {
  // Each is for the page that shows what it would change. What is filtered there stays so.
  async function show(name: string): Promise<void> {
    if (router.currentRoute.value.name !== name) await router.push({ name });
  }
  async function offer([file, ...others]: readonly File[]): Promise<void> {
    if (!file) return;
    const isOfNotes = areNotes(extensionOf(file.name), await beginningOf(file));
    (isOfNotes ? offeredNotes : offered).value = { file, others };
    await show(isOfNotes ? 'notebook' : 'import');
  }
  takeFiles([...NAME_FILES, NOTES_FILE], (files) => void offer(files));
  takeFiles([HANDOUT_FILE], ([file]) => {
    offeredHandout.value = file;
    void show('handout');
  });
  takeFiles([BACKUP_FILE], ([file, ...others]) => {
    // Nothing is kept there that it could bring back.
    if (file && useShell().isReadingRoom) return tellUnknown([file, ...others]);
    offeredBackup.value = file;
    void show('settings');
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
    giveFiles(files);
  });
}
