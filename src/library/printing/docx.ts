/**
 * A handout for word processors: sections, styles, tables and links that are theirs, to be edited further.
 * To be loaded only when one is wanted: what writes it is as large as all the rest of the library process.
 */
import { Document, Footer, Header, Packer, PageNumber, PageOrientation, Paragraph, SectionType, Tab, TabStopType, TextRun } from 'docx'; // prettier-ignore
import type { DocumentSheet, DocumentTree } from '../../shared/print-page';
import { contentWidth, DocxBody, TWIPS_PER_MM } from './docx-body';
import { FONT_TABLE, packDocx } from './docx-package';
import { documentStyles, listLevels } from './docx-styles';
import { wordLang, wordText } from './docx-text';

export interface DocumentInfo {
  author: string;
  subject: string;
  keywords: string;
  language: string;
}

/** Of the running heads, from the paper's edge, and of the text beneath them. */
const HEAD_MM = 10;
const LEAST_TOP_MM = 20;
const LEAST_FOOT_MM = 18;

/** The same tree makes the same bytes. */
export async function docxOf(tree: DocumentTree, info: DocumentInfo): Promise<Uint8Array> {
  const body = new DocxBody(tree);
  const document = new Document({
    title: wordText(tree.title),
    creator: wordText(info.author),
    lastModifiedBy: wordText(info.author),
    subject: wordText(info.subject),
    description: wordText(info.subject),
    keywords: wordText(info.keywords),
    styles: documentStyles(tree.size, wordLang(tree.lang)),
    numbering: { config: listLevels() },
    sections: tree.sheets.map((sheet) => ({
      properties: {
        type: SectionType.NEXT_PAGE,
        page: { size: pageSize(sheet), margin: pageMargin(sheet) },
      },
      headers: { default: runningHead(sheet) },
      footers: { default: foot(sheet) },
      children: body.of(sheet),
    })),
  });
  const packed = await Packer.pack(document, 'uint8array', undefined, [FONT_TABLE]);
  return packDocx(packed, wordLang(info.language));
}

/** The library turns paper that lies across by itself, and wants it upright. */
function pageSize({ width, height }: DocumentSheet) {
  return {
    width: Math.round(Math.min(width, height) * TWIPS_PER_MM),
    height: Math.round(Math.max(width, height) * TWIPS_PER_MM),
    orientation: width > height ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
  };
}

function pageMargin({ margin }: DocumentSheet) {
  const twips = (millimetres: number) => Math.round(millimetres * TWIPS_PER_MM);
  return {
    top: twips(Math.max(margin, LEAST_TOP_MM)),
    bottom: twips(Math.max(margin, LEAST_FOOT_MM)),
    left: twips(margin),
    right: twips(margin),
    header: twips(HEAD_MM),
    footer: twips(HEAD_MM),
  };
}

function runningHead(sheet: DocumentSheet) {
  const width = contentWidth(sheet);
  const [left, centre, right] = sheet.head.map(wordText);
  if (!left && !centre && !right) return new Header({ children: [new Paragraph({ style: 'Header' })] });
  const tabStops = [
    { type: TabStopType.CENTER, position: Math.round(width / 2) },
    { type: TabStopType.RIGHT, position: width },
  ];
  const children = [
    new TextRun(left ?? ''),
    new TextRun({ children: [new Tab(), centre ?? ''] }),
    new TextRun({ children: [new Tab(), right ?? ''] }),
  ];
  return new Header({ children: [new Paragraph({ style: 'RunningHead', tabStops, children })] });
}

function foot(sheet: DocumentSheet) {
  const tabStops = [{ type: TabStopType.RIGHT, position: contentWidth(sheet) }];
  const children = [
    new TextRun(wordText(sheet.foot)),
    new TextRun({ children: [new Tab(), PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
  ];
  return new Footer({ children: [new Paragraph({ style: 'Footer', tabStops, children })] });
}
