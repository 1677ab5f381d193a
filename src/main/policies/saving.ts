/** What the save dialog proposes. */
import { join } from 'node:path';

/** In the folder that was chosen last time, while it is there. */
export function proposedPath(
  name: string,
  chosenBefore: string | null,
  documents: string,
  isThere: (folder: string) => boolean,
): string {
  return join(chosenBefore !== null && isThere(chosenBefore) ? chosenBefore : documents, name);
}
