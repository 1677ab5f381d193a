/** Finding in the article on show: where the words stand, which one is stood on, and the way round. */
import { computed, nextTick, onBeforeUnmount, type Ref, ref, shallowRef, watch } from 'vue';
import { findMatches, type Match, nearestMatch } from './find';
import { scrollerOf } from './place';
import { highlight, rangeIn, searchedIn } from './shownText';

/** @param version changes whenever the shown text does */
export function useFind(root: Ref<HTMLElement | null>, version: () => unknown) {
  const isOpen = ref(false);
  const words = ref('');
  const exact = ref(false);
  const matches = shallowRef<Match[]>([]);
  const current = ref(0);
  const count = computed(() => matches.value.length);
  let elements: HTMLElement[] = [];

  function rangeOf(match: Match | undefined): Range | undefined {
    const element = match && elements[match.text];
    return element && rangeIn(element, match.start, match.end);
  }

  function show(): void {
    const ranges = matches.value.flatMap((match) => rangeOf(match) ?? []);
    const on = ranges[current.value];
    highlight(
      'find',
      ranges.filter((range) => range !== on),
    );
    highlight('find-current', on ? [on] : []);
  }

  /** A third of the way down, unless it is in sight. */
  function scrollToCurrent(): void {
    const range = rangeOf(matches.value[current.value]);
    if (!range || !root.value) return;
    const scroller = scrollerOf(root.value);
    const view = scroller.getBoundingClientRect();
    const { top, bottom } = range.getBoundingClientRect();
    if (top < view.top + 64 || bottom > view.bottom - 48)
      scroller.scrollTop += top - view.top - view.height / 3;
  }

  /** The first text that is in sight. */
  function firstInSight(): number {
    const top = root.value ? scrollerOf(root.value).getBoundingClientRect().top : 0;
    return Math.max(
      elements.findIndex((element) => element.getBoundingClientRect().bottom > top),
      0,
    );
  }

  function search(stay: boolean): void {
    if (!root.value || !isOpen.value) return;
    const was = stay ? matches.value[current.value] : undefined;
    elements = searchedIn(root.value);
    const texts = elements.map((element) => element.textContent);
    matches.value = findMatches(texts, words.value, { exact: exact.value });
    current.value = nearestMatch(matches.value, was ?? { text: firstInSight(), start: 0 });
    show();
    if (!stay) scrollToCurrent();
  }

  watch([words, exact], () => search(false));
  watch(version, () => nextTick(() => search(true)), { flush: 'post' });

  function step(by: 1 | -1): void {
    if (count.value === 0) return;
    current.value = (current.value + by + count.value) % count.value;
    show();
    scrollToCurrent();
  }

  function open(): void {
    isOpen.value = true;
    const selected = getSelection()?.toString().trim() ?? '';
    if (selected && !selected.includes('\n')) words.value = selected;
    search(false);
  }

  /** Leaves the reader at the match: selected, and the keyboard there. */
  function close(): void {
    const range = rangeOf(matches.value[current.value]);
    isOpen.value = false;
    highlight('find', []);
    highlight('find-current', []);
    if (!range) return;
    const holder = range.startContainer.parentElement;
    const focusable = holder?.closest<HTMLElement>('a') ?? holder?.closest<HTMLElement>('[data-find]');
    if (focusable && !focusable.matches('a')) focusable.tabIndex = -1;
    focusable?.focus({ preventScroll: true });
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }

  onBeforeUnmount(() => {
    highlight('find', []);
    highlight('find-current', []);
  });

  return { isOpen, words, exact, count, current, open, close, step };
}
