/** Running text of the laid-out document: white space as it is seen, styles as they are computed. */
import type { Inline, InlineStyle } from '../../shared/print-page';

/** How the block looks in which text stands: what all of it has is no emphasis. */
export interface Ground {
  lang: string;
  color: string;
  /** Headings and heads of columns are bold as a whole; their style says so. */
  bold: boolean;
  italic: boolean;
}

type Text = Extract<Inline, { kind: 'text' }>;

const BOLD = 600;
/** Soft hyphens, places where a line may end, and marks of order in a file: none of it is text. */
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF]/g;

/** Gathers what stands in one paragraph, in order. */
export class InlineFlow {
  readonly #inlines: Inline[] = [];

  add(node: Node, ground: Ground, hrefOf: (link: Element) => string | null): void {
    this.#inlines.push(...inlinesOf(node, ground, hrefOf));
  }

  /** Empties it; [] where nothing can be seen in it. */
  take(): Inline[] {
    return tidied(this.#inlines.splice(0));
  }
}

function inlinesOf(node: Node, ground: Ground, hrefOf: (link: Element) => string | null): Inline[] {
  if (node.nodeType === Node.TEXT_NODE) {
    const parent = node.parentElement;
    return parent ? textsOf(node.textContent ?? '', parent, ground) : [];
  }
  if (!(node instanceof Element) || isUnseen(node) || node.hasAttribute('data-page-of')) return [];
  if (node.localName === 'br') return [{ kind: 'break' }];
  const children = [
    ...generated(node, '::before', ground),
    ...[...node.childNodes].flatMap((child) => inlinesOf(child, ground, hrefOf)),
    ...generated(node, '::after', ground),
  ];
  const href = node.localName === 'a' ? hrefOf(node) : null;
  return href === null ? children : [{ kind: 'link', href, children }];
}

function textsOf(content: string, parent: Element, ground: Ground): Inline[] {
  const style = getComputedStyle(parent);
  const set = (text: string): Text => ({ kind: 'text', text, ...styleOf(parent, style, ground) });
  const text = content.replace(UNSEEN, '');
  if (!style.whiteSpaceCollapse.startsWith('preserve')) return [set(text.replace(/[ \t\n\r\f]+/g, ' '))];
  return text
    .split('\n')
    .flatMap((line, at): Inline[] => (at > 0 ? [{ kind: 'break' }, set(line)] : [set(line)]));
}

function styleOf(
  parent: Element,
  style: CSSStyleDeclaration,
  ground: Ground,
): InlineStyle & { lang?: string } {
  const lang = langOf(parent, ground.lang);
  const script =
    style.verticalAlign === 'super' || style.verticalAlign === 'sub' ? style.verticalAlign : null;
  return {
    ...(lang === ground.lang ? {} : { lang }),
    ...(Number(style.fontWeight) >= BOLD && !ground.bold ? { bold: true as const } : {}),
    ...(style.fontStyle === 'italic' && !ground.italic ? { italic: true as const } : {}),
    ...(script ? { script } : {}),
    ...(style.color !== ground.color ? { soft: true as const } : {}),
  };
}

/** What a style puts before or after, where it is words and no count. */
function generated(element: Element, where: '::before' | '::after', ground: Ground): Inline[] {
  const { content } = getComputedStyle(element, where);
  const [, text] = /^"([^"\\]+)"$/.exec(content) ?? [];
  return text === undefined ? [] : textsOf(text, element, ground);
}

export function langOf(element: Element, otherwise: string): string {
  return element.closest('[lang]')?.getAttribute('lang') || otherwise;
}

/** Not on paper, or there only for the eye. */
export function isUnseen(element: Element): boolean {
  const style = getComputedStyle(element);
  return (
    style.display === 'none' ||
    style.visibility !== 'visible' ||
    element.getAttribute('aria-hidden') === 'true' ||
    (style.position === 'absolute' && style.clipPath !== 'none')
  );
}

/** No space at the ends, around breaks or twice; neighbours of one style are one. */
function tidied(inlines: readonly Inline[]): Inline[] {
  const state = { space: true };
  const result = squeezed(inlines, state);
  trimEnd(result);
  return result.some(({ kind }) => kind !== 'break') ? result : [];
}

function squeezed(inlines: readonly Inline[], state: { space: boolean }): Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    if (inline.kind === 'break') {
      trimEnd(result);
      result.push(inline);
      state.space = true;
    } else if (inline.kind === 'link') {
      const children = squeezed(inline.children, state);
      if (children.length > 0) result.push({ ...inline, children });
    } else {
      const text = state.space ? inline.text.replace(/^ +/, '') : inline.text;
      if (text === '') continue;
      state.space = text.endsWith(' ');
      const last = result.at(-1);
      if (last?.kind === 'text' && isAlike(last, inline)) last.text += text;
      else result.push({ ...inline, text });
    }
  }
  return result;
}

function trimEnd(inlines: Inline[]): void {
  for (let last = inlines.at(-1); last; last = inlines.at(-1)) {
    if (last.kind === 'break') return;
    if (last.kind === 'link') {
      trimEnd(last.children);
      if (last.children.length > 0) return;
    } else {
      last.text = last.text.replace(/ +$/, '');
      if (last.text !== '') return;
    }
    inlines.pop();
  }
}

function isAlike(one: Text, other: Text): boolean {
  const { text: _one, ...style } = one;
  const { text: _other, ...otherStyle } = other;
  return JSON.stringify(style) === JSON.stringify(otherStyle);
}
