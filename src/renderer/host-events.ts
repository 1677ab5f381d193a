/** What the loopback host tells its windows, over a WebSocket; that it is open is also how the host knows of us. */
import type { ShellEvent } from '../shared/events';

export type EventListener = (event: ShellEvent) => void;

/** How this window names itself to the host, so that what it has changed is not told back to it. No secret. */
export const windowName = `w${crypto.getRandomValues(new Uint32Array(3)).join('-')}`;

/**
 * Milliseconds before each new try after a loss. Then nothing is tried until something happens: a host that has gone
 * is told by the next call, and each try that fails stands in the browser's console.
 */
const WAITS = [0, 2_000, 15_000];
/** However much happens, no more often than this. */
const REST = 10_000;
/** “Going away”: the host has closed. */
const GOING_AWAY = 1001;

/** Returns what is to be called when something says that the host is there. */
export function listenToHost(tell: EventListener): () => void {
  const address = new URL(`events?window=${windowName}`, location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  let socket: WebSocket | undefined;
  let losses = 0;
  let tried = -REST;
  let next: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    clearTimeout(next);
    if (socket) return;
    tried = performance.now();
    const opened = new WebSocket(address);
    socket = opened;
    opened.onopen = () => {
      // What others changed meanwhile went by.
      if (losses > 0) tell({ type: 'notebook' });
      losses = 0;
    };
    opened.onmessage = ({ data }) => tell(JSON.parse(String(data)) as ShellEvent);
    opened.onclose = ({ code }) => {
      if (socket !== opened) return;
      socket = undefined;
      const wait = code === GOING_AWAY ? undefined : WAITS[losses++];
      if (wait !== undefined) next = setTimeout(open, wait);
    };
  }

  function wake(): void {
    if (document.visibilityState === 'visible' && performance.now() - tried >= REST) open();
  }

  /** Said aloud, so that the host can tell a window that is closed from one whose computer sleeps. */
  function leave(): void {
    clearTimeout(next);
    const left = socket;
    socket = undefined;
    left?.close(1000);
  }

  document.addEventListener('visibilitychange', wake);
  addEventListener('online', wake);
  addEventListener('pagehide', leave);
  // A page that the browser has kept is shown again.
  addEventListener('pageshow', ({ persisted }) => persisted && open());
  open();
  return wake;
}
