/**
 * The desktop application as tests have it. One interface for both: real Electron, where its program is on the machine,
 * and the double. Prefer `evaluate` to whatever only the double has: such a test proves something about both.
 */
import type { BrowserContext, Page } from 'playwright-core';
import type * as ElectronModules from 'electron';
import type { Double } from '../double/electron.ts';

export interface LaunchOptions {
  /** A folder with a package.json, or a script. The application itself if none. */
  program?: string;
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Where the application keeps what is the user's; one for this start alone, which is removed, if none. */
  userData?: string;
  cwd?: string;
}

type Main<A, R> = (electron: typeof ElectronModules, arg: A) => R | Promise<R>;

export interface Desktop {
  readonly kind: 'double' | 'electron';
  /** Of Electron, and of the engine that draws. */
  readonly version: string;
  /** Where its windows' pages are; they are in no other. */
  readonly context: BrowserContext;
  readonly userData: string;
  readonly pid: number;
  /** The exit code; null where a signal ended it. */
  readonly exited: Promise<number | null>;
  windows(): Page[];
  /** The first window there is or will be. */
  firstWindow(): Promise<Page>;
  /** The next window that was not there when this was called. */
  nextWindow(): Promise<Page>;
  /** Runs in the main process. The function's text is sent: it sees nothing around it but its two arguments. */
  evaluate<R, A = undefined>(run: Main<A, R>, arg?: A): Promise<R>;
  /** Everything that the main process has printed. */
  output(): string;
  /** The address that a page has for one of the application's: they differ in the double (see double/addresses.ts). */
  pageAddress(address: string): string;
  /** The other way round. */
  appAddress(address: string): string;
  /** Starts the program again with the same user's folder, and waits for it to end. */
  startAgain(args: readonly string[], cwd?: string): Promise<{ code: number | null; output: string }>;
  /** Asks it to quit, and waits until it has; the exit code. */
  quit(): Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
  /** Whatever state it is in: ends it and everything that it started, and removes what it left. */
  close(): Promise<void>;
  /** What only the double can tell. */
  readonly double?: DoubleOnly;
}

export interface DoubleOnly {
  /** Requests that would have left the machine, and addresses that would have been opened outside. */
  escapes(): Promise<Double['escapes']>;
  /** Of every page there ever was, Electron's defaults included. */
  effectivePreferences(): Promise<Electron.WebPreferences[]>;
  /** Calls without an effect that one could see, by name: `shell.openExternal`. */
  noted(what: string): Promise<unknown[][]>;
  setDisplays(displays: Parameters<Double['setDisplays']>[0]): Promise<void>;
  chooseSystem(choice: Parameters<Double['chooseSystem']>[0]): Promise<void>;
  /** Whether the application holds it; if not, it is ended where it stands. */
  endSession(how: Parameters<Double['endSession']>[0]): Promise<boolean>;
}
