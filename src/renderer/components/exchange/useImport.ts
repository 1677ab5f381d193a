/** A file of names on its way in: what it would change, what was chosen of that, and what has been done. */
import { computed, reactive, ref, shallowReactive, shallowRef, watch } from 'vue';
import type { Input, Output, PlannedItem } from '../../../shared/contract';
import { AppError, toReport } from '../../../shared/errors';
import type { Lang } from '../../../shared/lang';
import { call } from '../../client';
import { useAsk } from '../../composables/useAsk';
import { useNamesRevision } from '../../stores/names-revision';
import { givenFile, type GivenFile, isReadable, MOST_BYTES, type ReadFormat } from './given-file';
import { type Choice, decisionsOf, NOTHING_CHOSEN, stillChosen, tally } from './import-choices';

export interface Reading {
  format: ReadFormat | '';
  /** Of names that state none. */
  lang: Lang | '';
  source: Lang | '';
  target: Lang | '';
}

export type Done = Output<'import.apply'>;
export type ImportState =
  | { step: 'ready' | 'busy' }
  | { step: 'done' | 'undoing'; done: Done }
  | { step: 'undone' }
  | { step: 'failed' | 'undo-failed'; error: AppError; done?: Done };

export type Refusal =
  { code: 'tooLarge'; limit: number; file: string } | { code: 'unreadable'; file: string };

const MEGABYTE = 1024 * 1024;
const asError = (error: unknown): AppError =>
  error instanceof AppError ? error : AppError.fromReport(toReport(error));

export function useImport() {
  const revision = useNamesRevision();
  const file = shallowRef<GivenFile>();
  const refusal = shallowRef<Refusal>();
  const reading = reactive<Reading>({ format: '', lang: '', source: '', target: '' });
  const state = shallowRef<ImportState>({ step: 'ready' });
  const isTaking = ref(false);

  const request = computed((): Input<'import.preview'> | undefined => {
    if (!file.value) return undefined;
    const { format, lang, source, target } = reading;
    return {
      file: file.value,
      ...(format && { format }),
      ...(lang && { lang }),
      ...(source && target && { pair: { source, target } }),
    };
  });

  const asked = useAsk(
    () => request.value && { request: request.value, revision: revision.count },
    async ({ request: sent }) => ({ of: sent.file, preview: await call('import.preview', sent) }),
  );
  /** Of this file, and not of the one before. */
  const preview = computed(() => (asked.value?.of === file.value ? asked.value?.preview : undefined));
  const items = computed<readonly PlannedItem[]>(() => preview.value?.items ?? []);

  const choices = shallowReactive(new Map<string, Choice>());
  watch(items, (after, before) => {
    const kept = stillChosen(before, after, choices);
    choices.clear();
    for (const [key, choice] of kept) choices.set(key, choice);
  });
  const choiceOf = ({ key }: PlannedItem): Choice => choices.get(key) ?? NOTHING_CHOSEN;
  const choose = (item: PlannedItem, change: Partial<Choice>): void =>
    void choices.set(item.key, { ...choiceOf(item), ...change });
  const counts = computed(() => tally(items.value, choices));

  async function take(chosen: File): Promise<void> {
    forget();
    if (!isReadable(chosen)) {
      refusal.value = { code: 'tooLarge', file: chosen.name, limit: MOST_BYTES / MEGABYTE };
      return;
    }
    isTaking.value = true;
    try {
      file.value = await givenFile(chosen);
    } catch {
      refusal.value = { code: 'unreadable', file: chosen.name };
    } finally {
      isTaking.value = false;
    }
  }

  function forget(): void {
    file.value = undefined;
    refusal.value = undefined;
    state.value = { step: 'ready' };
    Object.assign(reading, { format: '', lang: '', source: '', target: '' });
  }

  async function apply(): Promise<void> {
    if (!request.value) return;
    state.value = { step: 'busy' };
    try {
      const decisions = decisionsOf(items.value, choices);
      const done = await call('import.apply', { ...request.value, decisions });
      state.value = { step: 'done', done };
      if (done.edit !== null) revision.bump();
    } catch (error) {
      state.value = { step: 'failed', error: asError(error) };
    }
  }

  async function undo(done: Done): Promise<void> {
    if (done.edit === null) return;
    state.value = { step: 'undoing', done };
    try {
      await call('names.undo', { edit: done.edit });
      state.value = { step: 'undone' };
      revision.bump();
    } catch (error) {
      state.value = { step: 'undo-failed', error: asError(error), done };
    }
  }

  return {
    file, refusal, reading, isTaking, asked, preview, items, choiceOf, choose, counts, state,
    take, apply, undo,
  }; // prettier-ignore
}
