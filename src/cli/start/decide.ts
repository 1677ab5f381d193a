/** Which shell a start opens, and how that is said. */

/** What is known of the machine before anything is tried. */
export interface Machine {
  platform: NodeJS.Platform;
  hasDisplay: boolean;
  isRoot: boolean;
  /** Electron's program: here, to be had from the network, or not even its package. */
  electron: 'here' | 'to-fetch' | 'absent';
  /** The reader has said that the network is not to be asked. */
  isOffline: boolean;
}

/** Why it is a browser and not the window of our own. */
export type Why =
  | { why: 'asked' | 'no-display' | 'root' | 'absent' | 'offline' | 'cancelled' }
  | { why: 'unreachable' | 'not-fetched' | 'not-started'; detail: string };

export type Plan = { shell: 'electron' } | { shell: 'fetch' } | ({ shell: 'browser'; open: boolean } & Why);

export function decide(machine: Machine, asked: { browser: boolean }): Plan {
  const browser = (why: Why, open = true): Plan => ({ shell: 'browser', open, ...why });
  if (!machine.hasDisplay) return browser({ why: 'no-display' }, false);
  if (asked.browser) return browser({ why: 'asked' });
  if (machine.electron === 'absent') return browser({ why: 'absent' });
  // Chromium refuses; --no-sandbox would make it run, and every document a danger.
  if (machine.platform === 'linux' && machine.isRoot) return browser({ why: 'root' });
  if (machine.electron === 'here') return { shell: 'electron' };
  return machine.isOffline ? browser({ why: 'offline' }) : { shell: 'fetch' };
}

/** On Linux a display is one of these two; elsewhere there always is one. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

const IN_BROWSER = 'Paralel opens in the browser, where it does the same.';

export function explain(reason: Why): string {
  switch (reason.why) {
    case 'asked':
      return 'Paralel opens in the browser, as asked.';
    case 'no-display':
      return 'There is no display here, so Paralel opens no window: it waits for a browser.';
    case 'root':
      return `Electron does not run as root unless its sandbox is switched off, which Paralel does not do. ${IN_BROWSER} Start it as an ordinary user for a window of its own.`;
    case 'absent':
      return `Electron is not installed here. ${IN_BROWSER}`;
    case 'offline':
      return `Electron is not here, and the network is not asked for it (offline). ${IN_BROWSER}`;
    case 'cancelled':
      return `Fetching Electron was cancelled. ${IN_BROWSER}`;
    case 'unreachable':
      return `Electron is not here and cannot be fetched: ${reason.detail}. ${IN_BROWSER}`;
    case 'not-fetched':
      return `Electron could not be fetched (${reason.detail}). ${IN_BROWSER}`;
    case 'not-started':
      return `Electron did not open its window (${reason.detail}). ${IN_BROWSER}`;
  }
}
