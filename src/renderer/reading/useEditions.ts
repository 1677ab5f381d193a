/** The editions of one article, side by side. */
import type { Ref } from 'vue';
import type { Article } from '../../shared/contract';
import type { Lang } from '../../shared/lang';
import { call } from '../client';
import { useAsk } from '../composables/useAsk';
import { useNamesRevision } from '../stores/names-revision';

/** @param langs those wanted, in the order of the columns. What was shown stays until its successor is here. */
export function useEditions(id: Ref<string>, langs: Ref<readonly Lang[]>) {
  // Switching an edition off and on again asks for nothing.
  const loaded = new Map<Lang, Article>();
  let loadedId = '';
  let loadedAt = -1;
  const revision = useNamesRevision();

  return useAsk<{ id: string; langs: readonly Lang[]; revision: number }, readonly Article[]>(
    () => ({ id: id.value, langs: langs.value, revision: revision.count }),
    async (wanted) => {
      if (wanted.id !== loadedId || wanted.revision !== loadedAt) loaded.clear();
      loadedId = wanted.id;
      loadedAt = wanted.revision;
      return Promise.all(
        wanted.langs.map(async (lang) => {
          const article = loaded.get(lang) ?? (await call('articles.get', { id: wanted.id, lang }));
          if (wanted.id === loadedId && wanted.revision === loadedAt) loaded.set(lang, article);
          return article;
        }),
      );
    },
  );
}
