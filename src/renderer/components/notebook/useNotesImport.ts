/** A file of notes on its way in: what would be done, and then, when the reader says so, what was done. */
import { shallowRef } from 'vue';
import type { ImportedNotes } from '../../../shared/contract';
import { AppError, toReport } from '../../../shared/errors';
import { call } from '../../client';
import { useNotesRevision } from '../../stores/notes-revision';
import { givenFile, type GivenFile, isReadable, MOST_BYTES } from '../exchange/given-file';
import type { Refusal } from '../exchange/useImport';

/** `trial`: nothing is done yet. */
export type ImportStep =
  | { step: 'none' }
  | { step: 'refused'; refusal: Refusal }
  | { step: 'reading'; name: string }
  | { step: 'trial' | 'applying' | 'done'; file: GivenFile; result: ImportedNotes }
  | { step: 'failed'; name: string; error: AppError; again: () => Promise<void> };

const MEGABYTE = 1024 * 1024;

export function useNotesImport() {
  const revision = useNotesRevision();
  const state = shallowRef<ImportStep>({ step: 'none' });
  /** Of the file that was chosen last; answers about another are passed over. */
  let turn = 0;

  /** @param before what is shown while it is on its way */
  async function ask(file: GivenFile, trial: boolean, before: ImportStep): Promise<void> {
    const own = (turn += 1);
    state.value = before;
    try {
      const result = await call('notes.import', { file, trial });
      if (!trial) revision.bump();
      if (own === turn) state.value = { step: trial ? 'trial' : 'done', file, result };
    } catch (cause) {
      if (own !== turn) return;
      const error = cause instanceof AppError ? cause : AppError.fromReport(toReport(cause));
      const again = () => ask(file, trial, before);
      state.value = { step: 'failed', name: file.name, error, again };
    }
  }

  async function take(chosen: File): Promise<void> {
    const own = (turn += 1);
    const { name } = chosen;
    if (!isReadable(chosen)) {
      const refusal = { code: 'tooLarge' as const, file: name, limit: MOST_BYTES / MEGABYTE };
      state.value = { step: 'refused', refusal };
      return;
    }
    state.value = { step: 'reading', name };
    let file: GivenFile;
    try {
      file = await givenFile(chosen);
    } catch {
      // What the browser says of it is not for a reader; the sentence is.
      if (own === turn) state.value = { step: 'refused', refusal: { code: 'unreadable', file: name } };
      return;
    }
    if (own === turn) await ask(file, true, { step: 'reading', name });
  }

  async function apply(): Promise<void> {
    if (state.value.step !== 'trial') return;
    const { file, result } = state.value;
    await ask(file, false, { step: 'applying', file, result });
  }

  return { state, take, apply };
}
