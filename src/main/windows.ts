/** All the reader's windows on one library. */
import { type BrowserWindow, nativeTheme, screen, type WebContents } from 'electron';
import type { ShellEvent } from '../shared/events';
import { placeWindow } from './policies/placement';
import type { StateFile } from './state';
import { ReaderWindow } from './window';
import type { Words } from './words';

export interface WindowsOptions {
  preload: string;
  state: StateFile;
  words(): Words;
  /** A window came, went, was focused or shows something else. */
  onChange(): void;
  /** A window was to be closed and stays: whatever was to end with it does not. */
  onStay(): void;
}

export class Windows {
  readonly #options: WindowsOptions;
  /** The one in front is the last. */
  #all: ReaderWindow[] = [];

  constructor(options: WindowsOptions) {
    this.#options = options;
  }

  get all(): readonly ReaderWindow[] {
    return this.#all;
  }

  /** The one that is or was last in front. */
  get front(): ReaderWindow | undefined {
    return this.#all.at(-1);
  }

  of(contents: WebContents): ReaderWindow | undefined {
    return this.#all.find(({ browser }) => !browser.isDestroyed() && browser.webContents === contents);
  }

  /** @param path of the window's router */
  open(path = '/'): ReaderWindow {
    const { preload, state, words, onChange, onStay } = this.#options;
    const saved = state.state.window;
    const [primary, ...others] = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()];
    const screens = [primary, ...others].map((display) => display.workArea);
    const taken = this.#all.map(({ browser }) => browser.getBounds());
    const isFirst = this.#all.length === 0;
    const window: ReaderWindow = new ReaderWindow({
      preload,
      bounds: placeWindow(saved?.bounds, screens, taken),
      isMaximized: isFirst && saved?.isMaximized === true,
      isFullScreen: isFirst && saved?.isFullScreen === true,
      isDark: nativeTheme.shouldUseDarkColors,
      path,
      words,
      onNavigated: onChange,
      onStay,
      onClosed: () => {
        this.#all = this.#all.filter((one) => one !== window);
        onChange();
      },
    });
    this.#all.push(window);
    this.#remember(window.browser);
    window.browser.on('focus', () => {
      this.#all = [...this.#all.filter((one) => one !== window), window];
      onChange();
    });
    window.browser.on('page-title-updated', onChange);
    onChange();
    return window;
  }

  tellAll(event: ShellEvent, except?: WebContents): void {
    for (const window of this.#all) {
      if (!except || window.browser.webContents !== except) window.tell(event);
    }
  }

  /** Where each window was before: the titles and addresses that going back would show. */
  forgetPaths(): void {
    for (const { browser } of this.#all) browser.webContents.navigationHistory.clear();
  }

  /** A screen has gone or shrunk: what lies outside comes back. */
  bringBack(): void {
    const screens = screen.getAllDisplays().map((display) => display.workArea);
    for (const { browser } of this.#all) {
      const bounds = browser.getNormalBounds();
      const place = placeWindow(bounds, screens);
      const isMoved = place.x !== bounds.x || place.y !== bounds.y;
      if (isMoved && !browser.isMaximized() && !browser.isFullScreen()) browser.setBounds(place);
    }
  }

  #remember(browser: BrowserWindow): void {
    const keep = (): void =>
      this.#options.state.change({
        window: {
          bounds: browser.getNormalBounds(),
          isMaximized: browser.isMaximized(),
          isFullScreen: browser.isFullScreen(),
        },
      });
    browser.on('resize', keep).on('move', keep).on('maximize', keep).on('unmaximize', keep);
    browser.on('enter-full-screen', keep).on('leave-full-screen', keep).on('close', keep);
  }
}
