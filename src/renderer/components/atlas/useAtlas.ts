/** Where things lie and when they were: of all articles, or of the one that the address names. */
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Atlas } from '../../../shared/contract';
import { call } from '../../client';
import { useArticles } from '../../composables/useArticles';
import { useAsk } from '../../composables/useAsk';
import { useNamesRevision } from '../../stores/names-revision';
import { useSession } from '../../stores/session';
import { firstArticlesOf, narrowed } from './narrowed';

export function useAtlas(countOf: (atlas: Atlas) => number) {
  const route = useRoute();
  const router = useRouter();
  const session = useSession();
  const revision = useNamesRevision();
  const { articles } = useArticles();
  const atlas = useAsk(
    () => ({ revision: revision.count }),
    () => call('atlas.get', {}),
  );
  const choices = computed(() =>
    firstArticlesOf(
      atlas.value,
      articles.value.map(({ id }) => id),
      countOf,
    ),
  );
  const only = computed(() => choices.value.find(({ id }) => id === route.query.article)?.id);
  const shown = computed(() => atlas.value && narrowed(atlas.value, only.value));

  function show(article: string | undefined): void {
    void router.replace({ query: { ...route.query, article } });
  }
  const all = computed(() => (atlas.value ? countOf(atlas.value) : 0));
  const langs = computed(() => session.readingLangs);
  return { atlas, shown, choices, only, show, all, langs };
}
