/** Electron's printToPDF over Chromium's own: the same engine, with Electron's defaults (print-to-pdf-options.md). */
import type Electron from 'electron';
import type { Tab } from './chromium/tab.ts';

/** In inches, as Electron has them. */
const PAPERS: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
};

/** One centimetre, for a side that is not named. */
const MARGIN = 0.4;

export async function printToPdf({ session }: Tab, options: Electron.PrintToPDFOptions): Promise<Buffer> {
  const [paperWidth, paperHeight] = paperOf(options.pageSize ?? 'Letter');
  const { top, bottom, left, right } = {
    top: MARGIN,
    bottom: MARGIN,
    left: MARGIN,
    right: MARGIN,
    ...options.margins,
  };
  for (const side of [top, bottom, left, right])
    if (typeof side !== 'number' || side < 0) throw new Error('margins must be inches that are not negative');
  if (paperWidth <= left + right || paperHeight <= top + bottom)
    throw new Error('margins must be less than or equal to pageSize');
  const { data } = await session.send('Page.printToPDF', {
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    paperWidth,
    paperHeight,
    marginTop: top,
    marginBottom: bottom,
    marginLeft: left,
    marginRight: right,
    pageRanges: options.pageRanges ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
  });
  return Buffer.from(data, 'base64');
}

function paperOf(size: NonNullable<Electron.PrintToPDFOptions['pageSize']>): readonly [number, number] {
  if (typeof size === 'object') return [size.width, size.height];
  const paper = PAPERS[size];
  if (!paper) throw new Error(`Invalid pageSize ${size}`);
  return paper;
}
