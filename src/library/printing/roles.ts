/**
 * What each element of Chromium's tree is, made clear (ISO 32000-1, 14.8.4; ISO 14289-1, 7). Chromium 156 has
 * `NonStruct` for every division and every run of text, leaves what an item of a list says without `LBody`, and nests
 * a figure in a figure.
 */
import { dict, name } from './pdf/values';
import { addAttributes, attribute, element, type Element, isElement, isPiece, type Kid } from './structure';
import { clarifyTable } from './table-structure';

const INLINE = new Set([
  'Span',
  'Em',
  'Strong',
  'Sub',
  'Code',
  'Quote',
  'Link',
  'Reference',
  'Ruby',
  'RB',
  'RT',
  'RP',
]);
/** Hold text, whatever stands in them. */
const OF_TEXT = new Set([
  ...INLINE,
  'P',
  'H',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'Lbl',
  'Figure',
  'Formula',
]);
/** Hold paragraphs, and no text of their own. */
const GROUPING = new Set(['Document', 'Div', 'Sect', 'Part', 'Art', 'BlockQuote', 'NonStruct']);
/** Stand empty where there is nothing to say. */
const CELLS = new Set(['TH', 'TD']);

/** Roles that PDF 1.7 does not have, by what they are there. */
export const ROLE_MAP: Readonly<Record<string, string>> = {
  Em: 'Span',
  Strong: 'Span',
  Sub: 'Span',
  Aside: 'Sect',
  Title: 'P',
  FENote: 'Note',
};

/** Changes the tree beneath `document`, whose pieces without content have been taken out. */
export function clarify(document: Element): void {
  document.kids = kidsOf(document, false);
  if (GROUPING.has(document.role)) document.kids = inParagraphs(document.kids);
  levelHeadings(document);
}

const isInline = (kid: Kid): boolean => !isElement(kid) || INLINE.has(kid.role);
/** A run of text, which Chromium wraps even where nothing is said of it. */
const isRun = (kid: Kid): boolean =>
  isElement(kid) && kid.role === 'NonStruct' && kid.kids.some((one) => !isElement(one));

function kidsOf({ kids }: Element, inText: boolean): Kid[] {
  const isFlowing = (kid: Kid | undefined) => kid !== undefined && (isInline(kid) || isRun(kid));
  return kids.flatMap((kid, at): Kid[] => {
    if (!isElement(kid)) return [kid];
    if (kid.role !== 'NonStruct') return clarified(kid);
    // Beside text, a division is a part of it; by itself, a block.
    return unwrapped(kid, inText || isFlowing(kids[at - 1]) || isFlowing(kids[at + 1]));
  });
}

/** What a division holds, without it where it says nothing of itself. */
function unwrapped(kid: Element, flows: boolean): Kid[] {
  const kids = kidsOf(kid, flows || isRun(kid));
  if (kids.length === 0) return [];
  const saysNothing = kid.more.size === 0 && kid.id === undefined;
  if (!kids.every(isInline))
    return saysNothing ? inParagraphs(kids) : [{ ...kid, role: 'Div', kids: inParagraphs(kids) }];
  if (!flows && !isRun(kid)) return [{ ...kid, role: 'P', kids }];
  return saysNothing ? kids : [{ ...kid, role: 'Span', kids }];
}

function clarified(kid: Element): Kid[] {
  kid.kids = kidsOf(kid, OF_TEXT.has(kid.role));
  if (kid.role === 'Figure') unnest(kid);
  if (kid.role === 'L') kid.kids = kid.kids.map((one) => (isListKid(one) ? one : element('LI', [one])));
  if (kid.role === 'L') number(kid);
  if (kid.role === 'LI') kid.kids = withBody(kid.kids);
  if (kid.role === 'Table') clarifyTable(kid);
  if (GROUPING.has(kid.role)) kid.kids = inParagraphs(kid.kids);
  return kid.kids.length > 0 || CELLS.has(kid.role) ? [kid] : [];
}

/** Text that stands among paragraphs becomes one. */
function inParagraphs(kids: Kid[]): Kid[] {
  const grouped: Kid[] = [];
  let run: Kid[] = [];
  const end = () => {
    if (run.length > 0) grouped.push(element('P', run));
    run = [];
  };
  for (const kid of kids) {
    if (isInline(kid)) run.push(kid);
    else {
      end();
      grouped.push(kid);
    }
  }
  end();
  return grouped;
}

const isListKid = (kid: Kid): boolean => isElement(kid) && ['LI', 'L', 'Caption'].includes(kid.role);

function withBody(kids: Kid[]): Kid[] {
  const isPart = (kid: Kid) => isElement(kid) && (kid.role === 'Lbl' || kid.role === 'LBody');
  const rest = kids.filter((kid) => !isPart(kid));
  return rest.length > 0 ? [...kids.filter(isPart), element('LBody', rest)] : kids;
}

/** A list with labels says what kind they are (ISO 14289-1, 7.6). */
function number(list: Element): void {
  const hasLabels = list.kids.some(
    (item) => isElement(item) && item.kids.some((kid) => isElement(kid) && kid.role === 'Lbl'),
  );
  if (!hasLabels || attribute(list, 'ListNumbering')) return;
  addAttributes(list, dict({ O: name('List'), ListNumbering: name('Disc') }));
}

/** A figure about a drawing, with its caption, is a division; the drawing has the alternative text. */
function unnest(figure: Element): void {
  if (figure.more.has('Alt') || figure.more.has('ActualText') || !figure.kids.some(isElement)) return;
  figure.role = 'Div';
  figure.kids = inParagraphs(figure.kids);
}

/** No level is left out (ISO 14289-1, 7.4.2): each heading is one deeper than the one that it stands under. */
function levelHeadings(document: Element): void {
  const above: number[] = [];
  const visit = (kid: Element): void => {
    const level = Number(/^H([1-6])$/u.exec(kid.role)?.[1] ?? 0);
    if (level > 0) {
      while ((above.at(-1) ?? 0) >= level) above.pop();
      above.push(level);
      kid.role = `H${above.length}`;
    }
    for (const one of kid.kids) if (isElement(one)) visit(one);
  };
  visit(document);
}

/** Takes out what has become an artifact. */
export function withoutPieces(top: Element, isArtifact: (page: number, mcid: number) => boolean): void {
  top.kids = top.kids.filter((kid) => !isPiece(kid) || !isArtifact(kid.form ?? kid.page, kid.mcid));
  for (const kid of top.kids) if (isElement(kid)) withoutPieces(kid, isArtifact);
}
