/** The pages of a sheet as its `@page` rules have them: there is no other place that says what is printed there. */
import type { DocumentSheet } from '../../shared/print-page';

export type Paper = Pick<DocumentSheet, 'width' | 'height' | 'margin' | 'head' | 'foot'>;

const MM: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72, px: 25.4 / 96 };
const NAMED: Readonly<Record<string, readonly [number, number]>> = {
  a4: [210, 297],
  a5: [148, 210],
  letter: [215.9, 279.4],
};
const USUAL: Paper = { width: 210, height: 297, margin: 22, head: ['', '', ''], foot: '' };

/** @param name as `page` names it; '' where it does not */
export function paperOf(document: Document, name: string): Paper {
  const rules = pageRulesOf(document);
  // What is said of all pages, then what is said of these; first and facing pages are no matter of a document's text.
  return [...rules.filter(({ selectorText }) => selectorText === ''), ...rules.filter((rule) => rule.selectorText === name)]
    .reduce(changed, USUAL); // prettier-ignore
}

function pageRulesOf(document: Document): CSSPageRule[] {
  return [...document.styleSheets, ...document.adoptedStyleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => rule instanceof CSSPageRule),
  );
}

function changed(paper: Paper, rule: CSSPageRule): Paper {
  const size = sizeIn(rule.style.getPropertyValue('size'));
  const margin = lengthIn(rule.style.getPropertyValue('margin-left'));
  const box = (name: string): string | undefined => {
    const found = [...rule.cssRules].filter(isMarginRule).find((inner) => inner.name === name);
    const content = found?.style.getPropertyValue('content') ?? '';
    // Numbers of pages are counted by whoever shows them.
    return content === '' || content.includes('counter(') ? undefined : stringsIn(content);
  };
  const [left, centre, right] = paper.head;
  return {
    ...paper,
    ...(size ? { width: size[0], height: size[1] } : {}),
    ...(margin === undefined ? {} : { margin }),
    head: [box('top-left') ?? left, box('top-center') ?? centre, box('top-right') ?? right],
    foot: box('bottom-left') ?? box('bottom-center') ?? paper.foot,
  };
}

/** TypeScript's DOM does not know CSSMarginRule yet. */
interface MarginRule extends CSSRule {
  readonly name: string;
  readonly style: CSSStyleDeclaration;
}

function isMarginRule(rule: CSSRule): rule is MarginRule {
  return 'name' in rule && 'style' in rule;
}

/** `a4 landscape`, `210mm 297mm`; undefined where nothing is said. */
export function sizeIn(value: string): readonly [number, number] | undefined {
  const words = value.toLowerCase().split(/\s+/).filter(Boolean);
  const named = words.map((word) => NAMED[word]).find(Boolean);
  const lengths = words.map(lengthIn).filter((length) => length !== undefined);
  const [width, height = width] = named ?? lengths;
  if (width === undefined || height === undefined) return undefined;
  if (words.includes('landscape')) return [Math.max(width, height), Math.min(width, height)];
  return words.includes('portrait') ? [Math.min(width, height), Math.max(width, height)] : [width, height];
}

/** In millimetres. */
export function lengthIn(value: string): number | undefined {
  const [, number, unit = ''] = /^([\d.]+)(mm|cm|in|pt|px)$/.exec(value.trim().toLowerCase()) ?? [];
  const inMillimetres = MM[unit];
  return number === undefined || inMillimetres === undefined ? undefined : Number(number) * inMillimetres;
}

/** All strings of a CSS value together, with their escapes undone (css-syntax-3, 4.3.7). */
export function stringsIn(value: string): string {
  return [...value.matchAll(/"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/g)]
    .map(([, double, single]) => unescaped(double ?? single ?? ''))
    .join('');
}

function unescaped(text: string): string {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|\n|([\s\S]))/gi, (_, hex?: string, plain?: string) =>
    hex === undefined ? (plain ?? '') : characterOf(Number.parseInt(hex, 16)),
  );
}

/** What CSS itself makes of codes that are none. */
function characterOf(code: number): string {
  return code === 0 || code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
}
