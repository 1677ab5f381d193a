/** A .docx read back: its parts as trees, and what stands in its paragraphs. */
import { unzipSync } from 'fflate';
import { all, type Node, parseTree } from '../unit/exchange/xml-tree';

const PREFIXES = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://purl.org/dc/elements/1.1/': 'dc',
};

export interface Docx {
  files: Record<string, Uint8Array>;
  /** Every part that is XML; one that is not well formed throws. */
  parts: Map<string, Node>;
  body: Node;
}

export function readDocx(bytes: Uint8Array): Docx {
  const files = unzipSync(bytes);
  const parts = new Map(
    Object.entries(files)
      .filter(([path]) => /\.(?:xml|rels)$/.test(path))
      .map(([path, content]) => [path, parseTree(content, PREFIXES)]),
  );
  return { files, parts, body: parts.get('word/document.xml')!.children[0]! };
}

export function textOf(node: Node): string {
  return all(node, 'w:t')
    .map(({ text }) => text)
    .join('');
}

export function styleOf(paragraph: Node): string | undefined {
  return all(paragraph, 'w:pStyle')[0]?.attributes['w:val'];
}

/** The text of each language, of the runs that say one; '' where they have the document's. */
export function langsOf(node: Node): Map<string, string> {
  const texts = new Map<string, string>();
  for (const run of all(node, 'w:r')) {
    const lang = all(run, 'w:lang')[0]?.attributes['w:val'] ?? '';
    texts.set(lang, (texts.get(lang) ?? '') + textOf(run));
  }
  return texts;
}

/** The rows of a table, each with the text of its cells. */
export function cellsOf(table: Node): string[][] {
  return all(table, 'w:tr').map((row) => all(row, 'w:tc').map(textOf));
}
