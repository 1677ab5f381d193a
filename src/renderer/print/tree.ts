/** The laid-out document as a tree, for formats that lay it out again. */
import type { DocumentTree } from '../../shared/print-page';
import { langOf } from './tree-inline';
import { paperOf } from './tree-paper';
import { pageNameOf, sheetsIn } from './sheets-in';
import { TreeWalk } from './tree-walk';

const POINTS_PER_PIXEL = 72 / 96;

/** @param root what the sheets stand in */
export async function treeOf(root: HTMLElement): Promise<DocumentTree> {
  const lang = langOf(root, 'en');
  const walk = new TreeWalk(root, lang);
  const sheets = sheetsIn(root).map((sheet) => ({
    ...paperOf(document, pageNameOf(sheet)),
    nodes: walk.nodes(sheet, lang),
  }));
  await walk.pictures();
  const size = Number.parseFloat(getComputedStyle(document.body).fontSize) * POINTS_PER_PIXEL;
  return { lang, title: document.title, size: Math.round(size * 10) / 10, sheets };
}
