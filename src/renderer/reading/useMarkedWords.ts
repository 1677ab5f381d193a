/** Marks the words that the reader came by (`?find=`), and the names that the search took them to mean. */
import { nextTick, onBeforeUnmount, type Ref, watch } from 'vue';
import { tokens } from '../../core/text/words';
import { fold } from '../../core/text/fold';
import { call } from '../client';
import { useMessages } from '../stores/messages';
import { findMatches } from './find';
import { highlight, rangeIn, searchedIn } from './shownText';

const NAME = 'sought';

/** One letter on its own marks half the page. */
function wordsOf(query: string): string[] {
  const folded = fold(query);
  const words = tokens(folded).map(({ start, end }) => folded.slice(start, end));
  const long = words.filter((word) => word.length > 1);
  return long.length > 0 ? long : words;
}

async function namesMeant(query: string): Promise<string[]> {
  const { expanded } = await call('search.find', { words: query, limit: 1 });
  return expanded.flatMap(({ names }) => names);
}

/** @param version changes whenever the shown text does */
export function useMarkedWords(
  root: Ref<HTMLElement | null>,
  query: () => string | undefined,
  version: () => unknown,
): void {
  const { tellError } = useMessages();
  let sought: string[] = [];

  function mark(): void {
    if (!root.value) return;
    const elements = searchedIn(root.value);
    const texts = elements.map((element) => element.textContent);
    const ranges = sought.flatMap((word) =>
      findMatches(texts, word, { fromWordStart: true }).flatMap(({ text, start, end }) => {
        const element = elements[text];
        return element ? [rangeIn(element, start, end)] : [];
      }),
    );
    highlight(NAME, ranges);
  }

  watch(
    query,
    async (asked) => {
      sought = asked ? wordsOf(asked) : [];
      mark();
      if (!asked) return;
      const names = await namesMeant(asked).catch((error: unknown) => {
        tellError(error);
        return [];
      });
      if (asked !== query()) return;
      sought = [...sought, ...names];
      mark();
    },
    { immediate: true },
  );
  watch(version, () => nextTick(mark), { flush: 'post' });
  onBeforeUnmount(() => highlight(NAME, []));
}
