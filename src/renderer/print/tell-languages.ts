/** Languages, told to whoever reads the printed document out. */

const UNTOLD = ':is(div, span, i, b, cite, q, bdi)[lang]:not([role])';

/** Chromium leaves these elements out of a PDF's tags, and their language with them, unless they have a role (measured in 156). */
export function tellLanguages(root: ParentNode): void {
  for (const element of root.querySelectorAll(UNTOLD)) element.setAttribute('role', 'generic');
}
