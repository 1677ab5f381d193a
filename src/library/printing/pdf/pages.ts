/** The pages of a PDF in their order (ISO 32000-1, 7.7.3). */
import type { PdfFile } from './file';
import { type Dict, Ref, type Value } from './values';

/** Deeper than any page tree that a program makes. */
const DEEPEST = 50;

/** The numbers of their objects. */
export function pagesIn(file: PdfFile): number[] {
  const pages: number[] = [];
  const seen = new Set<number>();
  const visit = (value: Value | undefined, depth: number): void => {
    if (!(value instanceof Ref) || seen.has(value.number) || depth > DEEPEST) return;
    seen.add(value.number);
    const kids = file.array(file.dict(value)?.get('Kids'));
    if (kids) for (const kid of kids) visit(kid, depth + 1);
    else pages.push(value.number);
  };
  visit(file.catalog.get('Pages'), 0);
  return pages;
}

/** Of a page, from it or from what it stands in (7.7.3.4). */
export function inherited(file: PdfFile, page: Dict, key: string): Value {
  let node: Dict | undefined = page;
  for (let depth = 0; node && depth < DEEPEST; depth += 1) {
    const found = file.resolve(node.get(key));
    if (found !== null) return found;
    node = file.dict(node.get('Parent'));
  }
  return null;
}
