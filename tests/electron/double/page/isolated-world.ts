/** The preload's world: the bridge, IPC, the preload script itself, and what the main process wants to hear of the page. */
import { decode } from '../wire.ts';
import { type Incoming, IpcRenderer, Line } from './ipc-renderer.ts';
import { changeBrowser, EXPOSE } from './main-world.ts';
import { watchPage } from './observe.ts';
import { Peer } from './peer.ts';
import { only, sandboxedRequire } from './sandbox.ts';
import { fullRequire, giveNode } from './unlocked.ts';

/** The effective preferences that change what a page is given. */
export interface World {
  secret: string;
  contextIsolation: boolean;
  sandbox: boolean;
  nodeIntegration: boolean;
  nodeIntegrationInSubFrames: boolean;
  webviewTag: boolean;
  process: { platform: string; arch: string; versions: Record<string, string> };
  /** The script's file, and why there is none to run though it was named. */
  preload: { path: string; error?: string | undefined } | undefined;
}

type Preload = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
) => void;

export function startIsolatedWorld(world: World, preload: Preload | undefined): void {
  const line = new Line(takeBinding(world.secret));
  const ipcRenderer = new IpcRenderer(line);
  Object.defineProperty(globalThis, world.secret, {
    value: (message: Incoming) => {
      if (message.kind !== 'message') line.settle(message);
      else
        ipcRenderer.emit(
          message.channel,
          { sender: ipcRenderer, ports: [] },
          ...(decode(message.args) as unknown[]),
        );
    },
  });

  const openWindow = (url: unknown, target: unknown, features: unknown): void =>
    line.tell({ kind: 'open-window', url: String(url), target: String(target), features: String(features) });
  const checkPermission = (name: unknown): Promise<unknown> =>
    line.ask((id) => ({ kind: 'permission', id, name: String(name) }));

  let expose: (key: string, api: unknown) => void;
  if (world.contextIsolation) {
    const post = document.createElement('i');
    const peer = new Peer(post, ['isolated', 'main'], [openWindow, checkPermission]);
    dispatchEvent(new MouseEvent(world.secret, { relatedTarget: post }));
    expose = (key, api) => void peer.call(EXPOSE, [key, api]);
  } else {
    changeBrowser(openWindow, checkPermission);
    expose = () => {
      throw new Error('contextBridge API can only be used when contextIsolation is enabled');
    };
  }
  watchPage(line, world.webviewTag);

  const isMainFrame = window.top === window;
  if (!isMainFrame && !world.nodeIntegrationInSubFrames) return;
  const electron = only('electron in a preload script', {
    contextBridge: only('contextBridge', { exposeInMainWorld: expose }),
    ipcRenderer: only('ipcRenderer', ipcRenderer),
    webFrame: only('webFrame', { isWebFrame: true }),
    webUtils: only('webUtils', {}),
  });
  const require = world.sandbox ? sandboxedRequire(electron) : fullRequire(electron);
  const process = {
    ...world.process,
    type: 'renderer',
    sandboxed: world.sandbox,
    contextIsolated: world.contextIsolation,
  };
  if (world.nodeIntegration && !world.sandbox && !world.contextIsolation) giveNode(require, process);
  runPreload(world, preload, require, process, line);
}

/** Out of the page's sight, should it share this world. */
function takeBinding(secret: string): (text: string) => void {
  const name = `${secret}-out`;
  const binding: unknown = Reflect.get(globalThis, name);
  Reflect.deleteProperty(globalThis, name);
  if (typeof binding !== 'function') throw new Error('The double: the page has no binding');
  return (text) => void Reflect.apply(binding, undefined, [text]);
}

function runPreload(
  { preload: file }: World,
  preload: Preload | undefined,
  require: (name: string) => unknown,
  process: object,
  line: Line,
): void {
  try {
    if (file?.error !== undefined) throw new SyntaxError(file.error);
    const module = { exports: {} };
    preload?.(require, module, module.exports, process);
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    console.error(`Unable to load preload script: ${file?.path ?? ''}`);
    console.error(error);
    line.tell({ kind: 'preload-error', message, stack: stack ?? message });
  }
}
