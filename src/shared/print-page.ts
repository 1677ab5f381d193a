/**
 * What the print page offers to whoever prints it, as `window.handout`, once its root element says `data-ready`.
 * Called by name over the debugging protocol, so that all of it is plain data.
 */

/** Of an anchor in the page: the number of the page on which it stands, from 1. */
export type PageNumbers = Readonly<Record<string, number>>;

export interface PrintPage {
  /**
   * Fills in the numbers of the contents; an anchor that is not named keeps its blank.
   * The room for them is there before, so that nothing moves.
   */
  number(pages: PageNumbers): void;
  /** The anchors that `number` is about; empty where there are no contents. */
  numbered(): string[];
  /** The document in one file, with its styles and faces in it, and nothing that runs. */
  html(): Promise<string>;
  /** The document as a tree, for other formats. */
  tree(): Promise<DocumentTree>;
}

/** How running text is set; absent is false. */
export interface InlineStyle {
  bold?: true;
  italic?: true;
  /** Raised or lowered. */
  script?: 'super' | 'sub';
  /** Grey in print. */
  soft?: true;
}

export type Inline =
  | ({ kind: 'text'; text: string; lang?: string } & InlineStyle)
  | { kind: 'break' }
  /** To an anchor of the document (`#part-1`) or to an https address. */
  | { kind: 'link'; href: string; children: Inline[] };

export interface Cell {
  /** In table heads and at the head of a row. */
  isHead: boolean;
  lang?: string;
  columns: number;
  rows: number;
  children: DocumentNode[];
}

export type DocumentNode =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4 | 5 | 6; id?: string; lang?: string; children: Inline[] }
  | {
      kind: 'paragraph';
      /** What it is: `status`, `caption`, `blank` for a line to write on, `quote`, `small`. */
      role?: string;
      lang?: string;
      children: Inline[];
    }
  | { kind: 'list'; ordered: boolean; lang?: string; items: DocumentNode[][] }
  | {
      kind: 'table';
      caption?: Inline[];
      lang?: string;
      /** Rows of the head come first. */ heads: number;
      rows: Cell[][];
    }
  /** PNG as base64; sizes in millimetres. */
  | { kind: 'picture'; png: string; width: number; height: number; alt: string }
  /** Columns side by side, such as editions. */
  | { kind: 'columns'; columns: DocumentNode[][] };

export interface DocumentSheet {
  /** Millimetres, as it lies. */
  width: number;
  height: number;
  margin: number;
  /** Running head and foot: left, centre, right. */
  head: [string, string, string];
  foot: string;
  nodes: DocumentNode[];
}

export interface DocumentTree {
  lang: string;
  title: string;
  /** Points. */
  size: number;
  sheets: DocumentSheet[];
}
