/** How many pages a printed PDF has, and on which an anchor stands, for the numbers of the contents. */
import type { PageNumbers } from '../../shared/print-page';
import { PdfFile } from './pdf/file';
import { namesIn } from './pdf/names';
import { pagesIn } from './pdf/pages';
import { nameText, Name, Ref, type Value } from './pdf/values';

/** @throws RangeError where it is no PDF */
export const countPages = (printed: Uint8Array): number => pagesIn(new PdfFile(printed)).length;

/**
 * An anchor that no link leads to is none of the PDF's destinations, and has no page.
 * @throws RangeError where it is no PDF
 */
export async function pagesOf(printed: Uint8Array, anchors: readonly string[]): Promise<PageNumbers> {
  const file = new PdfFile(printed);
  const numbers = new Map(pagesIn(file).map((page, at) => [page, at + 1]));
  const wanted = new Set(anchors);
  const found: [string, number][] = [];
  const take = (anchor: string, destination: Value) => {
    if (!wanted.has(anchor)) return;
    const number = numbers.get(pageOf(file, destination) ?? -1);
    if (number !== undefined) found.push([anchor, number]);
  };
  // PDF 1.1 has a dictionary, later versions a tree (ISO 32000-1, 12.3.2.3).
  for (const [key, value] of file.dict(file.catalog.get('Dests')) ?? []) take(nameText(new Name(key)), value);
  const names = file.dict(file.catalog.get('Names'));
  for (const [key, value] of namesIn(file, names?.get('Dests'))) take(key, value);
  return Object.fromEntries(found);
}

function pageOf(file: PdfFile, destination: Value): number | undefined {
  const target = file.dict(destination)?.get('D') ?? destination;
  const page = file.array(target)?.[0];
  return page instanceof Ref ? page.number : undefined;
}
