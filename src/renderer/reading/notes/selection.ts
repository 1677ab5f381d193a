/** From what is selected on the page to the words of a block, as they are written. */
import type { Article } from '../../../shared/contract';
import { isLang, type Lang } from '../../../shared/lang';
import type { NoteTarget } from '../../../shared/notes';
import type { Segment } from '../segments';
import { shownText, toWritten, withoutSpace } from './offsets';

export type QuoteTarget = Extract<NoteTarget, { on: 'quote' }>;

export interface Selected {
  target: QuoteTarget;
  /** More was selected, in blocks after this one. */
  isCut: boolean;
}

export interface ShownEdition {
  edition: Pick<Article, 'id' | 'lang' | 'blocks'>;
  segments: ReadonlyMap<string, readonly Segment[]>;
}

export const HOLDERS = '.block > [data-find]';

/** The text element of an edition's block. */
export function holderOf(root: Element, lang: Lang, block: string): HTMLElement | null {
  const its = `[data-block="${CSS.escape(block)}"]`;
  const own = `.block[lang="${lang}"] > [data-find]`;
  // A block of one edition, or a row with a block of each.
  return root.querySelector(`${its}${own}, ${its} ${own}`);
}

/** Which block of which edition a text element is of. */
export function blockOf(holder: Element): { lang: Lang; block: string } | undefined {
  const lang = holder.closest<HTMLElement>('.block')?.lang;
  const block = holder.closest<HTMLElement>('[data-block]')?.dataset['block'];
  return isLang(lang) && block !== undefined ? { lang, block } : undefined;
}

/** How much of the holder's text stands before a place in it. */
export function lengthBefore(holder: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(holder);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The part of a range that is in the holder, in units of its text. */
function partIn(range: Range, holder: Element): { start: number; end: number } {
  const whole = document.createRange();
  whole.selectNodeContents(holder);
  const isFrom = range.compareBoundaryPoints(Range.START_TO_START, whole) > 0;
  const isTo = range.compareBoundaryPoints(Range.END_TO_END, whole) < 0;
  return {
    start: isFrom ? lengthBefore(holder, range.startContainer, range.startOffset) : 0,
    end: isTo ? lengthBefore(holder, range.endContainer, range.endOffset) : holder.textContent.length,
  };
}

/** Undefined where the page does not show what is to be noted, as while it changes. */
function targetIn(range: Range, holder: Element, editions: readonly ShownEdition[]): QuoteTarget | undefined {
  const place = blockOf(holder);
  const shown = editions.find(({ edition }) => edition.lang === place?.lang);
  const text = shown?.edition.blocks.find(({ id }) => id === place?.block)?.text;
  const segments = place && shown?.segments.get(place.block);
  if (!place || !shown || text === undefined || !segments) return undefined;
  if (holder.textContent !== shownText(segments)) return undefined;
  const written = toWritten(segments, partIn(range, holder));
  const span = written && withoutSpace(text, written);
  if (!span) return undefined;
  return {
    on: 'quote',
    article: shown.edition.id,
    ...place,
    ...span,
    text: text.slice(span.start, span.end),
  };
}

/**
 * A note is on words of one block: alignment, editions and finding them again all go by blocks. Of a selection across
 * several the part in the first is taken, where the hand began or where it ended, and `isCut` says that there was more.
 */
export function selectedIn(
  range: Range,
  root: Element,
  editions: readonly ShownEdition[],
): Selected | undefined {
  const within =
    range.commonAncestorContainer instanceof Element
      ? range.commonAncestorContainer
      : range.commonAncestorContainer.parentElement;
  const own = within?.closest(HOLDERS);
  const holders = own
    ? [own]
    : [...root.querySelectorAll(HOLDERS)].filter((one) => range.intersectsNode(one));
  const targets = holders.flatMap((holder) => targetIn(range, holder, editions) ?? []);
  const [target] = targets;
  return target && root.contains(range.startContainer) ? { target, isCut: targets.length > 1 } : undefined;
}
