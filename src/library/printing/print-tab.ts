/** A browser's tab that shows one handout after another. */
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { SECURITY_HEADERS } from '../../shared/policies/headers';
import type { WindowFiles } from '../window-files';
import type { LaidOut } from './printer';

/** Reserved by RFC 2606: no such host can be. */
const ORIGIN = 'https://print.paralel.invalid';
export const PRINT_PAGE = '/print.html';

export interface PrintTabOptions {
  /** The page's code, styles and fonts. */
  files: WindowFiles;
  /** Told of every address that the page asked for and did not get. */
  onRefused?: ((url: string) => void) | undefined;
}

/** Runs in the page. */
const ASKED = ({ method, args }: { method: string; args: unknown[] }): never => {
  const { handout } = globalThis as unknown as { handout: Record<string, (...args: unknown[]) => never> };
  return handout[method]?.(...args) as never;
};

/** Each handout is a page of its own. Only its code and fonts are the same, and a kept tab has them compiled. */
export class PrintTab {
  #html: Buffer | undefined;

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
  async show<T>(html: Buffer, work: (page: LaidOut) => Promise<T>): Promise<T> {
    this.#html = html;
    const { promise: crashed, reject } = Promise.withResolvers<never>();
    const onCrash = () => reject(new Error('the page crashed'));
    this.page.once('crash', onCrash);
    try {
      return await Promise.race([this.#layOut().then(() => work(this.#laidOut)), crashed]);
    } finally {
      this.page.off('crash', onCrash);
      this.#html = undefined;
    }
  }

  /** Also stops what still runs in it. */
  async close(): Promise<void> {
    if (this.browser.isConnected()) await this.context.close();
  }

  async #layOut(): Promise<void> {
    await this.page.goto(ORIGIN + PRINT_PAGE);
    const root = this.page.locator('html[data-ready], html[data-failed]');
    await root.waitFor({ state: 'attached' });
    this.#html = undefined;
    const failure = await root.getAttribute('data-failed');
    if (failure !== null) throw new Error(failure);
  }

  readonly #laidOut: LaidOut = {
    pdf: (draft) =>
      this.page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: !draft, outline: !draft }),
    ask: (method, ...args) => this.page.evaluate(ASKED, { method, args }),
  };

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
      body: url.pathname === PRINT_PAGE ? (this.#html ?? '') : file.bytes,
    });
  }
}
