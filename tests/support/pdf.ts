/** A PDF read back, by another engine than the one that wrote it. */
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  pages: number;
  /** One line of text a page. */
  text: string;
  title: string | undefined;
  lang: string | undefined;
}

export async function readPdf(file: string): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), useSystemFonts: false, verbosity: 0 });
  try {
    const pdf = await task.promise;
    const texts: string[] = [];
    for (let page = 1; page <= pdf.numPages; page += 1) {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      texts.push(
        items
          .map((item) => ('str' in item ? item.str : ''))
          .join(' ')
          .replaceAll(/\s+/gu, ' '),
      );
    }
    const { info } = await pdf.getMetadata();
    const { Title: title, Language: lang } = info as { Title?: string; Language?: string };
    return { pages: pdf.numPages, text: texts.join('\n').normalize('NFC'), title, lang };
  } finally {
    await task.destroy();
  }
}
