/** Electron's navigationHistory. Chromium tells it on request only, so it is asked after every step. */
import type Electron from 'electron';
import { fromEngine } from './addresses.ts';
import { isEmptyPage, type Tab } from './chromium/tab.ts';
import { SessionEnded } from './chromium/session.ts';
import { onlyInstances } from './gaps.ts';

type Go = (act: (tab: Tab) => Promise<unknown>) => Promise<void>;

export class NavigationHistory implements Electron.NavigationHistory {
  readonly #tab: Promise<Tab>;
  readonly #go: Go;
  #entries: { id: number; url: string; title: string }[] = [];
  #index = -1;

  constructor(tab: Promise<Tab>, go: Go) {
    this.#tab = tab;
    this.#go = go;
    void tab.then((opened) => {
      const refresh = (): void => void this.#refresh(opened);
      opened.on('navigated', refresh).on('moved', refresh).on('lifecycle', refresh);
    });
  }

  async #refresh({ session }: Tab): Promise<void> {
    try {
      const { entries, currentIndex } = await session.send('Page.getNavigationHistory');
      // The empty page that every tab begins with is none of the application's.
      const own = entries.filter(({ url }) => !isEmptyPage(url));
      this.#entries = own.map(({ id, url, title }) => ({ id, url: fromEngine(url), title }));
      this.#index = currentIndex - (entries.length - own.length);
    } catch (error) {
      // Between two documents nobody answers; the next step asks again.
      if (!(error instanceof SessionEnded)) throw error;
    }
  }

  canGoBack = (): boolean => this.#index > 0;
  canGoForward = (): boolean => this.#index < this.#entries.length - 1;
  canGoToOffset = (offset: number): boolean => this.#entries[this.#index + offset] !== undefined;
  getActiveIndex = (): number => this.#index;
  length = (): number => this.#entries.length;
  getEntryAtIndex = (index: number): Electron.NavigationEntry =>
    this.getAllEntries()[index] as Electron.NavigationEntry;
  getAllEntries = (): Electron.NavigationEntry[] => this.#entries.map(({ url, title }) => ({ url, title }));
  goBack = (): void => this.goToOffset(-1);
  goForward = (): void => this.goToOffset(1);
  goToIndex = (index: number): void => this.goToOffset(index - this.#index);

  goToOffset = (offset: number): void => {
    const entry = this.#entries[this.#index + offset];
    if (entry)
      void this.#go(({ session }) => session.send('Page.navigateToHistoryEntry', { entryId: entry.id }));
  };

  clear = (): void => {
    this.#entries = this.#entries.slice(this.#index, this.#index + 1);
    this.#index = this.#entries.length - 1;
    void this.#tab.then(({ session }) => session.post('Page.resetNavigationHistory'));
  };

  restore(): Promise<void> {
    throw new Error('The double has no navigationHistory.restore');
  }
  removeEntryAtIndex(): boolean {
    throw new Error('The double has no navigationHistory.removeEntryAtIndex');
  }
}
onlyInstances('navigationHistory', NavigationHistory);
