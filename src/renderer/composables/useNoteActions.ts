/** Changes notes; whoever shows them asks again, and the reader is told, with a way to take it back. */
import { computed } from 'vue';
import type { Input, NoteId, Output } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { call } from '../client';
import { useMessages } from '../stores/messages';
import { useNotesRevision } from '../stores/notes-revision';
import { useSession } from '../stores/session';
import { useShell } from '../stores/shell';
import { useText } from './useText';

export function useNoteActions() {
  const { t, number } = useText();
  const { say, tellError } = useMessages();
  const { bump } = useNotesRevision();
  const session = useSession();
  const shell = useShell();

  /** Nothing is written in a reading room, nor before somebody has said what to do about a lost notebook. */
  const isAllowed = computed(
    () => !shell.isReadingRoom && session.opened !== undefined && session.opened.notebook.state === 'open',
  );

  const counted = (n: number) => ({ n: number(n) });

  /** Quietly: whoever writes shows how far it is. @throws AppError of `notes.save`; nothing was changed then */
  async function save(input: Input<'notes.save'>): Promise<Output<'notes.save'>> {
    const saved = await call('notes.save', input);
    bump();
    return saved;
  }

  /** Into the trash. @throws AppError of `notes.remove`; nothing was changed then */
  async function remove(ids: readonly NoteId[]): Promise<void> {
    if (ids.length === 0) return;
    const { removed } = await call('notes.remove', { ids: [...ids] });
    bump();
    say(t('notes.actions.removed', counted(removed.length), removed.length), {
      label: t('notes.actions.undo'),
      run: () => void restore(removed).catch(tellError),
    });
  }

  /** Out of the trash. @throws AppError of `notes.restore` */
  async function restore(ids: readonly NoteId[]): Promise<void> {
    if (ids.length === 0) return;
    const { restored } = await call('notes.restore', { ids: [...ids] });
    bump();
    say(t('notes.actions.restored', counted(restored.length), restored.length));
  }

  /** For good: whoever calls this has asked the reader. @param ids without them, all that is in the trash
   *  @param backups from those in the library’s folder too */
  async function purge(ids: readonly NoteId[] | undefined, backups: boolean): Promise<void> {
    try {
      const { purged } = await call('notes.purge', { ...(ids && { ids: [...ids] }), backups });
      say(purged > 0 ? t('notes.actions.purged', counted(purged), purged) : t('notes.actions.swept'));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'note.not-swept') throw error;
      // They are gone; what is left of them is swept out by asking once more for nothing else.
      tellError(error, () => void purge([], backups).catch(tellError));
    } finally {
      bump();
    }
  }

  return { save, remove, restore, purge, isAllowed };
}
