/** The names of the library as the address asks to see them, and the columns that the reader has chosen. */
import { computed, shallowRef } from 'vue';
import { useRoute } from 'vue-router';
import type { NameColumn } from '../../../shared/contract';
import { isLang, type Lang } from '../../../shared/lang';
import { call } from '../../client';
import { langsInOrder } from '../../composables/languages';
import { useArticles } from '../../composables/useArticles';
import { useAsk } from '../../composables/useAsk';
import { useText } from '../../composables/useText';
import { useMessages } from '../../stores/messages';
import { useNamesRevision } from '../../stores/names-revision';
import { useSession } from '../../stores/session';
import { columnsKept, columnsShown } from './table/columns';
import { useNameList } from './table/useNameList';
import { questionOf, viewOf } from './table/view';
import type { Rows } from './table/window';

export function useNameTable() {
  const route = useRoute();
  const session = useSession();
  const messages = useMessages();
  const names = useNamesRevision();
  const { articles } = useArticles();
  const { lang } = useText();

  const langs = computed(() => langsInOrder([...session.readingLangs, lang.value]));
  const columns = computed(() => columnsShown(session.settings.nameColumns, langs.value));

  function choose(chosen: readonly NameColumn[]): void {
    session.change({ nameColumns: columnsKept(chosen, langs.value) }).catch(messages.tellError);
  }

  const view = computed(() => {
    const firstLang: Lang = columns.value.find(isLang) ?? lang.value;
    const ids = articles.value.map(({ id }) => id);
    return viewOf(route.query, ids, firstLang);
  });

  const drawn = shallowRef<Rows>({ from: 0, to: 0 });
  const list = useNameList(
    () => questionOf(view.value),
    () => drawn.value,
  );

  /** Kinds that the library has, whatever the filters leave of them. */
  const known = useAsk(
    () => `${names.count}`,
    () => call('names.page', { order: lang.value, limit: 1 }),
  );
  const kinds = computed(() => {
    const left = new Map(list.value?.about.categories.map(({ category, count }) => [category, count]));
    return (known.value?.categories ?? [])
      .filter(({ count }) => count > 0)
      .map(({ category }) => ({ category, count: left.get(category) ?? 0 }));
  });

  return { list, kinds, columns, choose, view, drawn };
}
