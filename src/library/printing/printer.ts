/** What makes a PDF of a handout, whichever engine stands behind it. */
import type { Handout } from '../../shared/contract';

export interface Pdf {
  bytes: Uint8Array;
  pages: number;
}

export interface PdfPrinter {
  /**
   * Rejects with the signal's reason where it aborts.
   * @throws AppError 'print.no-browser' | 'print.failed'
   */
  print(handout: Handout, signal?: AbortSignal): Promise<Pdf>;
  /** Lets go of everything; printing again opens it again. */
  close(): Promise<void>;
}
