/** Opens a handout from a PDF that Paralel made, or from the JSON in it, and says what of it is not here. */
import { shallowRef } from 'vue';
import { AppError, toReport } from '../../../shared/errors';
import { call } from '../../client';
import { extensionOf } from '../../../shared/files-read';
import { givenFile } from '../exchange/given-file';
import type { Choices } from './choices';

const HANDOUT_FILES: readonly string[] = ['pdf', 'json'];

export type OpenedFile =
  | { step: 'none' }
  | { step: 'read'; name: string; missing: readonly string[]; from: { id: string; version: string } | null }
  | { step: 'failed'; name: string; error: AppError };

export function useOpenedFile(begin: (choices: Choices) => void) {
  const file = shallowRef<OpenedFile>({ step: 'none' });

  async function read(given: File): Promise<void> {
    try {
      const { request, missing, from } = await call('handout.read', { file: await givenFile(given) });
      begin(request);
      file.value = { step: 'read', name: given.name, missing, from };
    } catch (error) {
      const known = error instanceof AppError ? error : AppError.fromReport(toReport(error));
      file.value = { step: 'failed', name: given.name, error: known };
    }
  }

  /** Elsewhere in the window a file's name would decide who reads it; here these are handouts. */
  function drop(event: DragEvent): void {
    const given = [...(event.dataTransfer?.files ?? [])].find(({ name }) =>
      HANDOUT_FILES.includes(extensionOf(name)),
    );
    if (!given) return;
    event.preventDefault();
    event.stopPropagation();
    void read(given);
  }

  return { file, read, drop };
}
