/** The library's articles by id, with their titles. */
import { computed } from 'vue';
import type { Lang } from '../../shared/lang';
import { useSession } from '../stores/session';
import { useText } from './useText';

export function useArticles() {
  const session = useSession();
  const { lang } = useText();
  const articles = computed(() => session.opened?.articles ?? []);
  const byId = computed(
    () => new Map<string, (typeof articles.value)[number]>(articles.value.map((a) => [a.id, a])),
  );

  /** In the interface's language unless told otherwise; the id where the library has no such article. */
  function titleOf(id: string, inLang: Lang = lang.value): string {
    return byId.value.get(id)?.titles[inLang] ?? id;
  }

  return { articles, byId, titleOf };
}
