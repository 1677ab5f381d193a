/** A library in a folder of its own, opened in this process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Library, openLibrary } from '../../src/library/library';
import type { Call, Input, Method, Output } from '../../src/shared/contract';
import { AppError } from '../../src/shared/errors';

export const RESOURCES = resolve(import.meta.dirname, '../../resources/library');

export interface TestLibrary {
  folder: string;
  call: Call;
  library: Library;
  remove(): void;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'paralel-test-'));
}

/** What the application did not foresee fails the test. */
export function openTestLibrary(folder = temporaryFolder(), resources = RESOURCES): TestLibrary {
  const unforeseen: unknown[] = [];
  const library = openLibrary({ folder, resources, onUnforeseen: (error) => unforeseen.push(error) });
  const call = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const answer = await library.answer(method, input);
    if (unforeseen.length > 0) throw unforeseen[0];
    if (!answer.ok) throw AppError.fromReport(answer.error);
    return answer.value as Output<M>;
  };
  return {
    folder,
    call,
    library,
    remove: () => {
      library.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
