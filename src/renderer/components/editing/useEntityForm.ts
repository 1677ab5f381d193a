/** The form of one entity: what it was begun from, what is in it, and how it is saved. */
import { computed, ref, shallowRef, watch } from 'vue';
import type { Entity, KeptEntity } from '../../../shared/domain';
import { AppError, toReport } from '../../../shared/errors';
import type { Lang } from '../../../shared/lang';
import { call } from '../../client';
import { useAsk } from '../../composables/useAsk';
import { useNameEdits } from '../../composables/useNameEdits';
import { draftShelf } from '../../draft-shelf';
import { useNamesRevision } from '../../stores/names-revision';
import { useShell } from '../../stores/shell';
import { keptEntity } from '../../../shared/kept';
import { draftOf, type EntityDraft, entityOf, newDraft, sourcesUsed } from './draft';
import { entityIdOf } from './entity-id';
import { dropDraft, keepDraft, keptDraft } from './kept-draft';
import { problemsOf } from './problems';

/** @param entity as it stands; undefined for a new one
 *  @param start what a new one is called to begin with */
export function useEntityForm(entity: Entity | undefined, start: { text: string; lang: Lang }) {
  const { put } = useNameEdits();
  const revision = useNamesRevision();
  const shell = useShell();
  const shelf = draftShelf(() => shell.isPrivate);
  const isNew = entity === undefined;
  const shelfName = entity?.id ?? `new ${start.text}`;

  const fresh = (): { before: KeptEntity | null; draft: EntityDraft } => {
    const before = entity ? keptEntity(entity) : null;
    return { before, draft: before ? draftOf(before) : newDraft(start.lang, start.text) };
  };
  const kept = keptDraft(shelf, shelfName);
  const { before: begunFrom, draft: begun } = kept ?? fresh();
  const before = shallowRef(begunFrom);
  const draft = ref<EntityDraft>(begun);
  /** What was begun earlier in this window stands here again. */
  const isFoundAgain = ref(kept !== undefined);

  const unchanged = computed(() =>
    JSON.stringify(before.value ? draftOf(before.value) : newDraft(start.lang, start.text)),
  );
  const isChanged = computed(() => JSON.stringify(draft.value) !== unchanged.value);
  let isDone = false;
  watch(
    draft,
    (now) => {
      if (isDone) return;
      if (isChanged.value) keepDraft(shelf, shelfName, { before: before.value, draft: now });
      else dropDraft(shelf, shelfName);
    },
    { deep: true },
  );

  watch(
    () => [draft.value.names[0]?.text ?? '', draft.value.type] as const,
    ([text, type]) => {
      if (isNew && !draft.value.hasOwnId) draft.value.id = entityIdOf(text, type);
    },
    { immediate: true },
  );

  const sources = useAsk(
    () => revision.count,
    () => call('sources.list', {}),
  );
  /** The entity that has the id already. */
  const taken = useAsk(
    () => (isNew && draft.value.id !== '' ? draft.value.id : undefined),
    async (id) => {
      try {
        return await call('names.get', { id });
      } catch (error) {
        // An id of another form is refused; that is told at the field anyway.
        if (error instanceof AppError && ['entity.unknown', 'call.invalid'].includes(error.code)) return null;
        throw error;
      }
    },
  );

  const isAsked = ref(false);
  const found = computed(() => problemsOf(draft.value));
  /** Told once the reader has tried to save. */
  const problems = computed(() => (isAsked.value ? found.value : new Map<string, never>()));
  const error = shallowRef<AppError>();
  const isSaving = ref(false);

  async function send(act: () => Promise<unknown>): Promise<boolean> {
    if (isSaving.value) return false;
    isSaving.value = true;
    error.value = undefined;
    try {
      await act();
      isDone = true;
      dropDraft(shelf, shelfName);
      return true;
    } catch (cause) {
      error.value = cause instanceof AppError ? cause : AppError.fromReport(toReport(cause));
      return false;
    } finally {
      isSaving.value = false;
    }
  }

  /** @returns whether it was saved; `problems` or `error` say why not */
  async function save(): Promise<boolean> {
    isAsked.value = true;
    const after = entityOf(draft.value);
    if (!after || found.value.size > 0 || taken.value) return false;
    return send(() => put(before.value, after, sourcesUsed(draft.value)));
  }

  const takeAway = (): Promise<boolean> => send(() => put(before.value, null));

  function beginAnew(): void {
    const anew = fresh();
    before.value = anew.before;
    draft.value = anew.draft;
    isFoundAgain.value = false;
    isAsked.value = false;
    error.value = undefined;
    dropDraft(shelf, shelfName);
  }

  return {
    draft, isNew, isChanged, isFoundAgain, isSaving, sources, taken, problems, error, save, takeAway, beginAnew,
    isDone: () => isDone,
  }; // prettier-ignore
}
