/** Changes names and mentions; whoever shows them asks again, and the reader is told, with a way to take it back. */
import type { EditLabel, Input, ListedEdit } from '../../shared/contract';
import { call } from '../client';
import { described } from '../components/editing/described';
import { useEntityNames } from '../components/editing/useEntityNames';
import { useMessages } from '../stores/messages';
import { useNamesRevision } from '../stores/names-revision';
import { useText } from './useText';

type Put = Input<'names.put'>;

export function useNameEdits() {
  const { t } = useText();
  const { say, tellError } = useMessages();
  const { bump } = useNamesRevision();
  const { ask } = useEntityNames();

  async function sentence(what: EditLabel): Promise<string> {
    const entity = what.kind.startsWith('mention-') && 'entity' in what ? what.entity : null;
    const name = entity === null ? '' : await ask(entity);
    const { message, params } = described(what, () => name);
    return t(message, params);
  }

  /** The change is made by now, whatever becomes of the word about it. */
  async function tellDone(edit: number | null): Promise<void> {
    if (edit === null) return say(t('editing.nothingChanged'));
    bump();
    const { edits } = await call('names.edits', { limit: 1 });
    const what = edits.find(({ number }) => number === edit)?.what;
    say(what ? await sentence(what) : t('editing.kept'), {
      label: t('editing.undo'),
      run: () => void undo(edit).catch(tellError),
    });
  }

  /** @throws AppError of `names.put`; nothing was changed then. @returns whether anything was */
  async function put(before: Put['before'], after: Put['after'], sources?: Put['sources']): Promise<boolean> {
    const { edit } = await call('names.put', { before, after, ...(sources && { sources }) });
    tellDone(edit).catch(tellError);
    return edit !== null;
  }

  /** @throws AppError of `names.mention`; nothing was changed then */
  async function mention(input: Input<'names.mention'>): Promise<boolean> {
    const { edit } = await call('names.mention', input);
    tellDone(edit).catch(tellError);
    return edit !== null;
  }

  /** @param edit the last that is in force, where none is named */
  async function undo(edit?: number): Promise<ListedEdit> {
    const undone = await call('names.undo', edit === undefined ? {} : { edit });
    bump();
    say(t('editing.undone', { what: await sentence(undone.what) }), {
      label: t('editing.redo'),
      run: () => void redo(undone.number).catch(tellError),
    });
    return undone;
  }

  /** @param edit the one that was undone last, where none is named */
  async function redo(edit?: number): Promise<ListedEdit> {
    const redone = await call('names.redo', edit === undefined ? {} : { edit });
    bump();
    say(t('editing.redone', { what: await sentence(redone.what) }), {
      label: t('editing.undo'),
      run: () => void undo(redone.number).catch(tellError),
    });
    return redone;
  }

  return { put, mention, undo, redo };
}
