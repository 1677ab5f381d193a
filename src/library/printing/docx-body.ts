/** A sheet's nodes as Word's paragraphs and tables. */
import { BookmarkEnd, BookmarkStart, ImageRun, LeaderType, PageReference, Paragraph, type ParagraphChild, Tab, Table, TabStopType, TextRun } from 'docx'; // prettier-ignore
import type { DocumentNode, DocumentSheet, DocumentTree, Inline } from '../../shared/print-page';
import { bookmarksIn, levelsIn, titleIn } from './docx-places';
import { BULLETS, listLevel, NUMBERS } from './docx-styles';
import { columnTable, dataTable } from './docx-tables';
import { DocxText, wordText } from './docx-text';

export type Flow = Paragraph | Table;
type Node<K extends DocumentNode['kind']> = Extract<DocumentNode, { kind: K }>;

export const TWIPS_PER_MM = 1440 / 25.4;
/** What pictures are measured in: 96 to the inch. */
const PIXELS_PER_TWIP = 96 / 1440;
const MM_TO_PIXELS = 96 / 25.4;

const STYLE_OF_ROLE: Readonly<Record<string, string>> = {
  status: 'Status',
  caption: 'Caption',
  blank: 'WritingLine',
  quote: 'Quote',
  notice: 'Notice',
  small: 'Small',
  term: 'Term',
};

/** Where nodes stand. */
export interface Place {
  /** Twips. */
  width: number;
  lang: string;
  /** Of paragraphs that have none of their own. */
  style?: string;
  bold?: boolean;
  /** Of lists in lists. */
  depth: number;
}

export function contentWidth({ width, margin }: DocumentSheet): number {
  return Math.round((width - 2 * margin) * TWIPS_PER_MM);
}

export class DocxBody {
  readonly text: DocxText;
  readonly #bookmarks: ReadonlyMap<string, string>;
  readonly #levels: ReadonlyMap<string, number>;
  readonly #title: DocumentNode | undefined;
  #lists = 0;

  constructor(private readonly tree: DocumentTree) {
    this.#bookmarks = bookmarksIn(tree);
    this.#levels = levelsIn(tree, this.#bookmarks);
    this.#title = titleIn(tree);
    this.text = new DocxText(tree.lang, this.#bookmarks);
  }

  of(sheet: DocumentSheet): Flow[] {
    return this.flow(sheet.nodes, { width: contentWidth(sheet), lang: this.tree.lang, depth: 0 });
  }

  /** Ends in a paragraph, as a section and a cell have to, and no two tables touch: Word would make one of them. */
  flow(nodes: readonly DocumentNode[], place: Place): Flow[] {
    const flow: Flow[] = [];
    let joined = 0;
    for (const [at, node] of nodes.entries()) {
      if (at < joined) continue;
      const rows = columnsFrom(nodes, at);
      joined = at + rows.length;
      const made = rows.length > 0 ? [columnTable(this, rows, place)] : this.#node(node, place);
      if (made[0] instanceof Table && flow.at(-1) instanceof Table) flow.push(this.#gap());
      flow.push(...made);
    }
    if (!(flow.at(-1) instanceof Paragraph)) flow.push(this.#gap());
    return flow;
  }

  paragraph(style: string | undefined, children: readonly ParagraphChild[]): Flow {
    return new Paragraph({ ...(style ? { style } : {}), children });
  }

  #node(node: DocumentNode, place: Place): Flow[] {
    switch (node.kind) {
      case 'heading':
        return [this.#heading(node, place)];
      case 'paragraph':
        return [this.#paragraph(node, place)];
      case 'list':
        return this.#list(node, place);
      case 'table':
        return this.#table(node, place);
      case 'picture':
        return [this.#picture(node, place)];
      case 'columns':
        return [columnTable(this, [node.columns], place)];
    }
  }

  #heading(node: Node<'heading'>, place: Place): Flow {
    const style = node === this.#title ? 'Title' : `Heading${node.level}`;
    const runs = this.text.runs(node.children, { lang: node.lang ?? place.lang });
    const bookmark = node.id === undefined ? undefined : this.#bookmarks.get(node.id);
    if (bookmark === undefined) return new Paragraph({ style, children: runs });
    // With an id of our own, because the library counts on from one document to the next.
    const number = [...this.#bookmarks.values()].indexOf(bookmark) + 1;
    const children = [new BookmarkStart(bookmark, number), ...runs, new BookmarkEnd(number)];
    return new Paragraph({ style, children: children as ParagraphChild[] });
  }

  #paragraph({ role, lang, children }: Node<'paragraph'>, place: Place): Flow {
    const style = (role === undefined ? undefined : STYLE_OF_ROLE[role]) ?? place.style;
    const setting = { lang: lang ?? place.lang, ...(place.bold ? { bold: true } : {}) };
    const runs = this.text.runs(children, setting);
    return role === 'contents'
      ? this.#entry(children, runs, place)
      : new Paragraph({ ...(style ? { style } : {}), children: runs });
  }

  /** Of the contents, with the number of the page, which Word finds. */
  #entry(children: readonly Inline[], runs: readonly ParagraphChild[], { width }: Place): Flow {
    const link = children.find((child) => child.kind === 'link');
    const bookmark = link ? this.text.bookmarkOf(link.href) : undefined;
    const number = bookmark
      ? [new TextRun({ children: [new Tab()] }), new PageReference(bookmark, { hyperlink: true })]
      : [];
    return new Paragraph({
      style: bookmark && this.#levels.get(bookmark) !== 1 ? 'TOC2' : 'TOC1',
      tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }],
      children: [...runs, ...number],
    });
  }

  #list({ ordered, lang, items }: Node<'list'>, place: Place): Flow[] {
    const reference = ordered ? NUMBERS : BULLETS;
    const instance = (this.#lists += 1);
    const level = listLevel(place.depth);
    const within = { ...place, lang: lang ?? place.lang, depth: place.depth + 1 };
    return items.flatMap((nodes) => {
      const [first, ...rest] = nodes;
      // A list of contents has no numbers of its own, and neither has an item that opens with something else.
      if (first?.kind !== 'paragraph' || first.role === 'contents') return this.flow(nodes, within);
      const runs = this.text.runs(first.children, { lang: first.lang ?? within.lang });
      const item = new Paragraph({
        style: place.style ?? 'ListParagraph',
        numbering: { reference, level, instance },
        children: runs,
      });
      return rest.length > 0 ? [item, ...this.flow(rest, within)] : [item];
    });
  }

  #table(node: Node<'table'>, place: Place): Flow[] {
    const lang = node.lang ?? place.lang;
    const table = dataTable(this, node, { ...place, lang });
    return node.caption
      ? [this.paragraph('Caption', this.text.runs(node.caption, { lang })), table]
      : [table];
  }

  #picture({ png, width, height, alt }: Node<'picture'>, place: Place): Flow {
    const scale = Math.min(1, (place.width * PIXELS_PER_TWIP) / (width * MM_TO_PIXELS));
    const image = new ImageRun({
      type: 'png',
      data: Buffer.from(png, 'base64'),
      transformation: {
        width: Math.round(width * MM_TO_PIXELS * scale),
        height: Math.round(height * MM_TO_PIXELS * scale),
      },
      altText: { id: '1', name: 'Picture', description: wordText(alt) },
    });
    return this.paragraph(undefined, [image]);
  }

  #gap(): Flow {
    return this.paragraph('TableGap', []);
  }
}

/** The columns that follow each other: their rows make one table, and stay beside each other. */
function columnsFrom(nodes: readonly DocumentNode[], at: number): DocumentNode[][][] {
  const first = nodes[at];
  if (first?.kind !== 'columns') return [];
  const rows: DocumentNode[][][] = [];
  for (let next = at; ; next += 1) {
    const node = nodes[next];
    if (node?.kind !== 'columns' || node.columns.length !== first.columns.length) return rows;
    rows.push(node.columns);
  }
}
