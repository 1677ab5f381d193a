/** Where text stands on the pages of a PDF, as pdf.js lays it out. */
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

async function withPdf<T>(bytes: Uint8Array, look: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  // A copy, because the bytes go over to pdf.js for good.
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  try {
    return await look(await task.promise);
  } finally {
    await task.destroy();
  }
}

export interface OutlineEntry {
  title: string;
  /** From 1; undefined where it leads nowhere. */
  page: number | undefined;
  items: OutlineEntry[];
}

type PdfOutline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

export async function outlineOf(bytes: Uint8Array): Promise<OutlineEntry[]> {
  return withPdf(bytes, async (pdf) => {
    const pageOf = async (dest: string | unknown[] | null): Promise<number | undefined> => {
      const [page] = (typeof dest === 'string' ? await pdf.getDestination(dest) : dest) ?? [];
      if (typeof page === 'number') return page + 1;
      return isPageRef(page) ? (await pdf.getPageIndex(page)) + 1 : undefined;
    };
    const entries = async (items: PdfOutline | null): Promise<OutlineEntry[]> =>
      Promise.all(
        (items ?? []).map(async ({ title, dest, items: inner }) => ({
          title,
          page: await pageOf(dest),
          items: await entries(inner),
        })),
      );
    return entries(await pdf.getOutline());
  });
}

const isPageRef = (page: unknown): page is { num: number; gen: number } =>
  typeof page === 'object' && page !== null && 'num' in page && 'gen' in page;

interface Placed {
  page: number;
  text: string;
  /** Left, bottom, right and top, in points; the bottom is the baseline. */
  box: [number, number, number, number];
  /** The marked content that it stands in. */
  id: string | undefined;
  isArtifact: boolean;
}

/** Every piece of text that is not blank. */
async function placed(pdf: PDFDocumentProxy): Promise<Placed[]> {
  const all: Placed[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const marks: { id: string | undefined; isArtifact: boolean }[] = [];
    for (const item of items) {
      if (!('str' in item)) {
        const { type, id } = item;
        if (type === 'endMarkedContent') marks.pop();
        else marks.push({ id, isArtifact: 'tag' in item && item.tag === 'Artifact' });
      } else if (item.str.trim() !== '') {
        const id = marks.findLast((mark) => mark.id)?.id;
        const isArtifact = marks.some((mark) => mark.isArtifact);
        all.push({ page: number, text: item.str, box: boxOf(item), id, isArtifact });
      }
    }
  }
  return all;
}

/** Of text in any direction: from where it begins, along its line, and up by its size. */
function boxOf({ transform, width }: { transform: number[]; width: number }): Placed['box'] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  const size = Math.hypot(a, b) || 1;
  const [endX, endY] = [x + (a / size) * width, y + (b / size) * width];
  const xs = [x, endX, x + c, endX + c];
  const ys = [y, endY, y + d, endY + d];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** In points; positions are rounded by whoever writes them. */
const SLACK = 1;

/** As wide as a page can be (ISO 32000-1, annex C): pdf.js says nothing of letters that begin beyond the page. */
const WIDEST = [-7200, -7200, 7200, 7200] as const;

/** Text that leaves the page, in part or as a whole. */
export async function textWithin(bytes: Uint8Array): Promise<{ page: number; text: string }[]> {
  const wide = await PDFDocument.load(bytes, { updateMetadata: false });
  const boxes = wide.getPages().map((page) => page.getCropBox());
  for (const page of wide.getPages()) {
    const [left, bottom, right, top] = WIDEST;
    page.setMediaBox(left, bottom, right - left, top - bottom);
    page.node.delete(PDFName.of('CropBox'));
  }
  return withPdf(await wide.save(), async (pdf) =>
    (await placed(pdf))
      .filter(({ page, box: [left, bottom, right, top] }) => {
        const { x, y, width, height } = boxes[page - 1]!;
        const isWithinWidth = left >= x - SLACK && right <= x + width + SLACK;
        return !isWithinWidth || bottom < y - SLACK || top > y + height + SLACK;
      })
      .map(({ page, text }) => ({ page, text })),
  );
}

/** The headings under which nothing but headings stands on their page, or in their column of it. */
export async function orphanHeadings(bytes: Uint8Array): Promise<{ page: number; text: string }[]> {
  return withPdf(bytes, async (pdf) => {
    const headings = await headingIds(pdf);
    const spoken = (await placed(pdf)).filter(({ isArtifact }) => !isArtifact);
    const isHeading = ({ id }: Placed) => id !== undefined && headings.has(id);
    // A letter that another font has is a piece of its own.
    const whole = [...Map.groupBy(spoken.filter(isHeading), ({ page, id }) => `${page} ${id}`).values()];
    const alone = whole.map(joined).filter((heading) => {
      const [left, bottom, right] = heading.box;
      return !spoken.some((other) => {
        const [otherLeft, otherBottom, otherRight] = other.box;
        const isBelow = other.page === heading.page && otherBottom < bottom - SLACK && !isHeading(other);
        return isBelow && otherLeft < right && otherRight > left;
      });
    });
    return alone.map(({ page, text }) => ({ page, text }));
  });
}

/** @param pieces of one heading on one page */
function joined(pieces: Placed[]): Placed {
  const side = (at: 0 | 1 | 2 | 3) => pieces.map(({ box }) => box[at]);
  const box: Placed['box'] = [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))]; // prettier-ignore
  return { ...pieces[0]!, text: pieces.map(({ text }) => text).join(''), box };
}

async function headingIds(pdf: PDFDocumentProxy): Promise<Set<string>> {
  const ids = new Set<string>();
  const collect = (node: unknown, isIn: boolean): void => {
    if (typeof node !== 'object' || node === null) return;
    const isHeading = isIn || ('role' in node && /^H[1-6]?$/.test(String(node.role)));
    if (isHeading && 'id' in node && 'type' in node && node.type === 'content') ids.add(String(node.id));
    if ('children' in node && Array.isArray(node.children))
      for (const child of node.children) collect(child, isHeading);
  };
  for (let number = 1; number <= pdf.numPages; number += 1)
    collect(await (await pdf.getPage(number)).getStructTree(), false);
  return ids;
}
