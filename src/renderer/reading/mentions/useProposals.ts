/** Whether the names of an article are being edited, and what the matcher proposes there. */
import { computed, type Ref, ref } from 'vue';
import type { Article, Proposal } from '../../../shared/contract';
import type { Lang } from '../../../shared/lang';
import { call } from '../../client';
import { useAsk } from '../../composables/useAsk';
import { useNamesRevision } from '../../stores/names-revision';
import { useShell } from '../../stores/shell';

/** Of the window: who goes to another article, or to a form and back, goes on editing. */
const isWanted = ref(false);

export function useProposals(editions: Readonly<Ref<readonly Article[]>>) {
  const shell = useShell();
  const revision = useNamesRevision();
  const canEdit = computed(() => shell.info !== undefined && !shell.isReadingRoom);
  const isEditing = computed({
    get: () => canEdit.value && isWanted.value,
    set: (wanted) => (isWanted.value = wanted),
  });

  const asked = useAsk(
    () =>
      isEditing.value && editions.value.length > 0
        ? { editions: editions.value, revision: revision.count }
        : undefined,
    async (question) => {
      const answers = question.editions.map(async ({ id, lang, blocks }): Promise<[Lang, Proposal[]]> => {
        const proposals = await call('names.proposals', { article: id, lang });
        // Names are edited in the running text, not in the facts.
        const known = new Set<string>(blocks.map((block) => block.id));
        return [lang, proposals.filter(({ block }) => known.has(block))];
      });
      return new Map(await Promise.all(answers));
    },
  );

  const proposalsIn = (lang: Lang): readonly Proposal[] => asked.value?.get(lang) ?? [];
  const proposals = computed(() => editions.value.flatMap(({ lang }) => proposalsIn(lang)));
  return { canEdit, isEditing, asked, proposalsIn, proposals };
}
