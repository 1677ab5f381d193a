/** Electron's BrowserWindow: a real page, and a window manager's part of it in a model. */
import type Electron from 'electron';
import { app } from './app.ts';
import { WebContents } from './contents.ts';
import { asElectron, destroyed, Emitter, only, onlyInstances, PreventableEvent } from './gaps.ts';
import { note } from './observed.ts';
import { onWindowAllowed } from './open-window.ts';
import { type Change, Placement } from './placement.ts';
import { effectivePreferences } from './preferences.ts';
import { windowCloseCancelled, windowClosed } from './quit.ts';
import { focus, isReady, windows } from './registry.ts';

const EVENTS = [
  'blur', 'close', 'closed', 'enter-full-screen', 'focus', 'hide', 'leave-full-screen', 'maximize',
  'minimize', 'move', 'moved', 'page-title-updated', 'query-session-end', 'ready-to-show', 'resize', 'resized',
  'responsive', 'restore', 'session-end', 'show', 'unmaximize', 'unresponsive',
]; // prettier-ignore

type Has =
  | 'blur' | 'center' | 'close' | 'destroy' | 'flashFrame' | 'focus' | 'getBackgroundColor' | 'getBounds'
  | 'getContentBounds' | 'getContentSize' | 'getMinimumSize' | 'getNormalBounds' | 'getPosition' | 'getSize'
  | 'getTitle' | 'hide' | 'id' | 'isDestroyed' | 'isFocused' | 'isFullScreen' | 'isMaximized' | 'isMinimized'
  | 'isNormal' | 'isVisible' | 'loadURL' | 'maximize' | 'minimize' | 'moveTop' | 'removeMenu' | 'reload' | 'restore'
  | 'setAutoHideMenuBar' | 'setBackgroundColor' | 'setBounds' | 'setDocumentEdited' | 'setFullScreen' | 'setMenu'
  | 'setMenuBarVisibility' | 'setMinimumSize' | 'setPosition' | 'setProgressBar' | 'setRepresentedFilename' | 'setSize'
  | 'setTitle' | 'show' | 'showInactive' | 'title' | 'unmaximize' | 'webContents'; // prettier-ignore

let lastId = 0;

class Window extends Emitter implements Pick<Electron.BrowserWindow, Has> {
  readonly id = ++lastId;
  readonly #contents: WebContents;
  readonly #placement: Placement;
  #title: string;
  #background: string;
  #visible = false;
  #painted = false;
  #closing = false;
  #destroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', EVENTS);
    if (!isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    this.#placement = new Placement(options);
    this.#title = options.title ?? app.getName();
    this.#background = options.backgroundColor ?? '#FFFFFF';
    this.#contents = new WebContents(effectivePreferences(options.webPreferences), this.#placement.bounds);
    this.#listen();
    windows.add(this as BrowserWindow);
    if (options.webPreferences?.zoomFactor) this.#contents.setZoomFactor(options.webPreferences.zoomFactor);
    app.emit('web-contents-created', new PreventableEvent(), this.#contents);
    app.emit('browser-window-created', new PreventableEvent(), this);
    if (options.show !== false) setImmediate(() => this.#destroyed || this.show());
  }

  static getAllWindows(): Electron.BrowserWindow[] {
    return [...windows].map((window) => asElectron(window));
  }
  static getFocusedWindow(): Electron.BrowserWindow | null {
    return asElectron(focus.window);
  }
  static fromId(id: number): Electron.BrowserWindow | null {
    return asElectron([...windows].find((window) => window.id === id) ?? null);
  }
  static fromWebContents(contents: Electron.WebContents): Electron.BrowserWindow | null {
    return asElectron([...windows].find((window) => window.webContents === contents) ?? null);
  }

  get webContents(): Electron.WebContents {
    return asElectron(this.#contents);
  }

  loadURL = (url: string): Promise<void> => this.#contents.loadURL(url);
  reload = (): void => this.#contents.reload();

  show(): void {
    this.showInactive();
    this.focus();
  }
  showInactive(): void {
    if (this.#visible) return;
    this.#visible = true;
    this.emit('show');
  }
  hide(): void {
    if (!this.#visible) return;
    this.blur();
    this.#visible = false;
    this.emit('hide');
  }
  isVisible = (): boolean => this.#visible && !this.isMinimized();

  focus(): void {
    if (!this.#visible || focus.window === (this as BrowserWindow)) return;
    focus.window?.blur();
    focus.window = this as BrowserWindow;
    this.#contents.focus();
    this.emit('focus', new PreventableEvent());
    this.#contents.emit('focus');
    app.emit('browser-window-focus', new PreventableEvent(), this);
  }
  blur(): void {
    if (!this.isFocused()) return;
    focus.window = null;
    this.emit('blur', new PreventableEvent());
    this.#contents.emit('blur');
    app.emit('browser-window-blur', new PreventableEvent(), this);
  }
  isFocused = (): boolean => focus.window === (this as BrowserWindow);

  getBounds = (): Electron.Rectangle => this.#placement.bounds;
  getNormalBounds = (): Electron.Rectangle => this.#placement.normal;
  getContentBounds = (): Electron.Rectangle => this.#placement.bounds;
  getSize = (): number[] => [this.getBounds().width, this.getBounds().height];
  getContentSize = (): number[] => this.getSize();
  getPosition = (): number[] => [this.getBounds().x, this.getBounds().y];
  setBounds = (bounds: Partial<Electron.Rectangle>): void => this.#change(this.#placement.move(bounds));
  setSize = (width: number, height: number): void => this.setBounds({ width, height });
  setPosition = (x: number, y: number): void => this.setBounds({ x, y });
  setMinimumSize = (width: number, height: number): void => this.#placement.setMinimum(width, height);
  getMinimumSize = (): number[] => this.#placement.minimum;
  center(): void {
    const { width, height } = this.getBounds();
    this.setBounds(new Placement({ width, height }).normal);
  }

  maximize(): void {
    this.showInactive();
    this.#change(this.#placement.maximize());
  }
  unmaximize = (): void => this.#change(this.#placement.unmaximize());
  minimize(): void {
    this.blur();
    this.#change(this.#placement.minimize());
  }
  restore = (): void => this.#change(this.#placement.restore());
  setFullScreen = (on: boolean): void => this.#change(this.#placement.setFullScreen(on));
  isMaximized = (): boolean => this.#placement.state === 'maximized';
  isMinimized = (): boolean => this.#placement.state === 'minimized';
  isFullScreen = (): boolean => this.#placement.state === 'fullscreen';
  isNormal = (): boolean => this.#placement.state === 'normal';

  get title(): string {
    return this.#title;
  }
  set title(title: string) {
    this.#title = title;
  }
  getTitle = (): string => this.#title;
  setTitle(title: string): void {
    this.#title = title;
  }
  getBackgroundColor = (): string => this.#background;
  setBackgroundColor(color: string): void {
    this.#background = color;
  }

  /** The application is asked, then the page; whichever says no, the window stays. */
  close(): void {
    if (this.#closing || this.#destroyed) return;
    const event = new PreventableEvent();
    this.emit('close', event);
    if (this.#destroyed) return;
    if (event.defaultPrevented) return windowCloseCancelled();
    this.#closing = true;
    void this.#contents.tab.then(({ session }) => session.send('Page.close').catch(() => {}));
  }
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.blur();
    windows.delete(this as BrowserWindow);
    this.#contents.destroy();
    this.emit('closed');
    destroyed(this, ['destroy', 'id', 'isDestroyed']);
    windowClosed();
  }
  isDestroyed = (): boolean => this.#destroyed;

  setMenu = (menu: Electron.Menu | null): void => note('window.setMenu', [menu]);
  removeMenu = (): void => note('window.removeMenu', []);
  setMenuBarVisibility = (visible: boolean): void => note('window.setMenuBarVisibility', [visible]);
  setAutoHideMenuBar = (hide: boolean): void => note('window.setAutoHideMenuBar', [hide]);
  setProgressBar = (progress: number): void => note('window.setProgressBar', [progress]);
  setRepresentedFilename = (name: string): void => note('window.setRepresentedFilename', [name]);
  setDocumentEdited = (edited: boolean): void => note('window.setDocumentEdited', [edited]);
  flashFrame = (flag: boolean): void => note('window.flashFrame', [flag]);
  moveTop = (): void => note('window.moveTop', []);

  #listen(): void {
    const contents = this.#contents;
    contents.signals.on('painted', () => {
      if (this.#painted || this.#destroyed) return;
      this.#painted = true;
      this.emit('ready-to-show');
    });
    contents.on('page-title-updated', (event: PreventableEvent, title: string, explicitSet: boolean) => {
      this.emit('page-title-updated', event, title, explicitSet);
      if (!event.defaultPrevented) this.#title = title;
    });
    contents.signals.on('closing', () => this.close());
    contents.signals.on('staying', () => {
      this.#closing = false;
      windowCloseCancelled();
    });
    contents.signals.on('gone', () => this.destroy());
    for (const event of ['unresponsive', 'responsive']) contents.on(event, () => this.emit(event));
    contents.on('render-process-gone', (event, details) =>
      app.emit('render-process-gone', event, contents, details),
    );
  }

  /** A window manager tells later than it is asked. */
  #change(changes: Change[]): void {
    if (changes.length === 0) return;
    const { width, height } = this.#placement.bounds;
    if (changes.includes('resize')) this.#contents.view.setSize(width, height);
    setImmediate(() => {
      if (!this.#destroyed) for (const change of changes) this.emit(change);
    });
  }
}
onlyInstances('BrowserWindow', Window);

export type BrowserWindow = Window;
export const BrowserWindow = only('BrowserWindow', Window);

onWindowAllowed((options, url) => {
  const window = new Window(options);
  window.loadURL(url).catch(() => {}); // the page that asked for it is told nothing either
  return asElectron(window);
});
