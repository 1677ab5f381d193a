/** Prints with a Chromium over its debugging pipe. */
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import type { Handout } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { SECURITY_HEADERS } from '../../shared/policies/headers';
import { readWindowFiles, type WindowFiles } from '../window-files';
import { finishPdf } from './finish';
import { launchChromium } from './launch';
import { printPage } from './page';
import type { Pdf, PdfPrinter } from './printer';

/** Reserved by RFC 2606: no such host can be. */
const ORIGIN = 'https://print.paralel.invalid';
const PAGE = '/print.html';

const IDLE_MS = 60_000;
/** Far above what is needed: six pages take half a second on two slow cores, and each further page 25 ms. */
const DEADLINE_MS = 60_000;
const DEADLINE_PER_PART_MS = 2_000;

export interface ChromiumPrinterOptions {
  /** The folder of the built window, `print.html` and its assets among it. Read at the first handout. */
  windowFolder: string;
  /** Told of every address that the page asked for and did not get. */
  onRefused?: (url: string) => void;
  launch?: () => Promise<Browser>;
  /** The browser is kept this long after the last handout. */
  idleMs?: number;
}

export class ChromiumPrinter implements PdfPrinter {
  #browser: Promise<Browser> | undefined;
  #idle: NodeJS.Timeout | undefined;
  #printing = 0;
  #files: WindowFiles | undefined;

  constructor(private readonly options: ChromiumPrinterOptions) {}

  async print(handout: Handout, signal?: AbortSignal): Promise<Pdf> {
    signal?.throwIfAborted();
    const page = printPage(this.#template(), handout);
    const deadline = AbortSignal.timeout(DEADLINE_MS + handout.parts.length * DEADLINE_PER_PART_MS);
    const stop = signal ? AbortSignal.any([signal, deadline]) : deadline;
    this.#begin();
    try {
      return await finishPdf(await this.#printed(page, stop), handout);
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
    await (await browser?.catch(() => undefined))?.close();
  }

  /** A browser that was kept may have been closed meanwhile, by the system or by hand: then a new one tries. */
  async #printed(page: string, stop: AbortSignal): Promise<Uint8Array> {
    const wasKept = this.#browser !== undefined;
    const browser = await untilAborted(this.#open(), stop);
    try {
      return await this.#render(browser, page, stop);
    } catch (error) {
      if (!wasKept || stop.aborted || browser.isConnected()) throw error;
      return await this.#render(await untilAborted(this.#open(), stop), page, stop);
    }
  }

  async #render(browser: Browser, page: string, stop: AbortSignal): Promise<Uint8Array> {
    const { promise: lost, reject } = Promise.withResolvers<never>();
    const onLost = () => reject(new Error('the browser stopped'));
    browser.once('disconnected', onLost);
    // Playwright leaves some calls open for ever when the browser goes while they are under way.
    const unlessLost = <T>(work: Promise<T>) => untilAborted(Promise.race([work, lost]), stop);
    try {
      const context = await unlessLost(
        browser.newContext({ offline: true, serviceWorkers: 'block', acceptDownloads: false }),
      );
      try {
        return await unlessLost(this.#renderIn(context, page));
      } finally {
        // Also stops what still runs in it.
        if (browser.isConnected()) await unlessLost(context.close());
      }
    } finally {
      browser.off('disconnected', onLost);
    }
  }

  async #renderIn(context: BrowserContext, page: string): Promise<Uint8Array> {
    await context.route('**/*', (route) => this.#answer(route, page));
    const tab = await context.newPage();
    tab.setDefaultTimeout(0); // one deadline for all of it
    const { promise: crashed, reject } = Promise.withResolvers<never>();
    tab.once('crash', () => reject(new Error('the page crashed')));
    return Promise.race([this.#pdfOf(tab), crashed]);
  }

  async #pdfOf(tab: Page): Promise<Uint8Array> {
    await tab.goto(ORIGIN + PAGE);
    const root = tab.locator('html[data-ready], html[data-failed]');
    await root.waitFor({ state: 'attached' });
    const failure = await root.getAttribute('data-failed');
    if (failure !== null) throw new Error(failure);
    return tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  }

  async #answer(route: Route, page: string): Promise<void> {
    const url = new URL(route.request().url());
    const file = url.origin === ORIGIN ? this.#window().get(url.pathname) : undefined;
    if (!file) {
      this.options.onRefused?.(url.href);
      await route.abort('addressunreachable');
      return;
    }
    await route.fulfill({
      headers: { ...SECURITY_HEADERS, 'Content-Type': file.type },
      body: url.pathname === PAGE ? page : file.bytes,
    });
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
    const template = this.#window().get(PAGE);
    if (!template) throw new AppError('resource.missing', { file: this.options.windowFolder + PAGE });
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
