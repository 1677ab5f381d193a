/** How a page comes to another address: what the application is asked about it, and what it is told. */
import { fromEngine, isRegistered, schemeOf, toEngine } from './addresses.ts';
import { SessionEnded } from './chromium/session.ts';
import { isEmptyPage, type Tab } from './chromium/tab.ts';
import type { WebContents } from './contents.ts';
import type { WebFrameMain } from './frames.ts';
import { PreventableEvent } from './gaps.ts';
import { type LoadFailure, loadFailure } from './net-errors.ts';
import { openExternally } from './permissions.ts';

/** Chromium loads them itself, or not at all; every other scheme would be another program's. */
const BROWSER_S = new Set([
  'about',
  'blob',
  'chrome',
  'chrome-error',
  'data',
  'file',
  'http',
  'https',
  'javascript',
  'ws',
  'wss',
]);

export class Navigation {
  readonly #contents: WebContents;
  readonly #tab: Promise<Tab>;
  /** Whether the next document is one that the application itself asked for: it is not asked about it. */
  #isOwn = false;
  /** Documents whose load event has been, the latest last. */
  readonly #loaded = new Map<string, PromiseWithResolvers<unknown>>();
  #isLoading = false;

  constructor(contents: WebContents, tab: Promise<Tab>) {
    this.#contents = contents;
    this.#tab = tab;
    void tab.then((opened) => this.#listen(opened));
  }

  get isLoading(): boolean {
    return this.#isLoading;
  }

  async load(address: string): Promise<void> {
    if (!URL.canParse(address)) throw loadFailure('ERR_INVALID_URL', address);
    this.#start();
    try {
      const { session } = await this.#tab;
      this.#isOwn = true;
      const { errorText, loaderId } = await session.send('Page.navigate', { url: toEngine(address) });
      this.#isOwn = false;
      if (errorText) throw loadFailure(errorText, address);
      if (loaderId) await this.#load(loaderId).promise;
    } catch (error) {
      const failure = loadFailure(
        error instanceof SessionEnded ? 'ERR_FAILED' : (error as LoadFailure).code,
        address,
      );
      this.#stop();
      if (!this.#contents.isDestroyed())
        this.#contents.emit(
          'did-fail-load',
          new PreventableEvent(),
          failure.errno,
          failure.code,
          address,
          true,
          1,
          1,
        );
      throw failure;
    }
  }

  /** Reloading and going back and forth, which the application is not asked about either. */
  async own(act: (tab: Tab) => Promise<unknown>): Promise<void> {
    this.#isOwn = true;
    this.#start();
    try {
      await act(await this.#tab);
    } catch (error) {
      if (!(error instanceof SessionEnded)) throw error;
    }
  }

  /**
   * Whether a frame may go on to a document. Asked before its request is answered.
   * @param url as Chromium has it
   */
  mayGo(frame: WebFrameMain, url: string, isRedirect: boolean): boolean {
    if (isRedirect) return this.#ask('will-redirect', frame, url);
    if (frame.isMain && this.#isOwn) {
      this.#isOwn = false;
      return true;
    }
    if (frame.isMain) this.#start();
    // Both are asked, even if the first says no: an application may have only one of them.
    const answers = [
      this.#ask('will-frame-navigate', frame, url),
      !frame.isMain || this.#ask('will-navigate', frame, url),
    ];
    const may = answers.every(Boolean);
    if (!may && frame.isMain) this.#stop();
    return may;
  }

  /** An address that no request is made for: another program's, or one that lies in the page itself. */
  async goWithoutRequest(frame: WebFrameMain, url: string): Promise<void> {
    if (!this.mayGo(frame, url, false)) return;
    const tab = await this.#tab;
    const scheme = schemeOf(url);
    if (isRegistered(url) || BROWSER_S.has(scheme)) {
      if (frame.isMain) this.#isOwn = true;
      tab.session.post('Page.navigate', { url: toEngine(url), frameId: frame.engineId });
    } else {
      if (frame.isMain) this.#stop();
      await openExternally(this.#contents, url);
    }
  }

  #ask(
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect',
    frame: WebFrameMain,
    url: string,
  ): boolean {
    const details = { url: fromEngine(url), isSameDocument: false, isMainFrame: frame.isMain, frame };
    const asked = PreventableEvent.with(details);
    this.#contents.emit(event, asked, details.url, false, frame.isMain, frame.processId, frame.routingId);
    return !asked.defaultPrevented;
  }

  #listen(tab: Tab): void {
    tab.session.onEnd(() => {
      for (const { reject } of this.#loaded.values()) reject(new SessionEnded('the page has gone'));
    });
    tab.on('starting', (frame, url) => {
      if (!BROWSER_S.has(schemeOf(url))) {
        void this.goWithoutRequest(frame, url);
        return;
      }
      // A frame's own content: the page itself is asked in page/observe.ts, where it can still be stopped.
      if (frame.isMain || !/^(data|blob):/iu.test(url) || this.mayGo(frame, url, false)) return;
      frame.session?.post('Page.navigate', { url: 'about:blank', frameId: frame.engineId });
    });
    tab.on('navigated', (frame) => {
      const { url, processId, routingId, isMain } = frame;
      if (isMain) this.#leave(frame.document);
      this.#contents.emit(
        'did-frame-navigate',
        new PreventableEvent(),
        url,
        200,
        'OK',
        isMain,
        processId,
        routingId,
      );
      if (isMain) this.#contents.emit('did-navigate', new PreventableEvent(), url, 200, 'OK');
    });
    tab.on('moved', ({ url, isMain, processId, routingId }) => {
      if (isMain) this.#isOwn = false;
      this.#contents.emit('did-navigate-in-page', new PreventableEvent(), url, isMain, processId, routingId);
    });
    // Also where it came to nothing: a download, or another place of the same document.
    tab.on('stopped', ({ engineUrl, isMain }) => {
      if (isMain && !isEmptyPage(engineUrl)) this.#stop();
    });
    tab.on('lifecycle', (frame, name, document) => {
      if (document === frame.document && !isEmptyPage(frame.engineUrl)) this.#live(frame, name);
    });
  }

  #live(frame: WebFrameMain, name: string): void {
    if (name === 'load') {
      this.#contents.emit(
        'did-frame-finish-load',
        new PreventableEvent(),
        frame.isMain,
        frame.processId,
        frame.routingId,
      );
    }
    if (!frame.isMain) return;
    if (name === 'DOMContentLoaded') this.#contents.emit('dom-ready', new PreventableEvent());
    if (name === 'firstPaint') this.#contents.signals.emit('painted');
    if (name !== 'load') return;
    this.#contents.emit('did-finish-load');
    this.#stop();
    this.#load(frame.document).resolve(undefined);
  }

  /** Whichever comes first, the load event or somebody who waits for it. */
  #load(document: string): PromiseWithResolvers<unknown> {
    const load = this.#loaded.get(document) ?? Promise.withResolvers<unknown>();
    load.promise.catch(() => {}); // that nobody waits is no mistake
    this.#loaded.set(document, load);
    return load;
  }

  /** Whoever still waits for a document before this one waits in vain. */
  #leave(next: string): void {
    this.#isOwn = false;
    for (const [document, { reject }] of this.#loaded) {
      if (document === next) continue;
      this.#loaded.delete(document);
      reject(loadFailure('ERR_ABORTED', ''));
    }
  }

  #start(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    this.#contents.emit('did-start-loading');
  }

  #stop(): void {
    if (!this.#isLoading) return;
    this.#isLoading = false;
    if (!this.#contents.isDestroyed()) this.#contents.emit('did-stop-loading');
  }
}
