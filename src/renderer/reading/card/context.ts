/** What all parts of an open name card share: how a name is copied, and what the reader has changed. */
import { inject, type InjectionKey, provide, ref, type Ref } from 'vue';
import type { ListedEdit } from '../../../shared/contract';
import type { Lang } from '../../../shared/lang';
import { useCopy } from '../useCopy';
import { withTag } from './forms';

interface CardContext {
  isTagged: Ref<boolean>;
  /** What copying a name puts on the clipboard. */
  asCopied(text: string, lang: Lang): string;
  copied: Ref<string | undefined>;
  copy(text: string): Promise<void>;
  edits: Ref<readonly ListedEdit[]>;
}

const KEY: InjectionKey<CardContext> = Symbol('card');

/** Kept while the window is open, from card to card. */
const isTagged = ref(false);

export function provideCard(edits: Ref<readonly ListedEdit[]>): CardContext {
  const asCopied = (text: string, lang: Lang): string => (isTagged.value ? withTag(text, lang) : text);
  const context = { isTagged, asCopied, ...useCopy(), edits };
  provide(KEY, context);
  return context;
}

export function useCard(): CardContext {
  const context = inject(KEY);
  if (!context) throw new Error('stands outside of a name card');
  return context;
}
