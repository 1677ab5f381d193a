/** A page of a window, as Electron's WebContents: a real page of Chromium, and what the application may do with it. */
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { fromEngine } from './addresses.ts';
import { SessionEnded } from './chromium/session.ts';
import { isEmptyPage, Tab } from './chromium/tab.ts';
import { WebFrameMain } from './frames.ts';
import { asElectron, destroyed, Emitter, onlyInstances, PreventableEvent } from './gaps.ts';
import { hear } from './hearing.ts';
import { NavigationHistory } from './history.ts';
import { Navigation } from './navigation.ts';
import { openWindow, type WindowOpenHandler } from './open-window.ts';
import { answerPageDialog, consoleMessage } from './page-events.ts';
import type { Incoming, Outgoing } from './page/ipc-renderer.ts';
import { pageScripts, worldOf } from './preload.ts';
import { printToPdf } from './print.ts';
import { allContents, engineFor, focus } from './registry.ts';
import { runScript } from './script.ts';
import { defaultSession } from './session.ts';
import { View } from './view.ts';
import { encode } from './wire.ts';

const EVENTS = [
  'blur', 'context-menu', 'console-message', 'destroyed', 'did-attach-webview', 'did-create-window', 'did-fail-load',
  'did-finish-load', 'did-frame-finish-load', 'did-frame-navigate', 'did-navigate', 'did-navigate-in-page',
  'did-start-loading', 'did-stop-loading', 'dom-ready', 'focus', 'ipc-message', 'page-title-updated', 'preload-error',
  'render-process-gone', 'responsive', 'unresponsive', 'will-attach-webview', 'will-frame-navigate', 'will-navigate',
  'will-prevent-unload', 'will-redirect',
]; // prettier-ignore

type Has =
  | 'id' | 'session' | 'navigationHistory' | 'zoomFactor' | 'zoomLevel'
  | 'close' | 'copy' | 'cut' | 'delete' | 'executeJavaScript' | 'focus' | 'forcefullyCrashRenderer' | 'getOSProcessId'
  | 'getTitle' | 'getType' | 'getURL' | 'getWebRTCIPHandlingPolicy' | 'getZoomFactor' | 'getZoomLevel' | 'isCrashed'
  | 'isDestroyed' | 'isFocused' | 'isLoading' | 'isLoadingMainFrame' | 'loadURL' | 'getPrintersAsync' | 'paste' | 'print' | 'printToPDF' | 'redo'
  | 'reload' | 'reloadIgnoringCache' | 'selectAll' | 'send' | 'setIgnoreMenuShortcuts' | 'setVisualZoomLevelLimits'
  | 'setWebRTCIPHandlingPolicy' | 'setWindowOpenHandler' | 'setZoomFactor' | 'setZoomLevel' | 'undo'; // prettier-ignore

let lastId = 0;

/** What was to be done with a page does not happen where everything ends before the page was there. */
function neverWhenEnded(error: unknown): Promise<never> {
  if (error instanceof SessionEnded) return new Promise(() => {});
  throw error;
}

export class WebContents extends Emitter implements Pick<Electron.WebContents, Has> {
  readonly id = ++lastId;
  /** What a window wants to hear of its page, and an application does not. */
  readonly signals = new EventEmitter<{ painted: []; closing: []; staying: []; gone: [] }>();
  readonly preferences: Readonly<Electron.WebPreferences>;
  readonly navigationHistory: NavigationHistory;
  readonly view: View;
  readonly tab: Promise<Tab>;
  ignoresShortcuts = false;
  readonly #frame = new WebFrameMain();
  readonly #secret = `double-${randomUUID()}`;
  readonly #navigation: Navigation;
  #windowOpenHandler: WindowOpenHandler | undefined;
  #title = '';
  #crashed = false;
  #destroyed = false;
  #webRtcPolicy: ReturnType<Electron.WebContents['getWebRTCIPHandlingPolicy']> = 'default';

  constructor(preferences: Readonly<Electron.WebPreferences>, size: { width: number; height: number }) {
    super('webContents', EVENTS);
    const { chromium, pageScript } = engineFor('WebContents');
    this.preferences = preferences;
    allContents.set(this.id, this);
    const worldName = worldOf(preferences);
    const opened = Tab.open(chromium, this.#frame, {
      size,
      scripts: pageScripts(preferences, this.#secret, pageScript),
      binding: { name: `${this.#secret}-out`, ...(worldName && { worldName }) },
    });
    this.tab = opened.catch(neverWhenEnded);
    this.view = new View(this.tab);
    this.view.setSize(size.width, size.height);
    this.view.applyAppearance();
    this.#navigation = new Navigation(this, this.tab);
    this.navigationHistory = new NavigationHistory(this.tab, (act) => this.#navigation.own(act));
    void this.tab.then((tab) => this.#listen(tab));
  }

  get session(): Electron.Session {
    return asElectron(defaultSession);
  }
  get mainFrame(): Electron.WebFrameMain {
    return asElectron(this.#frame);
  }
  get zoomFactor(): number {
    return this.view.zoomFactor;
  }
  set zoomFactor(factor: number) {
    this.view.setZoomFactor(factor);
  }
  get zoomLevel(): number {
    return Math.log(this.view.zoomFactor) / Math.log(1.2);
  }
  set zoomLevel(level: number) {
    this.view.setZoomFactor(1.2 ** level);
  }
  getZoomFactor = (): number => this.zoomFactor;
  setZoomFactor = (factor: number): void => this.view.setZoomFactor(factor);
  getZoomLevel = (): number => this.zoomLevel;
  setZoomLevel = (level: number): void => this.view.setZoomFactor(1.2 ** level);
  async setVisualZoomLevelLimits(): Promise<void> {}

  getURL = (): string => (isEmptyPage(this.#frame.engineUrl) ? '' : fromEngine(this.#frame.engineUrl));
  getTitle = (): string => this.#title;
  getType = () => 'window' as const;
  getOSProcessId = (): number => engineFor('WebContents').chromium.pid ?? 0;
  isDestroyed = (): boolean => this.#destroyed;
  isCrashed = (): boolean => this.#crashed;
  isLoading = (): boolean => this.#navigation.isLoading;
  isLoadingMainFrame = (): boolean => this.#navigation.isLoading;
  isFocused = (): boolean => focus.window?.webContents === asElectron<Electron.WebContents>(this);
  focus = (): void => this.#act(({ session }) => session.post('Page.bringToFront'));

  loadURL = (url: string): Promise<void> => this.#navigation.load(url);
  reload(): void {
    void this.#navigation.own(({ session }) => session.send('Page.reload'));
  }
  reloadIgnoringCache(): void {
    void this.#navigation.own(({ session }) => session.send('Page.reload', { ignoreCache: true }));
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError("Missing required 'channel' argument");
    this.deliver(this.#frame, { kind: 'message', channel, args: encode(args) });
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    if (this.getURL() === '' || this.isLoadingMainFrame())
      await new Promise<void>((resolve) => this.once('did-stop-loading', resolve));
    return runScript(await this.tab, code, userGesture);
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    return printToPdf(await this.tab, options);
  }

  /** A machine without printers. */
  getPrintersAsync = async (): Promise<Electron.PrinterInfo[]> => [];
  /** Nobody is there to answer the system's dialog, so it is cancelled, in Electron's own words. */
  print(
    _options: Electron.WebContentsPrintOptions = {},
    callback?: (success: boolean, failureReason: string) => void,
  ): void {
    setImmediate(() => callback?.(false, 'Print job canceled'));
  }

  undo = (): void => this.#edit('Undo');
  redo = (): void => this.#edit('Redo');
  cut = (): void => this.#edit('Cut');
  copy = (): void => this.#edit('Copy');
  paste = (): void => this.#edit('Paste');
  delete = (): void => this.#edit('Delete');
  selectAll = (): void => this.#edit('SelectAll');

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler;
  }
  setIgnoreMenuShortcuts(ignore: boolean): void {
    this.ignoresShortcuts = ignore;
  }
  setWebRTCIPHandlingPolicy(policy: Parameters<Electron.WebContents['setWebRTCIPHandlingPolicy']>[0]): void {
    this.#webRtcPolicy = policy;
  }
  getWebRTCIPHandlingPolicy = (): string => this.#webRtcPolicy;

  forcefullyCrashRenderer(): void {
    // It never answers: what would has crashed.
    this.#act(({ session }) => void session.send('Page.crash').catch(() => {}));
  }

  close(): void {
    this.signals.emit('closing');
  }

  /** For the double's own parts, from here on. */

  frame(engineId: string): WebFrameMain | undefined {
    return this.#frame.framesInSubtree.find((frame) => frame.engineId === engineId);
  }

  get navigation(): Navigation {
    return this.#navigation;
  }

  /** To the preload script's world of a frame. Where there is none, nobody listens. */
  deliver(frame: WebFrameMain, message: Incoming): void {
    const contextId = frame.contexts.get(worldOf(this.preferences));
    if (contextId === undefined || frame.detached) return;
    const expression = `globalThis[${JSON.stringify(this.#secret)}](${JSON.stringify(message)})`;
    frame.session?.post('Runtime.evaluate', { expression, contextId });
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    allContents.delete(this.id);
    this.#act((tab) => {
      tab.removeAllListeners(); // nobody is there any more to hear of it
      tab.close();
    });
    this.emit('destroyed');
    destroyed(this, ['deliver', 'destroy', 'frame', 'id', 'isDestroyed']);
  }

  #listen(tab: Tab): void {
    tab.on('told', (frame, text) => hear(this, frame, JSON.parse(text) as Outgoing));
    tab.on('navigated', ({ isMain }) => isMain && (this.#crashed = false));
    tab.on('window-open', ({ url, windowName, windowFeatures }) => {
      this.askForWindow(url, windowName, windowFeatures.join(','), 'new-window');
    });
    // A click with the middle button, or with a key held.
    tab.on('requested', (_frame, url, disposition) => {
      if (disposition === 'newTab') this.askForWindow(url, '', '', 'background-tab');
      if (disposition === 'newWindow') this.askForWindow(url, '', '', 'new-window');
    });
    tab.on('console', (frame, call) => this.emit('console-message', consoleMessage(frame, call)));
    tab.on('crashed', () => {
      this.#crashed = true;
      this.emit('render-process-gone', new PreventableEvent(), { reason: 'crashed', exitCode: 133 });
    });
    tab.on('dialog', (dialog) => answerPageDialog(this, tab, dialog));
    tab.on('closed', () => this.signals.emit('gone'));
  }

  /** A page that has none keeps the one before. */
  takeTitle(title: string): void {
    if (title === this.#title || title === '') return;
    this.#title = title;
    this.emit('page-title-updated', new PreventableEvent(), title, true);
  }

  /** @param url as Chromium has it */
  askForWindow(
    url: string,
    target: string,
    features: string,
    disposition: Electron.HandlerDetails['disposition'],
  ): void {
    const frameName = target === '_blank' ? '' : target;
    openWindow(this, this.#windowOpenHandler, { url: fromEngine(url), frameName, features, disposition });
  }

  #edit(command: string): void {
    this.#act(({ session }) =>
      session.post('Input.dispatchKeyEvent', { type: 'keyDown', commands: [command] }),
    );
  }

  #act(act: (tab: Tab) => void): void {
    void this.tab.then(act);
  }
}
onlyInstances('webContents', WebContents);
