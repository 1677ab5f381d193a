/** From elements to nodes: what a reader meets, in the order of reading. */
import type { DocumentNode, Inline } from '../../shared/print-page';
import { pictureOf, type Picture } from './pictures';
import { columnRows } from './tree-columns';
import { type Ground, InlineFlow, isUnseen, langOf } from './tree-inline';
import { asEntry, isCountedByHand, numbered } from './tree-lists';
import { type Places, placesIn } from './tree-places';
import { tableNode } from './tree-tables';

/** Of the text's size: what is smaller is said in passing. */
const SMALL = 0.93;
const HEADING = /^h[1-6]$/;
const LEVELS = [1, 2, 3, 4, 5, 6] as const;

export class TreeWalk {
  readonly #color: string;
  readonly #size: number;
  readonly #places: Places;
  readonly #pictures: Promise<void>[] = [];

  constructor(
    root: HTMLElement,
    private readonly lang: string,
  ) {
    const body = getComputedStyle(root.ownerDocument.body);
    this.#color = body.color;
    this.#size = Number.parseFloat(body.fontSize);
    this.#places = placesIn(root);
  }

  async pictures(): Promise<void> {
    await Promise.all(this.#pictures);
  }

  /** @param lang of what it stands in */
  nodes(parent: Element, lang: string): DocumentNode[] {
    const nodes: DocumentNode[] = [];
    const flow = new InlineFlow();
    const flush = () => {
      const children = flow.take();
      if (children.length > 0) nodes.push(this.#paragraph(parent, children, lang));
    };
    for (const child of parent.childNodes) {
      if (child instanceof Element ? isInline(child) : child.nodeType === Node.TEXT_NODE) {
        flow.add(child, this.#ground(parent), this.#href);
      } else if (child instanceof Element) {
        flush();
        nodes.push(...this.block(child, lang));
      }
    }
    flush();
    return nodes;
  }

  block(element: Element, lang: string): DocumentNode[] {
    if (isWritingLine(element)) return [{ kind: 'paragraph', role: 'blank', children: [] }];
    if (isUnseen(element)) return [];
    if (element instanceof SVGSVGElement) return this.#picture(element);
    const name = element.localName;
    if (HEADING.test(name)) return this.#heading(element, lang);
    if (name === 'ul' || name === 'ol') return this.#list(element, lang);
    if (element instanceof HTMLTableElement) return [tableNode(this, element, lang)];
    const rows = columnRows(element);
    if (rows) return rows.flatMap((row) => this.#row(row, lang));
    return this.nodes(element, lang);
  }

  /** What stands in one element, as running text. */
  inlines(element: Element, isHead: boolean): Inline[] {
    const flow = new InlineFlow();
    const ground = isHead ? this.#groundOfHead(element) : this.#ground(element);
    for (const child of element.childNodes) flow.add(child, ground, this.#href);
    return flow.take();
  }

  #row(row: readonly Element[], lang: string): DocumentNode[] {
    const columns = row.map((element) => this.block(element, lang));
    const [only, ...others] = columns;
    return only && others.length === 0 ? only : [{ kind: 'columns', columns }];
  }

  #heading(element: Element, lang: string): DocumentNode[] {
    const level = LEVELS.find((one) => element.localName === `h${one}`) ?? 6;
    const children = this.inlines(element, true);
    const id = this.#places.idOf(element);
    const own = langOf(element, lang);
    if (children.length === 0) return [];
    return [
      { kind: 'heading', level, ...(id ? { id } : {}), ...(own === lang ? {} : { lang: own }), children },
    ];
  }

  #paragraph(element: Element, children: Inline[], lang: string): DocumentNode {
    const role = this.#roleOf(element);
    const own = langOf(element, lang);
    return {
      kind: 'paragraph',
      ...(role ? { role } : {}),
      ...(own === lang ? {} : { lang: own }),
      children: withFirstLetter(element, children),
    };
  }

  #list(element: Element, lang: string): DocumentNode[] {
    const own = langOf(element, lang);
    const listed = [...element.children].filter((item) => item.localName === 'li' && !isUnseen(item));
    const items = listed.map((item) => this.nodes(item, own));
    const flat = (nodes: DocumentNode[]) => nodes.map((node) => withLang(node, own, lang));
    if (!isMarked(listed[0] ?? element)) return flat(items.flatMap(asEntry));
    const ordered = element.localName === 'ol';
    const numbers = listed.map((item, at) => Number(item.getAttribute('value') ?? at + 1));
    if (ordered && isCountedByHand(items, numbers))
      return flat(items.flatMap((nodes, at) => numbered(nodes, numbers[at] ?? at + 1)));
    return [{ kind: 'list', ordered, ...(own === lang ? {} : { lang: own }), items }];
  }

  #picture(svg: SVGSVGElement): DocumentNode[] {
    const picture: Picture = { kind: 'picture', png: '', width: 0, height: 0, alt: '' };
    this.#pictures.push(pictureOf(svg).then((made) => void Object.assign(picture, made)));
    return [picture];
  }

  #roleOf(element: Element): string | undefined {
    if (element.closest('a, nav, .part-contents') && element.closest('li')?.querySelector('[data-page-of]'))
      return 'contents';
    if (element.localName === 'figcaption') return 'caption';
    if (element.closest('blockquote')) return 'quote';
    if (element.closest('.part-content-note')) return 'notice';
    if (element.classList.contains('status')) return 'status';
    if (element.closest('td, th')) return undefined;
    return Number.parseFloat(getComputedStyle(element).fontSize) < SMALL * this.#size ? 'small' : undefined;
  }

  #ground(element: Element): Ground {
    const style = getComputedStyle(element);
    const role = this.#roleOf(element);
    // Their styles are grey.
    const isSoft = role === 'status' || role === 'caption';
    const isHead = element.closest('thead') !== null;
    return {
      lang: langOf(element, this.lang),
      color: isSoft || isHead ? style.color : this.#color,
      bold: isHead,
      italic: false,
    };
  }

  /** Of headings and captions: as a whole they look as their style says. */
  #groundOfHead(element: Element): Ground {
    const { color, fontStyle } = getComputedStyle(element);
    return { lang: langOf(element, this.lang), color, bold: true, italic: fontStyle === 'italic' };
  }

  readonly #href = (link: Element): string | null => this.#places.hrefOf(link.getAttribute('href') ?? '');
}

/** By the browser, or by a style that sets a marker of its own before what it marks. */
function isMarked(item: Element): boolean {
  return (
    getComputedStyle(item).listStyleType !== 'none' || getComputedStyle(item, '::before').content !== 'none'
  );
}

function isInline(element: Element): boolean {
  if (isWritingLine(element)) return false;
  // A sign in a line of text says nothing that the text does not.
  if (element instanceof SVGSVGElement) return element.getAttribute('aria-hidden') === 'true';
  // However a link is laid out, it is a word among words.
  if (element.localName === 'a' || element.localName === 'br') return true;
  const { display } = getComputedStyle(element);
  if (display === 'contents') return [...element.children].every(isInline);
  return display.startsWith('inline');
}

/** A rule for a pen; its own kind of text, although a screen reader is not told of it. */
function isWritingLine(element: Element): boolean {
  return element.classList.contains('blank') && element.textContent?.trim() === '';
}

function withFirstLetter(element: Element, children: Inline[]): Inline[] {
  const [first, ...rest] = children;
  if (first?.kind !== 'text' || getComputedStyle(element, '::first-letter').textTransform !== 'uppercase')
    return children;
  return [{ ...first, text: first.text.replace(/^./u, (letter) => letter.toUpperCase()) }, ...rest];
}

/** For nodes that leave the list they stood in. */
function withLang(node: DocumentNode, lang: string, outer: string): DocumentNode {
  if (lang === outer || node.kind === 'picture' || node.kind === 'columns') return node;
  return { ...node, lang: node.lang ?? lang };
}
