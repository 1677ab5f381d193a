/** The sheets of a document that are in sight: which, how large, and their pictures. */
import {
  computed,
  nextTick,
  onBeforeUnmount,
  onMounted,
  type Ref,
  shallowReactive,
  shallowRef,
  watch,
} from 'vue';
import type { Pdf } from './pdf';
import { drawingOrder, GAP, nearPages, pageAt, type PageSize, scaleOf, topsOf, type Zoom } from './zoom';

interface Picture {
  canvas: HTMLCanvasElement;
  of: Pdf;
  scale: number;
}

/** Words of a page that are said with its number. */
const SAID = 25;

export function usePages(
  scroller: Readonly<Ref<HTMLElement | null>>,
  zoom: Ref<Zoom>,
  fail: (cause: unknown) => void,
) {
  const pdf = shallowRef<Pdf>();
  const view = shallowRef<PageSize>({ width: 0, height: 0 });
  const scrollTop = shallowRef(0);
  const pictures = shallowReactive(new Map<number, Picture>());
  /** What each begins with. */
  const beginnings = shallowReactive(new Map<number, string>());

  const sizes = computed(() => pdf.value?.sizes ?? []);
  const scaleAt = (page: number, of = sizes.value): number => {
    const size = of[page];
    return size ? scaleOf(zoom.value, size, view.value) : 1;
  };
  /** In CSS pixels. */
  const shown = computed(() =>
    sizes.value.map(({ width, height }, page): PageSize => {
      const scale = scaleAt(page);
      return { width: Math.round(width * scale), height: Math.round(height * scale) };
    }),
  );
  const tops = computed(() => topsOf(shown.value));
  const width = computed(() => Math.max(0, ...shown.value.map((size) => size.width)) + 2 * GAP);
  const current = computed(() => pageAt(tops.value, scrollTop.value + view.value.height / 3));
  const near = computed(() => nearPages(tops.value, scrollTop.value, view.value.height));
  const pages = computed(() => {
    const { first, last } = near.value;
    return shown.value.slice(first, last + 1).map((size, at) => ({
      number: first + at + 1,
      ...size,
      top: tops.value[first + at] ?? 0,
    }));
  });

  const isDrawn = (page: number): boolean => {
    const picture = pictures.get(page);
    return picture !== undefined && picture.of === pdf.value && picture.scale === scaleAt(page);
  };

  /** A document that another has replaced is closed under the hand that reads it. */
  async function fromShown<T>(of: Pdf, read: () => Promise<T>): Promise<T | undefined> {
    try {
      const answer = await read();
      return of === pdf.value ? answer : undefined;
    } catch (cause) {
      if (of === pdf.value) throw cause;
      return undefined;
    }
  }

  let isDrawing = false;
  /** One page at a time: what is in sight when one is done goes next. */
  async function draw(): Promise<void> {
    if (isDrawing) return;
    isDrawing = true;
    try {
      for (;;) {
        const { first, last } = near.value;
        const of = pdf.value;
        const page = drawingOrder(first, last, current.value).find((one) => !isDrawn(one));
        if (!of || page === undefined || of.sizes.length <= page || view.value.width === 0) break;
        const wanted = scaleAt(page);
        const canvas = await fromShown(of, () => of.draw(page, wanted));
        if (canvas) put(page, { canvas, of, scale: wanted });
      }
      forget();
    } finally {
      isDrawing = false;
    }
    await say();
  }

  function put(page: number, picture: Picture): void {
    pictures.set(page, picture);
  }

  /** What is far away costs memory and is drawn again. */
  function forget(): void {
    const { first, last } = near.value;
    for (const page of pictures.keys()) if (page < first || page > last) pictures.delete(page);
  }

  async function say(): Promise<void> {
    const of = pdf.value;
    const { first, last } = near.value;
    for (let page = first; of && page <= last && of === pdf.value; page += 1) {
      if (beginnings.has(page) || page >= of.sizes.length) continue;
      const words = (await fromShown(of, () => of.text(page)))?.split(' ');
      if (words) beginnings.set(page, words.slice(0, SAID).join(' ') + (words.length > SAID ? '…' : ''));
    }
  }

  const drawSafely = (): void => void draw().catch(fail);
  watch([near, shown], drawSafely);

  /** Where the view begins: the page, and how far into it. */
  function place(): { page: number; part: number } {
    const page = pageAt(tops.value, scrollTop.value);
    const height = (tops.value[page + 1] ?? 0) - (tops.value[page] ?? 0);
    return { page, part: height > 0 ? (scrollTop.value - (tops.value[page] ?? 0)) / height : 0 };
  }

  function goTo({ page, part }: { page: number; part: number }): void {
    if (!scroller.value) return;
    const at = Math.min(page, Math.max(0, sizes.value.length - 1));
    const top = tops.value[at] ?? 0;
    scroller.value.scrollTop = top + part * ((tops.value[at + 1] ?? top) - top);
    scrollTop.value = scroller.value.scrollTop;
  }

  /** The place stays where it is while `change` changes how large everything is. */
  async function keepPlace(change: () => void): Promise<void> {
    const before = place();
    const isAtTop = scrollTop.value === 0;
    change();
    await nextTick();
    goTo(isAtTop ? { page: 0, part: -1 } : before);
  }

  /** The pages before stay until the first of the new ones is drawn, and each until its own is. */
  async function show(next: Pdf, isLatest: () => boolean): Promise<void> {
    const page = Math.min(current.value, next.sizes.length - 1);
    const wanted = scaleAt(page, next.sizes);
    const canvas = view.value.width > 0 ? await next.draw(page, wanted) : undefined;
    if (!isLatest()) return next.close();
    const before = pdf.value;
    await keepPlace(() => {
      pdf.value = next;
      beginnings.clear();
      if (canvas) put(page, { canvas, of: next, scale: wanted });
    });
    drawSafely();
    await before?.close();
  }

  function look(): void {
    scrollTop.value = scroller.value?.scrollTop ?? 0;
  }

  /** By so many pages from the one on show. */
  function step(by: 1 | -1): void {
    const { page, part } = place();
    // Further up in a page its own beginning comes first.
    goTo({ page: by < 0 && part > 0.05 ? page : Math.max(0, page + by), part: 0 });
  }

  const observer = new ResizeObserver(() => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = scroller.value ?? {};
    if (width === view.value.width && height === view.value.height) return;
    void keepPlace(() => (view.value = { width, height }));
  });
  onMounted(() => scroller.value && observer.observe(scroller.value));
  onBeforeUnmount(() => {
    observer.disconnect();
    const last = pdf.value;
    pdf.value = undefined;
    last?.close().catch(fail);
  });

  return { pdf, pages, tops, width, current, pictures, beginnings, isDrawn, show, look, step, keepPlace };
}
