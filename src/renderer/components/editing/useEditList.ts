/** The edits, the latest first, as many as have been asked for. */
import { computed, ref, watch } from 'vue';
import type { Output } from '../../../shared/contract';
import { call } from '../../client';
import { useAsk } from '../../composables/useAsk';
import { useNamesRevision } from '../../stores/names-revision';
import { useEntityNames } from './useEntityNames';

type Edits = Output<'names.edits'>;

const STEP = 100;

export function useEditList() {
  const revision = useNamesRevision();
  const { learn, nameOf } = useEntityNames();
  const wanted = ref(STEP);

  /** In steps, which the library limits. */
  async function ask(count: number): Promise<Edits> {
    const first = await call('names.edits', { limit: STEP });
    const edits = [...first.edits];
    while (edits.length < Math.min(count, first.total)) {
      const next = await call('names.edits', { limit: STEP, offset: edits.length });
      if (next.edits.length === 0) break;
      // One that was made meanwhile moves the others down.
      edits.push(...next.edits.filter((edit) => !edits.some(({ number }) => number === edit.number)));
    }
    return { ...first, edits };
  }

  const asked = useAsk(
    () => ({ revision: revision.count, count: wanted.value }),
    ({ count }) => ask(count),
  );
  watch(
    () => asked.value,
    (answer) =>
      learn(
        (answer?.edits ?? []).flatMap(({ what }) =>
          what.kind.startsWith('mention-') && 'entity' in what && what.entity !== null ? [what.entity] : [],
        ),
      ),
  );

  const left = computed(() => (asked.value ? asked.value.total - asked.value.edits.length : 0));
  const more = (): void => void (wanted.value += STEP);

  return { asked, left, more, nameOf };
}
