/** A PDF file read back, by other engines than the one that wrote it. */
import { readFileSync } from 'node:fs';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  pages: number;
  /** One line of text a page. */
  text: string;
  title: string | undefined;
  lang: string | undefined;
  isTagged: boolean;
  /** What a screen reader is told that there is: `H1`, `Table` … */
  roles: string[];
  /** Titles of the outline, each with its headings. */
  outline: { title: string; headings: string[] }[];
  fonts: PdfFont[];
}

export interface PdfFont {
  /** Without the six letters that tell of a subset: `SourceSerif4-Roman`; `Type3` for nameless shapes. */
  name: string;
  isEmbedded: boolean;
}

export async function readPdf(file: string): Promise<ReadPdf> {
  const bytes = new Uint8Array(readFileSync(file));
  const fonts = await fontsOf(bytes);
  const task = getDocument({ data: bytes, useSystemFonts: false, verbosity: 0 });
  try {
    const pdf = await task.promise;
    const texts: string[] = [];
    const roles = new Set<string>();
    for (let at = 1; at <= pdf.numPages; at += 1) {
      const page = await pdf.getPage(at);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
      texts.push(text.replaceAll(/\s+/gu, ' '));
      for (const role of rolesIn(await page.getStructTree())) roles.add(role);
    }
    const { info } = await pdf.getMetadata();
    const { Title: title, Language: lang } = info as { Title?: string; Language?: string };
    return {
      pages: pdf.numPages,
      text: texts.join('\n').normalize('NFC'),
      title,
      lang,
      isTagged: (await pdf.getMarkInfo())?.Marked === true,
      roles: [...roles],
      outline: await outlineOf(pdf),
      fonts,
    };
  } finally {
    await task.destroy();
  }
}

function rolesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'role' in node ? [String(node.role)] : [];
  const children: unknown[] = 'children' in node && Array.isArray(node.children) ? node.children : [];
  return [...own, ...children.flatMap(rolesIn)];
}

async function outlineOf(pdf: PDFDocumentProxy): Promise<ReadPdf['outline']> {
  const outline: { title: string; items: { title: string }[] }[] = (await pdf.getOutline()) ?? [];
  return outline.map(({ title, items }) => ({ title, headings: items.map((item) => item.title) }));
}

const EMBEDDED = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => PDFName.of(key));

async function fontsOf(bytes: Uint8Array): Promise<PdfFont[]> {
  const { context } = await PDFDocument.load(bytes);
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict)) return [];
    if (object.get(PDFName.of('Subtype')) === PDFName.of('Type3'))
      return [{ name: 'Type3', isEmbedded: false }];
    if (object.get(PDFName.of('Type')) !== PDFName.of('FontDescriptor')) return [];
    const name = String(object.get(PDFName.of('FontName'))).replace(/^\/(?:[A-Z]{6}\+)?/u, '');
    return [{ name, isEmbedded: EMBEDDED.some((key) => object.has(key)) }];
  });
}
