/** A browser's tab that shows one handout after another and prints each. */
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { SECURITY_HEADERS } from '../../shared/policies/headers';
import type { WindowFiles } from '../window-files';

/** Reserved by RFC 2606: no such host can be. */
const ORIGIN = 'https://print.paralel.invalid';
export const PRINT_PAGE = '/print.html';

export interface PrintTabOptions {
  /** The page's code, styles and fonts. */
  files: WindowFiles;
  /** Told of every address that the page asked for and did not get. */
  onRefused?: ((url: string) => void) | undefined;
}

/** Each handout is a page of its own. Only its code and fonts are the same, and a kept tab has them compiled. */
export class PrintTab {
  #html = '';

  private constructor(
    readonly browser: Browser,
    private readonly context: BrowserContext,
    private readonly page: Page,
    private readonly options: PrintTabOptions,
  ) {}

  static async open(browser: Browser, options: PrintTabOptions): Promise<PrintTab> {
    const context = await browser.newContext({
      offline: true,
      serviceWorkers: 'block',
      acceptDownloads: false,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(0); // whoever prints has one deadline for all of it
    const tab = new PrintTab(browser, context, page, options);
    await context.route('**/*', (route) => tab.#answer(route));
    return tab;
  }

  /** @param html the print page with a handout in it */
  async pdf(html: string): Promise<Uint8Array> {
    this.#html = html;
    const { promise: crashed, reject } = Promise.withResolvers<never>();
    const onCrash = () => reject(new Error('the page crashed'));
    this.page.once('crash', onCrash);
    try {
      return await Promise.race([this.#print(), crashed]);
    } finally {
      this.page.off('crash', onCrash);
      this.#html = '';
    }
  }

  /** Also stops what still runs in it. */
  async close(): Promise<void> {
    if (this.browser.isConnected()) await this.context.close();
  }

  async #print(): Promise<Uint8Array> {
    await this.page.goto(ORIGIN + PRINT_PAGE);
    const root = this.page.locator('html[data-ready], html[data-failed]');
    await root.waitFor({ state: 'attached' });
    const failure = await root.getAttribute('data-failed');
    if (failure !== null) throw new Error(failure);
    return this.page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  }

  async #answer(route: Route): Promise<void> {
    const { files, onRefused } = this.options;
    const url = new URL(route.request().url());
    const file = url.origin === ORIGIN ? files.get(url.pathname) : undefined;
    if (!file) {
      onRefused?.(url.href);
      await route.abort('addressunreachable');
      return;
    }
    await route.fulfill({
      headers: { ...SECURITY_HEADERS, 'Content-Type': file.type },
      body: url.pathname === PRINT_PAGE ? this.#html : file.bytes,
    });
  }
}
