/** One of the reader's windows: where it is, what it is told, how it is closed, and how it comes back. */
import { BrowserWindow, dialog, type MessageBoxOptions, type Rectangle } from 'electron';
import type { Reason } from '../shared/errors';
import type { ShellEvent } from '../shared/events';
import { APP_ORIGIN, pathOfAddress } from './policies/address';
import { shownWords } from './policies/arguments';
import { LEAST } from './policies/placement';
import { isOrderly, mayReopen } from './policies/recovery';
import { backgroundOf, LOCKED } from './policies/window';
import type { Words } from './words';

/** A page that has not said by then that it has heard is not waited for any longer. */
const HEAR_WITHIN_MS = 5_000;
/** One that has heard may have to wait for a slow disk: longer than the library is given for a call. */
const FINISH_WITHIN_MS = 45_000;
/** Of what could not be saved, as many reasons as a dialog bears. */
const REASONS_SHOWN = 5;

export interface WindowOptions {
  preload: string;
  bounds: Rectangle;
  isMaximized: boolean;
  isFullScreen: boolean;
  isDark: boolean;
  /** Of the window's router. */
  path: string;
  words(): Words;
  onNavigated(): void;
  onClosed(): void;
  /** It was to be closed, and the reader has decided otherwise. */
  onStay(): void;
}

interface Leaving {
  /** The page has heard. */
  hear(): void;
  finish(unsaved: readonly Reason[]): void;
}

export class ReaderWindow {
  readonly browser: BrowserWindow;
  readonly #options: WindowOptions;
  #path: string;
  /** What the page is told once it is there. */
  #outbox: ShellEvent[] | undefined = [];
  #stops: number[] = [];
  #leaving: Leaving | undefined;
  #hasLeft = false;

  constructor(options: WindowOptions) {
    this.#options = options;
    this.#path = options.path;
    this.browser = new BrowserWindow({
      ...options.bounds,
      minWidth: Math.min(LEAST.width, options.bounds.width),
      minHeight: Math.min(LEAST.height, options.bounds.height),
      title: 'Paralel',
      backgroundColor: backgroundOf(options.isDark),
      fullscreen: options.isFullScreen,
      // Shown once it has something to show, so that it does not flash white.
      show: false,
      webPreferences: { ...LOCKED, preload: options.preload },
    });
    if (options.isMaximized) this.browser.maximize();
    this.browser.once('ready-to-show', () => this.browser.show());
    this.browser.on('close', (event) => {
      if (this.#hasLeft) return;
      event.preventDefault();
      void this.#leave();
    });
    this.browser.once('closed', () => {
      this.#leaving?.finish([]);
      options.onClosed();
    });
    this.#follow();
    this.#watch();
    this.#load();
  }

  get path(): string {
    return this.#path;
  }

  tell(event: ShellEvent): void {
    if (this.#outbox) this.#outbox.push(event);
    else if (!this.browser.isDestroyed()) this.browser.webContents.send('event', event);
  }

  focus(): void {
    if (this.browser.isMinimized()) this.browser.restore();
    this.browser.focus();
  }

  /** The page says that it has heard that the window is to be closed. */
  finishing(): void {
    this.#leaving?.hear();
  }

  /** The page says that it has finished. @param unsaved why something could not be saved */
  left(unsaved: readonly Reason[]): void {
    this.#leaving?.finish(unsaved);
  }

  /** The page finishes what is unsaved, or has had its time; whether to lose what it could not save is the reader's. */
  async #leave(): Promise<void> {
    if (this.#leaving) return;
    const unsaved = await this.#pageFinished();
    const { browser } = this;
    if (browser.isDestroyed()) return;
    const goes = unsaved.length === 0 || (await this.#askWhetherToLose(unsaved));
    if (browser.isDestroyed()) return;
    this.#leaving = undefined;
    if (!goes) {
      // It may have stopped while the question stood.
      if (browser.webContents.isCrashed()) this.#load();
      return this.#options.onStay();
    }
    this.#hasLeft = true;
    browser.close();
  }

  #pageFinished(): Promise<readonly Reason[]> {
    const { promise, resolve } = Promise.withResolvers<readonly Reason[]>();
    let timer = setTimeout(resolve, HEAR_WITHIN_MS, []);
    this.#leaving = {
      hear() {
        clearTimeout(timer);
        timer = setTimeout(resolve, FINISH_WITHIN_MS, []);
      },
      finish(unsaved) {
        clearTimeout(timer);
        resolve(unsaved);
      },
    };
    // A page that was never there has nothing to finish.
    if (this.#outbox || this.browser.webContents.isCrashed()) this.#leaving.finish([]);
    else this.tell({ type: 'closing' });
    return promise;
  }

  #load(): void {
    this.#outbox ??= [];
    // Rejects where the page goes elsewhere meanwhile; what matters is told by the events below.
    this.browser.loadURL(`${APP_ORIGIN}/#${this.#path}`).catch(() => undefined);
  }

  #follow(): void {
    const { webContents } = this.browser;
    webContents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
      const path = isMainFrame ? pathOfAddress(url) : undefined;
      if (path === undefined || path === this.#path) return;
      this.#path = path;
      this.#options.onNavigated();
    });
    webContents.on('did-finish-load', () => {
      const waiting = this.#outbox ?? [];
      this.#outbox = undefined;
      for (const event of waiting) this.tell(event);
    });
  }

  #watch(): void {
    const { webContents } = this.browser;
    webContents.on('render-process-gone', (_event, { reason }) => {
      this.#outbox ??= [];
      if (this.#leaving) this.#leaving.finish([]);
      else if (!isOrderly(reason)) void this.#comeBack();
    });
    this.browser.on('unresponsive', () => void this.#askWhetherToWait());
  }

  async #comeBack(): Promise<void> {
    const now = Date.now();
    const words = this.#options.words();
    const reopens =
      mayReopen(this.#stops, now) ||
      (await this.#ask({
        message: words('dialogs.stoppedAgain'),
        buttons: [words('dialogs.reopen'), words('dialogs.close')],
        cancelId: 1,
      }));
    if (this.browser.isDestroyed()) return;
    this.#stops.push(now);
    if (!reopens) return this.browser.destroy();
    this.#load();
    this.tell({ type: 'notice', notice: { code: 'page-recovered', params: {} } });
  }

  async #askWhetherToWait(): Promise<void> {
    const words = this.#options.words();
    const waits = await this.#ask({
      message: words('dialogs.unresponsive'),
      buttons: [words('dialogs.wait'), words('dialogs.reopen')],
      cancelId: 0,
    });
    if (waits) return;
    // Told as a stop like any other, and so opened again.
    if (!this.browser.isDestroyed()) this.browser.webContents.forcefullyCrashRenderer();
  }

  /** Staying is what Enter and Escape do. */
  #askWhetherToLose(unsaved: readonly Reason[]): Promise<boolean> {
    const words = this.#options.words();
    const sentences = new Set(
      unsaved.map(({ code, params }) => words(`errors.${code}`, shownParams(params))),
    );
    return this.#ask({
      message: words('dialogs.unsaved'),
      detail: [...sentences].slice(0, REASONS_SHOWN).join('\n\n'),
      buttons: [words('dialogs.lose'), words('dialogs.stay')],
      defaultId: 1,
      cancelId: 1,
    });
  }

  /** Whether the first of two was chosen. */
  async #ask(question: MessageBoxOptions): Promise<boolean> {
    const { response } = await dialog.showMessageBox(this.browser, {
      type: 'warning',
      noLink: true,
      defaultId: 0,
      ...question,
    });
    return response === 0;
  }
}

/** A page says what they hold. */
function shownParams(params: Reason['params']): Reason['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? shownWords(value) : value,
    ]),
  );
}
