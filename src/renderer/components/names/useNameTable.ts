/** The names of the library as the address asks to see them: filtered, sorted, a column a language. */
import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { fold } from '../../../core/text/fold';
import { CATEGORIES, type Category, categoryOf } from '../../../shared/category';
import { isLang } from '../../../shared/lang';
import { call } from '../../client';
import { langsInOrder } from '../../composables/languages';
import { useAsk } from '../../composables/useAsk';
import { useText } from '../../composables/useText';
import { useSession } from '../../stores/session';
import { nameTableRow, sortRows } from './name-rows';

export function useNameTable() {
  const route = useRoute();
  const session = useSession();
  const { lang } = useText();

  const listed = useAsk(
    () => true,
    () => call('names.list', {}),
  );

  const view = computed(() => {
    const { kind, words, sort } = route.query;
    return {
      kind: CATEGORIES.find((category) => category === kind),
      words: typeof words === 'string' ? words : '',
      sort: isLang(sort) ? sort : lang.value,
    };
  });

  const all = computed(() => (listed.value ?? []).map(nameTableRow));
  const withWords = computed(() => {
    const wanted = fold(view.value.words.trim());
    return wanted === '' ? all.value : all.value.filter((row) => row.folded.includes(wanted));
  });
  /** The kinds that the library has, each with how many the words leave of it. */
  const kinds = computed(() =>
    CATEGORIES.filter((category) => all.value.some((row) => categoryOf(row.entity.id) === category)).map(
      (category: Category) => ({
        category,
        count: withWords.value.filter((row) => categoryOf(row.entity.id) === category).length,
      }),
    ),
  );
  const rows = computed(() => {
    const { kind, sort } = view.value;
    const shown = withWords.value.filter((row) => kind === undefined || categoryOf(row.entity.id) === kind);
    return sortRows(shown, sort);
  });
  const langs = computed(() => langsInOrder([...session.readingLangs, lang.value]));

  return { listed, kinds, rows, langs, view };
}
