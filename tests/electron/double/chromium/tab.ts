/** One page of Chromium with all of its frames, also those that Chromium draws in a process of their own. */
import { EventEmitter } from 'node:events';
import { WebFrameMain } from '../frames.ts';
import type { Chromium } from './launch.ts';
import type { Protocol } from './protocol.ts';
import { createPage } from './pages.ts';
import type { Session } from './session.ts';

export interface TabScript {
  source: string;
  worldName?: string;
}

export interface TabOptions {
  size: { width: number; height: number };
  scripts: readonly TabScript[];
  /** The name of the function by which the page tells us things, and the world that has it: the page's own if none. */
  binding: { name: string; worldName?: string };
}

interface TabEvents {
  /** A frame has another document. */
  navigated: [frame: WebFrameMain];
  /** The same document has another address. */
  moved: [frame: WebFrameMain];
  lifecycle: [frame: WebFrameMain, name: string, document: string];
  /** Whether or not it came to another document. */
  stopped: [frame: WebFrameMain];
  told: [frame: WebFrameMain, text: string];
  /** By the page: a link, a script, a form. Where it is to be shown is the disposition. */
  requested: [frame: WebFrameMain, url: string, disposition: Protocol.Page.ClientNavigationDisposition];
  /** Whoever wants it, and whether or not a request is made for it. */
  starting: [frame: WebFrameMain, url: string];
  'window-open': [request: Protocol.Page.windowOpenPayload];
  dialog: [dialog: Protocol.Page.javascriptDialogOpeningPayload];
  console: [frame: WebFrameMain, call: Protocol.Runtime.consoleAPICalledPayload];
  crashed: [];
  closed: [];
}

/** What every page of ours starts with; the application knows nothing of it. */
const EMPTY = 'about:blank#double';

export const isEmptyPage = (address: string): boolean => address === '' || address === EMPTY;

export class Tab extends EventEmitter<TabEvents> {
  readonly targetId: string;
  readonly session: Session;
  readonly mainFrame: WebFrameMain;
  readonly #chromium: Chromium;
  readonly #options: TabOptions;
  readonly #frames = new Map<string, WebFrameMain>();
  readonly #prepared: Promise<unknown>;

  /** @param mainFrame which was there before Chromium had its part of it */
  static async open(chromium: Chromium, mainFrame: WebFrameMain, options: TabOptions): Promise<Tab> {
    const { targetId, session } = await createPage(chromium, {
      url: EMPTY,
      newWindow: true,
      ...options.size,
    });
    Object.assign(mainFrame, { engineId: targetId, session });
    const tab = new Tab(chromium, mainFrame, session, options);
    // A page that navigates before it has them would never have the scripts.
    await tab.#prepared;
    return tab;
  }

  private constructor(chromium: Chromium, mainFrame: WebFrameMain, session: Session, options: TabOptions) {
    super();
    const targetId = mainFrame.engineId;
    this.targetId = targetId;
    this.session = session;
    this.#chromium = chromium;
    this.#options = options;
    this.mainFrame = mainFrame;
    this.#frames.set(targetId, this.mainFrame);
    this.#prepared = this.#follow(session);
    session.on('Inspector.targetCrashed', () => this.emit('crashed'));
    session.on('Page.windowOpen', (request) => this.emit('window-open', request));
    session.on('Page.javascriptDialogOpening', (dialog) => this.emit('dialog', dialog));
    session.onEnd(() => {
      this.mainFrame.detach();
      this.emit('closed');
    });
  }

  close(): void {
    this.#chromium.browser.post('Target.closeTarget', { targetId: this.targetId });
  }

  /** Chromium waits with the page, or the frame, until the last command. */
  #follow(session: Session): Promise<unknown> {
    session
      .on('Page.frameAttached', ({ frameId, parentFrameId }) => this.#add(frameId, parentFrameId, session))
      .on('Page.frameNavigated', ({ frame }) => this.#navigate(frame, session))
      .on('Page.navigatedWithinDocument', ({ frameId, url }) => this.#move(frameId, url))
      .on('Page.frameDetached', ({ frameId, reason }) => this.#remove(frameId, reason))
      .on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
        this.#with(frameId, (frame) => this.emit('requested', frame, url, disposition));
      })
      .on('Page.frameStartedNavigating', ({ frameId, url }) => {
        this.#with(frameId, (frame) => this.emit('starting', frame, url));
      })
      .on('Page.frameStoppedLoading', ({ frameId }) => {
        this.#with(frameId, (frame) => this.emit('stopped', frame));
      })
      .on('Page.lifecycleEvent', ({ frameId, name, loaderId }) => {
        this.#with(frameId, (frame) => this.emit('lifecycle', frame, name, loaderId));
      })
      .on('Runtime.executionContextCreated', ({ context }) => this.#addContext(context))
      .on('Runtime.consoleAPICalled', (call) => {
        const frame = this.#frameOf(session, call.executionContextId);
        if (frame) this.emit('console', frame, call);
      })
      .on('Runtime.bindingCalled', ({ executionContextId, payload }) => {
        const frame = this.#frameOf(session, executionContextId);
        if (frame) this.emit('told', frame, payload);
      })
      .on('Target.attachedToTarget', ({ sessionId, targetInfo }) => this.#attach(sessionId, targetInfo));
    const { binding, scripts } = this.#options;
    return Promise.all([
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.addBinding', {
        name: binding.name,
        ...(binding.worldName && { executionContextName: binding.worldName }),
      }),
      ...scripts.map((script) => session.send('Page.addScriptToEvaluateOnNewDocument', script)),
      session.send('Runtime.enable'),
      session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
      session.send('Runtime.runIfWaitingForDebugger'),
    ]);
  }

  #attach(sessionId: string, { type, targetId }: Protocol.Target.TargetInfo): void {
    const session = this.#chromium.connection.session(sessionId);
    if (type !== 'iframe') {
      session.post('Runtime.runIfWaitingForDebugger');
      return;
    }
    const frame = this.#frames.get(targetId);
    if (frame) frame.session = session;
    // A frame that goes while it is prepared needs nothing any more.
    this.#follow(session).catch(() => {});
  }

  #add(id: string, parentId: string, session: Session): WebFrameMain | undefined {
    const known = this.#frames.get(id);
    if (known) return known;
    const parent = this.#frames.get(parentId);
    if (!parent) return undefined;
    const frame = new WebFrameMain(parent, id, session);
    this.#frames.set(id, frame);
    return frame;
  }

  #navigate({ id, parentId, url, urlFragment, loaderId, name }: Protocol.Page.Frame, session: Session): void {
    const frame = this.#frames.get(id) ?? this.#add(id, parentId ?? '', session);
    if (!frame) return;
    Object.assign(frame, {
      engineUrl: url + (urlFragment ?? ''),
      document: loaderId,
      name: name ?? '',
      session,
    });
    if (!isEmptyPage(frame.engineUrl)) this.emit('navigated', frame);
  }

  #move(id: string, url: string): void {
    this.#with(id, (frame) => {
      frame.engineUrl = url;
      this.emit('moved', frame);
    });
  }

  /** A frame that is moved into another process is not gone. */
  #remove(id: string, reason: string): void {
    if (reason === 'swap') return;
    const frame = this.#frames.get(id);
    for (const gone of frame?.framesInSubtree ?? []) this.#frames.delete(gone.engineId);
    frame?.detach();
  }

  #with(id: string, tell: (frame: WebFrameMain) => void): void {
    const frame = this.#frames.get(id);
    if (frame) tell(frame);
  }

  #addContext({ id, name, auxData }: Protocol.Runtime.ExecutionContextDescription): void {
    const { frameId, isDefault } = auxData as { frameId?: string; isDefault?: boolean };
    this.#frames.get(frameId ?? '')?.contexts.set(isDefault ? '' : name, id);
  }

  #frameOf(session: Session, context: number): WebFrameMain | undefined {
    return [...this.#frames.values()].find(
      (frame) => frame.session === session && [...frame.contexts.values()].includes(context),
    );
  }
}
