/** The document in one file: what it is set in lies in it, it asks for nothing, and nothing in it runs. */
import { screenStyles } from './html-screen';
import { sheetsIn } from './sheets-in';
import { cutsIn, faceRules, facesOf, isUsed } from './used-faces';

/** In the file too, should it ever be changed by others. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"; // prettier-ignore
const SHEET = 'data-sheet';
/** What counts pages, and what only the program's own page needs. */
const NOT_IN_HTML = 'script, style, link, template, iframe, object, embed, [data-page-of], a > .leader';
const FACE_RULE = /@font-face\s*\{[^}]*\}/g;
const OWN_ATTRIBUTE = /^(?:data-v-app$|on)/i;

export interface DocumentInfo {
  title: string;
  description: string;
  author: string;
}

/** @param root what the sheets stand in */
export async function htmlOf(root: HTMLElement, info: DocumentInfo): Promise<string> {
  const { lang, className } = document.documentElement;
  const styles = [await facesFor(root), await pageStyles(document), screenStyles(sizeOf(document.body))].join(
    '\n',
  );
  return `<!doctype html>
<html lang="${escaped(lang)}" class="${escaped(className)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="only light">
<title>${escaped(info.title)}</title>
<meta name="description" content="${escaped(info.description)}">
<meta name="author" content="${escaped(info.author)}">
<style>
${inElement(styles)}
</style>
</head>
<body>
${body(root)}
</body>
</html>
`;
}

function body(root: HTMLElement): string {
  const sheets = sheetsIn(root);
  for (const sheet of sheets) sheet.setAttribute(SHEET, getComputedStyle(sheet).inlineSize);
  const copy = root.cloneNode(true);
  for (const sheet of sheets) sheet.removeAttribute(SHEET);
  if (!(copy instanceof HTMLElement)) throw new Error('the document is no element');
  for (const sheet of copy.querySelectorAll<HTMLElement>(`[${SHEET}]`))
    sheet.style.setProperty('--sheet-width', sheet.getAttribute(SHEET));
  for (const element of copy.querySelectorAll(NOT_IN_HTML)) element.remove();
  for (const element of [copy, ...copy.querySelectorAll('*')]) tidy(element);
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const found: ChildNode[] = [];
  while (comments.nextNode()) if (comments.currentNode instanceof Comment) found.push(comments.currentNode);
  for (const comment of found) comment.remove();
  const main = root.ownerDocument.createElement('main');
  main.append(...copy.childNodes);
  return main.outerHTML;
}

/** Points. */
function sizeOf(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).fontSize) * 0.75;
}

function tidy(element: Element): void {
  for (const { name } of [...element.attributes]) if (OWN_ATTRIBUTE.test(name)) element.removeAttribute(name);
  // For paper, too: a browser knows what has none.
  if (element.getAttribute('role') === 'generic') element.removeAttribute('role');
  const href = element.getAttribute('href');
  if (href !== null && element.localName === 'a') {
    if (href.startsWith('https://')) element.setAttribute('rel', 'noreferrer');
    else if (!href.startsWith('#')) element.removeAttribute('href');
    // For paper, where a link is described; whoever speaks to a browser says what is seen (WCAG 2.2, 2.5.3).
    const label = element.getAttribute('aria-label');
    if (label !== null) element.setAttribute('title', label);
    element.removeAttribute('aria-label');
  }
  const source = element.getAttribute('src');
  if (source !== null && !source.startsWith('data:')) element.remove();
}

/**
 * As they were written: read back as rules, a shorthand with a variable in it loses what it says where a later line
 * changes part of it (css-variables-1, 3.2; measured in 156). Faces are addresses, and come by themselves.
 */
async function pageStyles(document: Document): Promise<string> {
  const linked = [...document.styleSheets].map(async ({ href, cssRules }) =>
    href === null ? cssOf(cssRules) : (await (await fetch(href)).text()).replace(FACE_RULE, ''),
  );
  const adopted = document.adoptedStyleSheets.map(({ cssRules }) => cssOf(cssRules));
  return [...(await Promise.all(linked)), ...adopted].join('\n');
}

function cssOf(rules: CSSRuleList): string {
  return [...rules].map(({ cssText }) => cssText).join('\n');
}

/** Running heads are set in the same letters as the text: they say nothing else. */
async function facesFor(root: HTMLElement): Promise<string> {
  const cuts = cutsIn(root, root.ownerDocument.title);
  return faceRules(facesOf(root.ownerDocument).filter((face) => isUsed(face, cuts)));
}

/** Nothing ends the element from inside a string, which is the only place where CSS has such a sign before a letter. */
function inElement(styles: string): string {
  return styles.replace(/<(?=[/!?a-z])/gi, '\\3c ');
}

function escaped(text: string): string {
  return text.toWellFormed().replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
