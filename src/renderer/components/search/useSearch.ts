/** What the address asks to search for, and what was found. */
import { computed, shallowRef, watch } from 'vue';
import { useRoute } from 'vue-router';
import type { SearchResult } from '../../../shared/contract';
import { isLang, type Lang } from '../../../shared/lang';
import { call } from '../../client';
import { serbianScript } from '../../composables/languages';
import { useAsk } from '../../composables/useAsk';
import { useSession } from '../../stores/session';

const AT_ONCE = 50;
const AT_MOST = 1000;

export interface SearchQuery {
  words: string;
  lang: Lang | undefined;
  exact: boolean;
}

export function useSearch() {
  const route = useRoute();
  const session = useSession();

  const words = computed(() => {
    const asked = route.name === 'search' ? route.query.words : undefined;
    return typeof asked === 'string' ? asked.trim() : '';
  });
  const query = computed<SearchQuery | undefined>(() => {
    const { lang, exact } = route.query;
    if (words.value === '') return undefined;
    return { words: words.value, lang: isLang(lang) ? lang : undefined, exact: exact === '1' };
  });
  /** Changes when what it asks changes, not with every change of the address. */
  const key = computed(() => query.value && JSON.stringify(query.value));

  const limit = shallowRef(AT_ONCE);
  watch(key, () => (limit.value = AT_ONCE), { flush: 'sync' });

  const found = useAsk(
    () => key.value && JSON.stringify({ ...query.value, script: script(), limit: limit.value }),
    (question): Promise<SearchResult> => call('search.find', JSON.parse(question)),
  );
  const names = useAsk(
    () => words.value || undefined,
    (asked) => call('names.list', { words: asked }),
  );

  function script(): 'Cyrl' | 'Latn' {
    return serbianScript(session.interfaceLang, session.readingLangs);
  }

  function showMore(): void {
    limit.value = Math.min(limit.value * 2, AT_MOST);
  }

  return { query, found, names, showMore };
}
