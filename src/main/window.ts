/** One of the reader's windows: where it is, what it is told, how it is closed, and how it comes back. */
import { BrowserWindow, dialog, type Rectangle } from 'electron';
import type { ShellEvent } from '../shared/events';
import { APP_ORIGIN, pathOfAddress } from './policies/address';
import { LEAST } from './policies/placement';
import { isOrderly, mayReopen } from './policies/recovery';
import { backgroundOf, LOCKED } from './policies/window';
import type { Words } from './words';

/** A page that has not finished by then is not waited for any longer. */
const LEAVE_WITHIN_MS = 5_000;

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
}

export class ReaderWindow {
  readonly browser: BrowserWindow;
  readonly #options: WindowOptions;
  #path: string;
  /** What the page is told once it is there. */
  #outbox: ShellEvent[] | undefined = [];
  #stops: number[] = [];
  #leaving: { finish(): void; done: Promise<void> } | undefined;
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
      void this.leave().then(() => this.browser.close());
    });
    this.browser.once('closed', () => {
      this.#leaving?.finish();
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

  /** The page has finished what was unsaved, or had its time. */
  leave(): Promise<void> {
    if (this.#leaving) return this.#leaving.done;
    let finish = (): void => {};
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const timer = setTimeout(finish, LEAVE_WITHIN_MS);
    const done = finished.then(() => {
      clearTimeout(timer);
      this.#hasLeft = true;
    });
    this.#leaving = { finish, done };
    // A page that was never there has nothing to finish.
    if (this.#outbox || this.browser.webContents.isCrashed()) finish();
    else this.tell({ type: 'closing' });
    return done;
  }

  /** The page says that it has finished. */
  left(): void {
    this.#leaving?.finish();
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
      if (this.#leaving) this.#leaving.finish();
      else if (!isOrderly(reason)) void this.#comeBack();
    });
    this.browser.on('unresponsive', () => void this.#askWhetherToWait());
  }

  async #comeBack(): Promise<void> {
    const now = Date.now();
    const reopens = mayReopen(this.#stops, now) || (await this.#ask('reopen', 'close'));
    if (this.browser.isDestroyed()) return;
    this.#stops.push(now);
    if (!reopens) return this.browser.destroy();
    this.#load();
    this.tell({ type: 'notice', notice: { code: 'page-recovered', params: {} } });
  }

  async #askWhetherToWait(): Promise<void> {
    if (await this.#ask('wait', 'reopen')) return;
    // Told as a stop like any other, and so opened again.
    if (!this.browser.isDestroyed()) this.browser.webContents.forcefullyCrashRenderer();
  }

  /** Whether the first of two was chosen. */
  async #ask(yes: 'reopen' | 'wait', no: 'close' | 'reopen'): Promise<boolean> {
    const words = this.#options.words();
    const { response } = await dialog.showMessageBox(this.browser, {
      type: 'warning',
      message: words(yes === 'wait' ? 'dialogs.unresponsive' : 'dialogs.stoppedAgain'),
      buttons: [words(`dialogs.${yes}`), words(`dialogs.${no}`)],
      defaultId: 0,
      cancelId: yes === 'wait' ? 0 : 1,
      noLink: true,
    });
    return response === 0;
  }
}
