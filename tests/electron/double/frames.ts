/** The frames of a window, as Electron's WebFrameMain has them. */
import type Electron from 'electron';
import { fromEngine } from './addresses.ts';
import type { Session } from './chromium/session.ts';
import { onlyInstances } from './gaps.ts';

let lastRoutingId = 0;

/** A frame keeps its identity when it navigates; its document does not. */
export class WebFrameMain implements Pick<
  Electron.WebFrameMain,
  'detached' | 'frameTreeNodeId' | 'name' | 'origin' | 'processId' | 'routingId' | 'url' | 'isDestroyed'
> {
  readonly frameTreeNodeId = ++lastRoutingId;
  readonly routingId = this.frameTreeNodeId;
  readonly processId = 1;
  /** Chromium's names of the frame and of its document. */
  engineId: string;
  document = '';
  engineUrl = '';
  name = '';
  session: Session | undefined;
  detached = false;
  readonly #parent: WebFrameMain | null;
  readonly #children = new Set<WebFrameMain>();
  /** By the name of the world. */
  readonly contexts = new Map<string, number>();

  constructor(parent: WebFrameMain | null = null, engineId = '', session?: Session) {
    this.engineId = engineId;
    this.#parent = parent;
    this.session = session;
    if (parent) parent.#children.add(this);
  }

  get url(): string {
    return fromEngine(this.engineUrl);
  }
  get origin(): string {
    const [, origin = 'null'] = /^(?:blob:)?([a-z][a-z0-9+.-]*:\/\/[^/?#]+)/iu.exec(this.url) ?? [];
    return origin;
  }
  get parent(): Electron.WebFrameMain | null {
    return this.#parent as unknown as Electron.WebFrameMain | null;
  }
  get top(): Electron.WebFrameMain | null {
    return (this.#parent ? this.#parent.top : this) as unknown as Electron.WebFrameMain;
  }
  get frames(): WebFrameMain[] {
    return [...this.#children];
  }
  get framesInSubtree(): WebFrameMain[] {
    return [this, ...this.frames.flatMap((frame) => frame.framesInSubtree)];
  }
  get isMain(): boolean {
    return this.#parent === null;
  }

  isDestroyed(): boolean {
    return this.detached;
  }

  /** With everything within it. */
  detach(): void {
    for (const frame of this.#children) frame.detach();
    if (this.#parent) this.#parent.#children.delete(this);
    this.detached = true;
  }
}
onlyInstances('WebFrameMain', WebFrameMain);
