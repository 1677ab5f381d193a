/** The application's windows as Playwright's pages. A page that the double turned away at the door is none. */
import type { BrowserContext, Page } from 'playwright-core';

export class Windows {
  readonly #isWindow: (page: Page) => Promise<boolean>;
  readonly #pages: Page[] = [];
  readonly #waiting = new Set<() => void>();

  /** @param isWindow asked of every page once */
  constructor(context: BrowserContext, isWindow: (page: Page) => Promise<boolean>) {
    this.#isWindow = isWindow;
    context.on('page', (page) => void this.#add(page));
    for (const page of context.pages()) void this.#add(page);
  }

  open(): Page[] {
    return this.#pages.filter((page) => !page.isClosed());
  }

  async first(): Promise<Page> {
    return this.#until(() => this.open()[0]);
  }

  /** From now on. */
  async next(): Promise<Page> {
    const before = new Set(this.#pages);
    return this.#until(() => this.open().find((page) => !before.has(page)));
  }

  async #add(page: Page): Promise<void> {
    if (!(await this.#isWindow(page).catch(() => false))) return;
    this.#pages.push(page);
    for (const look of this.#waiting) look();
  }

  #until(find: () => Page | undefined): Promise<Page> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`no window after ${PATIENCE_MS / 1000} s`));
      }, PATIENCE_MS).unref();
      const look = (): void => {
        const found = find();
        if (!found) return;
        clearTimeout(late);
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }
}

const PATIENCE_MS = 30_000;
