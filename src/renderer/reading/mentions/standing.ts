/** Which stretch of which edition something on the page is: a selection, or a name. */
import type { Article } from '../../../shared/contract';
import type { Span } from '../../../shared/domain';
import { isLang, type Lang } from '../../../shared/lang';

export interface Standing {
  article: string;
  lang: Lang;
  block: string;
  /** Into the block's text. */
  start: number;
  end: number;
  text: string;
}

type Edition = Pick<Article, 'id' | 'lang' | 'blocks'>;

/** No name is longer: the contract refuses it. */
const LONGEST = 300;

/** Without the space around, as a hasty hand selects it; undefined where no letter or digit is left. */
export function tightened(text: string, { start, end }: Span): Span | undefined {
  const selected = text.slice(start, end);
  const [before = ''] = /^\s*/u.exec(selected) ?? [];
  const tight = selected.trim();
  if (!/[\p{L}\p{N}]/u.test(tight) || tight.length > LONGEST) return undefined;
  return { start: start + before.length, end: start + before.length + tight.length };
}

const elementAt = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

function lengthBefore(holder: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(holder);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** Undefined where it is not in one block of an edition, or the page does not show the text as it is written. */
export function standingOf(range: Range, editions: readonly Edition[]): Standing | undefined {
  const holder = elementAt(range.startContainer)?.closest('.block > [data-find]');
  const block = holder?.closest<HTMLElement>('.block');
  const id = holder?.closest<HTMLElement>('[data-block]')?.dataset['block'];
  if (!holder?.contains(range.endContainer) || !block || !isLang(block.lang)) return undefined;
  const edition = editions.find(({ lang }) => lang === block.lang);
  const text = edition?.blocks.find((one) => one.id === id)?.text;
  if (!edition || id === undefined || text === undefined || holder.textContent !== text) return undefined;
  const span = tightened(text, {
    start: lengthBefore(holder, range.startContainer, range.startOffset),
    end: lengthBefore(holder, range.endContainer, range.endOffset),
  });
  if (!span) return undefined;
  return {
    article: edition.id,
    lang: edition.lang,
    block: id,
    ...span,
    text: text.slice(span.start, span.end),
  };
}

export function standingOfElement(element: Element, editions: readonly Edition[]): Standing | undefined {
  const range = document.createRange();
  range.selectNodeContents(element);
  return standingOf(range, editions);
}

/** Names and proposals, in the order of the page. */
export function marksIn(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('.block > [data-find] > :is(.name, .proposal)')];
}
