/**
 * Divides words where lines end. Chromium has patterns for no language of ours, and soft hyphens in every word would
 * be read out and copied, so they are tried, and only those at the end of a line stay.
 */
import type { Patterns } from 'hyphen';
import type { Lang } from '../../shared/lang';
import { measured } from './measured';

export const SOFT_HYPHEN = '\u00AD';
/** Lines that are filled. */
const FILLED = 'filled';
/** In letters' sizes. Where a column is narrower, the gaps would be wider than the words. */
const LEAST_FILLED = 20;
/** Nothing shorter is divided. */
const LEAST_LETTERS = 6;

const PATTERNS: Readonly<Record<Lang, () => Promise<{ default: Patterns }>>> = {
  en: () => import('hyphen/patterns/en-gb'),
  sq: () => import('hyphen/patterns/sq'),
  'sr-Cyrl': () => import('hyphen/patterns/sr-cyrl'),
  'sr-Latn': () => import('hyphen/patterns/sh-latn'),
};

export type Divide = (word: string) => string;

export async function dividerFor(lang: Lang): Promise<Divide> {
  const [{ default: createHyphenator }, { default: patterns }] = await Promise.all([
    import('hyphen'),
    PATTERNS[lang](),
  ]);
  return createHyphenator(patterns, { hyphenChar: SOFT_HYPHEN, minWordLength: LEAST_LETTERS });
}

/** Letters only: what has a capital may be a name, and names stay whole, as do numbers and what has a hyphen. */
const WORD = /(?<![\p{L}\p{Nd}’'-])\p{Ll}{6,}(?![\p{L}\p{Nd}’'-])/gu;

/** With soft hyphens wherever a word may be divided; the last word of a paragraph is not. */
export function divided(text: string, divide: Divide, isLast: boolean): string {
  const end = isLast ? text.trimEnd().lastIndexOf(' ') : text.length;
  return text.replace(WORD, (word, at: number) => (at >= end ? word : divide(word)));
}

/** Without those soft hyphens that `isUsed` does not want, by their place in `text`. */
export function withOnly(text: string, isUsed: (at: number) => boolean): string {
  return text.replaceAll(SOFT_HYPHEN, (hyphen, at: number) => (isUsed(at) ? hyphen : ''));
}

/**
 * In paragraphs that are `running`; their lines are filled where they are long enough.
 * @returns puts the text back as it was
 */
export async function hyphenate(root: HTMLElement): Promise<() => void> {
  const paragraphs = [...root.querySelectorAll<HTMLElement>('.running')];
  const nodes = paragraphs.flatMap(textNodesOf);
  const dividers = await dividersFor(nodes.map(({ node }) => langOf(node)));
  const before = nodes.map(({ node }) => node.data);
  for (const { node, isLast } of nodes) {
    const divide = dividers.get(langOf(node));
    if (divide) node.data = divided(node.data, divide, isLast);
  }
  const long = measured(root, () => paragraphs.filter(hasLongLines));
  for (const { classList } of long) classList.add(FILLED);
  keepUsed(
    root,
    nodes.map(({ node }) => node),
  );
  return () => {
    for (const { classList } of long) classList.remove(FILLED);
    nodes.forEach(({ node }, at) => (node.data = before[at] ?? node.data));
  };
}

export async function dividersFor(
  langs: readonly (Lang | undefined)[],
): Promise<ReadonlyMap<Lang | undefined, Divide>> {
  const known = [...new Set(langs)].filter((lang) => lang !== undefined);
  return new Map(await Promise.all(known.map(async (lang) => [lang, await dividerFor(lang)] as const)));
}

/** Takes out those soft hyphens at which no line ends. */
export function keepUsed(root: HTMLElement, nodes: readonly Text[]): void {
  if (nodes.length === 0) return;
  // All is written before anything is measured, and measured before anything is written: two layouts, not thousands.
  const kept = measured(root, () =>
    nodes.map((node) => {
      const used = usedIn(node);
      return withOnly(node.data, (at) => used.has(at));
    }),
  );
  nodes.forEach((node, at) => (node.data = kept[at] ?? node.data));
}

/** The items of a list are set as what stands about them is. */
function hasLongLines(paragraph: HTMLElement): boolean {
  const { width } = (paragraph.closest('.flow, .row > *') ?? paragraph).getBoundingClientRect();
  return width / Number.parseFloat(getComputedStyle(paragraph).fontSize) >= LEAST_FILLED;
}

interface RunningText {
  node: Text;
  isLast: boolean;
}

function textNodesOf(paragraph: HTMLElement): RunningText[] {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  const last = nodes.findLast(({ data }) => data.trim() !== '');
  return nodes.map((node) => ({ node, isLast: node === last }));
}

/** Undefined where nothing can be divided: what is to stay on one line is not. */
export function langOf({ parentElement }: Text): Lang | undefined {
  if (parentElement?.closest('.unbroken')) return undefined;
  const lang = parentElement?.closest('[lang]')?.getAttribute('lang');
  return lang && lang in PATTERNS ? (lang as Lang) : undefined;
}

/** Where the soft hyphens stand after which a line ends. */
function usedIn(node: Text): Set<number> {
  const places = [...node.data.matchAll(new RegExp(SOFT_HYPHEN, 'gu'))].map(({ index }) => index);
  const used = new Set<number>();
  if (places.length === 0) return used;
  const range = document.createRange();
  const lineOf = (at: number): number | undefined => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    // After a hyphen that is used the next letter has a rectangle at the end of that line too, without width.
    return [...range.getClientRects()].at(-1)?.top;
  };
  // Lines only go down, so that where two places share one, all between them do.
  const look = (from: number, to: number): void => {
    if (from > to) return;
    const [first = 0, last = 0] = [places[from], places[to]];
    if (lineOf(first - 1) === lineOf(last + 1)) return;
    if (from === to) {
      used.add(first);
      return;
    }
    const middle = (from + to) >> 1;
    look(from, middle);
    look(middle + 1, to);
  };
  look(0, places.length - 1);
  return used;
}
