/** What Chromium leaves out of a PDF: who made it, with what, and about what it is. */
import type { Handout } from '../../shared/contract';
import { version } from '../../shared/version';
import { showLocalized } from '../shown';
import type { Pdf } from './printer';

export async function finishPdf(printed: Uint8Array, handout: Handout, now = new Date()): Promise<Pdf> {
  // Loaded here, because a start that prints nothing should not pay for it.
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const pdf = await PDFDocument.load(printed, { updateMetadata: false });
  const engine = pdf.getProducer();
  pdf.setTitle(handout.title, { showInWindowTitleBar: true });
  pdf.setLanguage(handout.lang);
  pdf.setAuthor('Paralel');
  pdf.setSubject(showLocalized(handout.library.title, handout.lang));
  pdf.setCreator(`Paralel ${version}`);
  pdf.setProducer([engine, 'pdf-lib'].filter(Boolean).join(', '));
  pdf.setCreationDate(now);
  pdf.setModificationDate(now);
  return { bytes: await pdf.save(), pages: pdf.getPageCount() };
}
