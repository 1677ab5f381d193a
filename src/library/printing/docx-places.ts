/** The headings of a tree: those that something leads to, and the one that is the document's title. */
import type { DocumentNode, DocumentTree } from '../../shared/print-page';

type Heading = Extract<DocumentNode, { kind: 'heading' }>;

/** Word allows forty characters, letters, digits and lines; an underscore at the start hides it from its own lists. */
export function bookmarksIn(tree: DocumentTree): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id } of headingsIn(tree))
    if (id !== undefined && !names.has(id)) names.set(id, `_Place${names.size + 1}`);
  return names;
}

/** Of a bookmark, how high the heading is. */
export function levelsIn(tree: DocumentTree, bookmarks: ReadonlyMap<string, string>): Map<string, number> {
  return new Map(
    headingsIn(tree).flatMap(({ id, level }) => {
      const name = id === undefined ? undefined : bookmarks.get(id);
      return name === undefined ? [] : [[name, level]];
    }),
  );
}

/** On a cover the title stands above headings of its own level, and belongs in no outline. */
export function titleIn(tree: DocumentTree): Heading | undefined {
  const [first, ...others] = headingsIn(tree).filter(({ level }) => level === 1);
  return first && others.length > 0 && plainText(first) === tree.title.trim() ? first : undefined;
}

function plainText({ children }: Heading): string {
  return children.map((child) => (child.kind === 'text' ? child.text : ' ')).join('');
}

function headingsIn(tree: DocumentTree): Heading[] {
  return tree.sheets.flatMap(({ nodes }) => nodes.flatMap(headingsOf));
}

function headingsOf(node: DocumentNode): Heading[] {
  switch (node.kind) {
    case 'heading':
      return [node];
    case 'list':
      return node.items.flat().flatMap(headingsOf);
    case 'columns':
      return node.columns.flat().flatMap(headingsOf);
    case 'table':
      return node.rows.flat().flatMap(({ children }) => children.flatMap(headingsOf));
    default:
      return [];
  }
}
