/**
 * Words that are longer than their line is wide. A browser ends the line between any two letters of them, without a
 * hyphen, and what is read is misspelt; so they alone are divided, whether or not divided words were asked for.
 * What cannot be divided stays as it was.
 */
import { dividersFor, keepUsed, langOf } from './hyphenate';
import { measured, roomOf } from './measured';

/** What is too long for its line sticks out of it. */
const SPILLING = 'spilling';
/** Nothing in them is a word of the text; or it measures itself. */
const NO_WORDS = 'svg, code, pre, .address, [data-page-of]';
const UNBROKEN = 'unbroken';
/** Less than the least by which lines are measured, a 64th: one of those too much, and a letter is cut off. */
const PIXEL = 0.01;
/** Names too: with a hyphen half a name is still one. What is divided already is not divided again. */
const WORD = /(?<![\p{L}\p{M}\p{Nd}\u00AD])\p{L}[\p{L}\p{M}]{5,}(?![\p{L}\p{M}\p{Nd}\u00AD])/gu;

/** @returns puts the text back as it was */
export async function divideOverlong(root: HTMLElement): Promise<() => void> {
  const nodes = wordsIn(root);
  const look = () => {
    const limitOf = limits();
    const tooWide = [...root.querySelectorAll(`.${UNBROKEN}`)].filter((one) => isTooWide(one, limitOf));
    for (const { classList } of tooWide) classList.remove(UNBROKEN);
    return { released: tooWide, found: overlongIn(nodes) };
  };
  const { released, found } = measured(root, look, SPILLING);
  const dividers = await dividersFor([...found.keys()].map(langOf));
  const before = new Map([...found.keys()].map((node) => [node, node.data]));
  for (const [node, places] of found) {
    const divide = dividers.get(langOf(node));
    if (divide) node.data = dividedAt(node.data, places, divide);
  }
  keepUsed(root, [...found.keys()]);
  return () => {
    for (const [node, text] of before) node.data = text;
    for (const { classList } of released) classList.add(UNBROKEN);
  };
}

/** From where to where a text is too long, in order. */
export type Places = readonly { from: number; to: number }[];

/** Every word there, with a soft hyphen wherever it may be divided. */
export function dividedAt(text: string, places: Places, divide: (word: string) => string): string {
  return text.replace(WORD, (word, at: number) =>
    places.some(({ from, to }) => from < at + word.length && at < to) ? divide(word) : word,
  );
}

function wordsIn(root: HTMLElement): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text && node.data.trim() !== '' && !node.parentElement?.closest(NO_WORDS))
      nodes.push(node);
  }
  return nodes;
}

/** A word ends at a space, not at the end of a node: what follows it may be a name's own, or a quotation mark. */
function overlongIn(nodes: readonly Text[]): Map<Text, Places> {
  const limitOf = limits();
  const found = new Map<Text, Places>();
  for (const block of Map.groupBy(nodes, blockOf).values()) {
    if (!block.some((node) => isTooWide(node, limitOf))) continue;
    const text = block.map(({ data }) => data).join('');
    const range = document.createRange();
    const limit = limitOf(block[0]?.parentElement ?? null);
    for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
      const parts = partsOf(block, index, index + word.length);
      const isLong = parts.some(({ node, from, to }) => {
        range.setStart(node, from);
        range.setEnd(node, to);
        return reaches(range, limit);
      });
      if (isLong)
        for (const { node, from, to } of parts) found.set(node, [...(found.get(node) ?? []), { from, to }]);
    }
  }
  return found;
}

/** Of the text of several nodes, in each of them. */
function partsOf(
  nodes: readonly Text[],
  from: number,
  to: number,
): { node: Text; from: number; to: number }[] {
  let start = 0;
  return nodes.flatMap((node) => {
    const part = { node, from: Math.max(from - start, 0), to: Math.min(to - start, node.length) };
    start += node.length;
    return part.from < part.to ? [part] : [];
  });
}

type LimitOf = (element: Element | null) => number;

function isTooWide(node: Text | Element, limitOf: LimitOf): boolean {
  const range = document.createRange();
  range.selectNodeContents(node);
  return reaches(range, limitOf(node instanceof Element ? node : node.parentElement));
}

function reaches(range: Range, limit: number): boolean {
  return [...range.getClientRects()].some(({ right }) => right > limit + PIXEL);
}

/** How far to the right the text of an element may reach: as far as all that it stands in. */
function limits(): LimitOf {
  const known = new Map<Element, number>();
  const limitOf: LimitOf = (element) => {
    if (!element) return Infinity;
    const limit =
      known.get(element) ??
      Math.min(isInline(element) ? Infinity : roomOf(element), limitOf(element.parentElement));
    known.set(element, limit);
    return limit;
  };
  return limitOf;
}

function blockOf({ parentElement }: Text): Element | null {
  let block = parentElement;
  while (block && isInline(block)) block = block.parentElement;
  return block;
}

function isInline(element: Element): boolean {
  const { display } = getComputedStyle(element);
  return display === 'inline' || display === 'contents';
}
