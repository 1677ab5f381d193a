/** After the notebook was restored or recovered: all that the window shows of it is asked anew. */
import { useNamesRevision } from '../../stores/names-revision';
import { useNotesRevision } from '../../stores/notes-revision';
import { useSession } from '../../stores/session';

export function useNotebookRenewed(): () => Promise<void> {
  const session = useSession();
  const names = useNamesRevision();
  const notes = useNotesRevision();
  return async () => {
    await session.reload();
    names.bump();
    notes.bump();
  };
}
