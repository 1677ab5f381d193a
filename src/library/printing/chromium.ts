/** Prints with a Chromium over its debugging pipe. */
import type { Browser } from 'playwright-core';
import type { Handout, HandoutFormat } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { readWindowFiles, type WindowFiles } from '../window-files';
import { type Finisher, MEDIUM } from './finish-apart';
import { launchChromium } from './launch';
import { printPage } from './page';
import { createPress } from './press';
import { PRINT_PAGE, PrintTab } from './print-tab';
import {
  type HandoutPrinter,
  IDLE_MS,
  type LaidOut,
  type Made,
  type MakeOptions,
  type Preview,
} from './printer';

/** Far above what is needed: six pages take half a second on two slow cores, and each further page 25 ms. */
const DEADLINE_MS = 60_000;
const DEADLINE_PER_CHAPTER_MS = 2_000;

export interface ChromiumPrinterOptions {
  /** The folder of the built window, `print.html` and its assets among it. Read at the first handout. */
  windowFolder: string;
  /** Told of every address that the page asked for and did not get. */
  onRefused?: (url: string) => void;
  launch?: () => Promise<Browser>;
  /** Starts a process that finishes large documents. */
  spawn?: () => Finisher;
  /** The browser is kept this long after the last handout. */
  idleMs?: number;
}

export class ChromiumPrinter implements HandoutPrinter {
  #browser: Promise<Browser> | undefined;
  /** One is kept for the next handout. */
  #tab: PrintTab | undefined;
  #idle: NodeJS.Timeout | undefined;
  #printing = 0;
  #files: WindowFiles | undefined;

  readonly #press: ReturnType<typeof createPress>;

  constructor(private readonly options: ChromiumPrinterOptions) {
    this.#press = createPress((handout, work, signal) => this.#withLaidOut(handout, work, signal), {
      spawn: options.spawn,
      above: MEDIUM,
    });
  }

  make(handout: Handout, as: HandoutFormat, options?: MakeOptions): Promise<Made> {
    return this.#press.make(handout, as, options);
  }

  preview(handout: Handout, options?: MakeOptions): Promise<Preview> {
    return this.#press.preview(handout, options);
  }

  async #withLaidOut<T>(
    handout: Handout,
    work: (page: LaidOut) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    signal?.throwIfAborted();
    // Of five hundred pages many megabytes, which are not to lie twice in V8's own memory.
    const page = Buffer.from(printPage(this.#template(), handout), 'utf8');
    const deadline = AbortSignal.timeout(DEADLINE_MS + handout.chapters.length * DEADLINE_PER_CHAPTER_MS);
    const stop = signal ? AbortSignal.any([signal, deadline]) : deadline;
    this.#begin();
    try {
      return await this.#laidOut(page, work, stop);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof AppError) throw error;
      const detail = deadline.aborted ? 'it took too long' : reasonOf(error);
      throw new AppError('print.failed', { detail }, { cause: error });
    } finally {
      this.#end();
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const browser = this.#browser;
    this.#browser = undefined;
    this.#tab = undefined;
    await (await browser?.catch(() => undefined))?.close();
  }

  /** A browser that was kept may have been closed meanwhile, by the system or by hand: then a new one tries. */
  async #laidOut<T>(page: Buffer, work: (page: LaidOut) => Promise<T>, stop: AbortSignal): Promise<T> {
    const wasKept = this.#browser !== undefined;
    const browser = await untilAborted(this.#open(), stop);
    try {
      return await this.#render(browser, page, work, stop);
    } catch (error) {
      if (!wasKept || stop.aborted || browser.isConnected()) throw error;
      return await this.#render(await untilAborted(this.#open(), stop), page, work, stop);
    }
  }

  async #render<T>(
    browser: Browser,
    page: Buffer,
    work: (page: LaidOut) => Promise<T>,
    stop: AbortSignal,
  ): Promise<T> {
    const { promise: lost, reject } = Promise.withResolvers<never>();
    const onLost = () => reject(new Error('the browser stopped'));
    browser.once('disconnected', onLost);
    // Playwright leaves some calls open for ever when the browser goes while they are under way.
    const unlessLost = <R>(what: Promise<R>) => untilAborted(Promise.race([what, lost]), stop);
    try {
      const tab = await unlessLost(this.#takeTab(browser));
      try {
        const made = await unlessLost(tab.show(page, work));
        await this.#giveBack(tab);
        return made;
      } catch (error) {
        // Nothing is printed on a page where something went wrong. Closing it is not waited for: it may hang as well.
        tab.close().catch(() => undefined);
        throw error;
      }
    } finally {
      browser.off('disconnected', onLost);
    }
  }

  /** The tab that was kept, or a new one where it is in use or its browser has gone. */
  async #takeTab(browser: Browser): Promise<PrintTab> {
    const kept = this.#tab;
    this.#tab = undefined;
    if (kept?.browser === browser) return kept;
    return PrintTab.open(browser, { files: this.#window(), onRefused: this.options.onRefused });
  }

  async #giveBack(tab: PrintTab): Promise<void> {
    if (this.#tab) await tab.close();
    else this.#tab = tab;
  }

  #window(): WindowFiles {
    const { windowFolder } = this.options;
    try {
      return (this.#files ??= readWindowFiles(windowFolder));
    } catch (cause) {
      throw new AppError('resource.missing', { file: windowFolder }, { cause });
    }
  }

  #template(): string {
    const template = this.#window().get(PRINT_PAGE);
    if (!template) throw new AppError('resource.missing', { file: this.options.windowFolder + PRINT_PAGE });
    return template.bytes.toString('utf8');
  }

  /** Kept and shared; one that has died or never started is replaced. */
  async #open(): Promise<Browser> {
    const known = this.#browser;
    if (known && (await known.catch(() => undefined))?.isConnected()) return known;
    if (this.#browser === known) this.#browser = (this.options.launch ?? launchChromium)();
    return this.#browser ?? this.#open();
  }

  #begin(): void {
    this.#printing += 1;
    clearTimeout(this.#idle);
  }

  #end(): void {
    this.#printing -= 1;
    if (this.#printing > 0) return;
    this.#idle = setTimeout(() => void this.close(), this.options.idleMs ?? IDLE_MS).unref();
  }
}

/** Once aborted, `work` is left to end by itself, and how it ends is nobody's concern. */
async function untilAborted<T>(work: Promise<T>, stop: AbortSignal): Promise<T> {
  work.catch(() => undefined);
  stop.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(stop.reason);
  stop.addEventListener('abort', onAbort);
  try {
    return await Promise.race([work, promise]);
  } finally {
    stop.removeEventListener('abort', onAbort);
  }
}

/** The first line: what follows in Playwright's messages is its own log. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}
