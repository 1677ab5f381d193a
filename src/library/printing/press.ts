/** From a handout to a document: laid out in an engine, numbered, finished. */
import type { Handout, HandoutFormat } from '../../shared/contract';
import type { DocumentTree, PageNumbers } from '../../shared/print-page';
import { localizedIn } from '../../core/text/localized';
import { finish, finishable, type Apart } from './finish-apart';
import type { HandoutPrinter, LaidOut, Made, MakeOptions, Preview, WithLaidOut } from './printer';

/** Of a PDF: laid out, printed, finished. */
const STEPS = 3;

/** @param apart where large documents are finished */
export function createPress(withLaidOut: WithLaidOut, apart: Apart = {}): Omit<HandoutPrinter, 'close'> {
  /** What the contents said last, and of what: mostly they say the same after an option has changed. */
  let last: { numbers: PageNumbers; request: string } = { numbers: {}, request: '' };

  /** Where the anchors stand in what was printed of it; remembered for the next time. */
  async function look(
    printed: Uint8Array,
    anchors: readonly string[],
    handout: Handout,
  ): Promise<PageNumbers> {
    const { pagesOf } = await import('./destinations');
    const numbers = await pagesOf(printed, anchors);
    last = { numbers, request: JSON.stringify(handout.request) };
    return numbers;
  }

  /**
   * A draft says where everything stands. What has been previewed needs none, and is looked at afterwards, should the
   * library have changed meanwhile.
   */
  async function numbered(page: LaidOut, handout: Handout): Promise<Uint8Array> {
    const anchors = await page.ask<string[]>('numbered');
    if (anchors.length === 0) return page.pdf(false);
    const isKnown = last.request === JSON.stringify(handout.request);
    const numbers = isKnown ? last.numbers : await look(await page.pdf(true), anchors, handout);
    await page.ask('number', numbers);
    const printed = await page.pdf(false);
    const real = await look(printed, anchors, handout);
    if (anchors.every((anchor) => numbers[anchor] === real[anchor])) return printed;
    await page.ask('number', real);
    return page.pdf(false);
  }

  async function pdf(handout: Handout, { signal, onProgress }: MakeOptions): Promise<Made> {
    const kept = finishable(handout);
    const printed = await withLaidOut(
      handout,
      async (page) => {
        onProgress?.(1, STEPS);
        return numbered(page, handout);
      },
      signal,
    );
    onProgress?.(2, STEPS);
    const made = await finish(printed, kept, { ...apart, signal });
    onProgress?.(STEPS, STEPS);
    return made;
  }

  /** Where the contents' numbers have changed, a first draft shows the old ones; the next preview knows the new ones. */
  function preview(handout: Handout, { signal }: MakeOptions = {}): Promise<Preview> {
    return withLaidOut(
      handout,
      async (page) => {
        const anchors = await page.ask<string[]>('numbered');
        if (anchors.length === 0) return { ...(await drafted(await page.pdf(true))), isFinal: true };
        const shown = last.numbers;
        await page.ask('number', shown);
        const draft = await page.pdf(true);
        const numbers = await look(draft, anchors, handout);
        const isFinal = anchors.every((anchor) => shown[anchor] === numbers[anchor]);
        return { ...(await drafted(draft)), isFinal };
      },
      signal,
    );
  }

  async function make(handout: Handout, as: HandoutFormat, options: MakeOptions = {}): Promise<Made> {
    const { signal, onProgress } = options;
    if (as === 'pdf') return pdf(handout, options);
    if (as === 'html') {
      const html = await withLaidOut(handout, (page) => page.ask<string>('html'), signal);
      onProgress?.(1, 1);
      return { bytes: Buffer.from(html, 'utf8'), pages: 0 };
    }
    const tree = await withLaidOut(handout, (page) => page.ask<DocumentTree>('tree'), signal);
    onProgress?.(1, 2);
    const { docxOf } = await import('./docx');
    const bytes = await docxOf(tree, {
      author: 'Paralel',
      subject: localizedIn(handout.library.title, handout.lang),
      keywords: [...new Set(handout.chapters.flatMap(({ editions }) => editions.map(({ title }) => title)))].join('; '), // prettier-ignore
      language: handout.lang,
    });
    onProgress?.(2, 2);
    return { bytes, pages: 0 };
  }

  return { make, preview };
}

async function drafted(bytes: Uint8Array): Promise<Made> {
  const { countPages } = await import('./destinations');
  return { bytes, pages: countPages(bytes) };
}
