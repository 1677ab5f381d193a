/** Makes a tagged PDF of Chromium's into one that PDF/UA-1 (ISO 14289-1) would have: page by page, then its tree. */
import type { Belonging } from './artifacts';
import { describe, readLinks } from './links';
import { type Belongings, Marking, type Outcomes } from './marking';
import type { PdfFile } from './pdf/file';
import { pagesIn } from './pdf/pages';
import { union } from './pdf/space';
import { type Dict, dict, name, Ref, type Value } from './pdf/values';
import type { PdfWriter } from './pdf/writer';
import { clarify, ROLE_MAP, withoutPieces } from './roles';
import {
  addAttributes,
  type Element,
  elementsOf,
  isElement,
  isPiece,
  type Piece,
  readTree,
  type Tree,
  writeTree,
} from './structure';

/** Drawn only, and content all the same. */
const DRAWINGS = new Set(['Figure', 'Formula', 'Form', 'Lbl']);
/** Compressed at once, while others in this process get their turn; each takes 270 KB meanwhile (zlib.h). */
const AT_A_TIME = 8;

export async function tag(file: PdfFile, writer: PdfWriter, signal?: AbortSignal): Promise<void> {
  const tree = readTree(file);
  const links = readLinks(file, tree.document);
  const belongings = belongingsIn(tree);
  const outcomes: Outcomes = new Map();
  const keys = new Map<number, number>();
  const marking = new Marking(file, writer, belongings, outcomes, keys, links.dropped);
  const pages = pagesIn(file);
  for (let at = 0; at < pages.length; at += AT_A_TIME) {
    for (const page of pages.slice(at, at + AT_A_TIME)) marking.page(page);
    await marking.written();
    signal?.throwIfAborted();
  }
  withoutPieces(tree.document, (container, mcid) => outcomes.get(container)?.artifacts.has(mcid) === true);
  clarify(tree.document);
  for (const element of elementsOf(tree.document)) {
    if (element.role === 'Figure') measure(element, outcomes);
    if (element.role === 'Link') {
      const words = piecesOf(element).map(({ form, page, mcid }) =>
        outcomes.get(form ?? page)?.texts.get(mcid),
      );
      describe(links, element, joined(words), writer, keys);
    }
  }
  for (const number of links.dropped) writer.remove(number);
  if (!tree.root.has('RoleMap')) tree.root.set('RoleMap', roleMap());
  outlineWithout(file, writer, writeTree(tree, writer, keys));
}

function roleMap(): Dict {
  return dict(Object.fromEntries(Object.entries(ROLE_MAP).map(([from, to]) => [from, name(to)])));
}

function belongingsIn({ document }: Tree): Belongings {
  const found: Belongings = new Map();
  const visit = (element: Element, isFigure: boolean, isLink: boolean): void => {
    const inFigure = isFigure || element.role === 'Figure';
    const inLink = isLink || element.role === 'Link';
    const isDrawing = DRAWINGS.has(element.role);
    for (const kid of element.kids) {
      if (isElement(kid)) visit(kid, inFigure, inLink);
      else if (isPiece(kid)) {
        const container = kid.form ?? kid.page;
        const pieces = found.get(container) ?? new Map<number, Belonging>();
        found.set(container, pieces.set(kid.mcid, { isDrawing, isFigure: inFigure, isLink: inLink }));
      }
    }
  };
  visit(document, false, false);
  return found;
}

function piecesOf(element: Element): Piece[] {
  return [...elementsOf(element)].flatMap(({ kids }) =>
    kids.filter((kid) => !isElement(kid)).filter(isPiece),
  );
}

/** The number at the end of an entry of the contents stands apart without a space. */
function joined(words: readonly (string | undefined)[]): string {
  return words.reduce<string>(
    (all, one = '') => all + (/\p{L}$/u.test(all) && /^\d/u.test(one) ? ' ' : '') + one,
    '',
  );
}

/** A figure's extent on the page where it begins (ISO 32000-1, 14.8.5.4.3). */
function measure(figure: Element, outcomes: Outcomes): void {
  const pieces = piecesOf(figure);
  const page = pieces[0]?.page;
  const boxes = pieces
    .filter((piece) => piece.page === page)
    .map(({ page: on, form, mcid }) =>
      form === undefined ? outcomes.get(on)?.boxes.get(mcid) : outcomes.get(on)?.drawn.get(form),
    );
  const box = boxes.reduce((whole, one) => union(whole, one), undefined);
  if (!box) return;
  const rounded = box.map((one) => Math.round(one * 100) / 100);
  addAttributes(figure, dict({ O: name('Layout'), BBox: rounded }));
}

/** Entries of the outline lead to elements too; one that is no more is not referred to. */
function outlineWithout(file: PdfFile, writer: PdfWriter, kept: ReadonlySet<number>): void {
  const seen = new Set<number>();
  const waiting: (Value | undefined)[] = [file.dict(file.catalog.get('Outlines'))?.get('First')];
  while (waiting.length > 0) {
    const ref = waiting.pop();
    if (!(ref instanceof Ref) || seen.has(ref.number)) continue;
    seen.add(ref.number);
    const entry = file.dict(ref);
    waiting.push(entry?.get('Next'), entry?.get('First'));
    const element = entry?.get('SE');
    if (!entry || !(element instanceof Ref) || kept.has(element.number)) continue;
    entry.delete('SE');
    writer.set(ref.number, entry);
  }
}
