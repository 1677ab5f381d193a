/** What every part of a shown article needs to know; see `pages/ArticlePage.vue`, which provides it. */
import { inject, type InjectionKey, type Ref } from 'vue';
import type { NamesDisplay } from '../../shared/contract';
import type { Lang } from '../../shared/lang';
import type { Segment } from './segments';

export interface ReadingContext {
  names: Ref<NamesDisplay>;
  /** The entity whose card is open. */
  openName: Ref<string | undefined>;
  /** The block that the reader was just brought to. */
  arrivedAt: Ref<string | undefined>;
  /** The text has been painted: what stands beside it need not hold it up. */
  isPainted: Ref<boolean>;
  /** What an edition on show shows, by block id. */
  segmentsOf: (lang: Lang) => ReadonlyMap<string, readonly Segment[]>;
  /** The address of this article with `query` in place of its own. */
  addressOf: (query: Record<string, string>) => string;
}

export const readingKey: InjectionKey<ReadingContext> = Symbol('reading');

export function useReading(): ReadingContext {
  const context = inject(readingKey);
  if (!context) throw new Error('a part of an article stands outside of one');
  return context;
}
