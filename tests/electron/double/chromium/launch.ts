/**
 * Chromium for the double: without a screen, and spoken to over its debugging pipe, so that it leaves when we do,
 * however we do. Its port is for the test, which has Playwright's pages of the same windows by it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { UNNEEDED_FEATURES } from '../../../../src/library/printing/unneeded.ts';
import { Connection } from './connection.ts';
import type { Session } from './session.ts';

export interface LaunchOptions {
  program: { path: string; env: Readonly<Record<string, string>> };
  profile: string;
  /** Where everything ends that the double does not answer: see escapes.ts. */
  proxy: string;
  /** What the application has appended to the command line. */
  switches: ReadonlyMap<string, string>;
}

/** Without them Chromium would run errands of its own, or not draw twice the same. */
const OWN_SWITCHES = [
  '--headless',
  '--no-sandbox',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--metrics-recording-only',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  // The errands that no switch stops go nowhere.
  '--component-updater=url-source=http://127.0.0.1:1/',
  '--gaia-url=http://127.0.0.1:1/',
  `--disable-features=${[...UNNEEDED_FEATURES, 'AutofillServerCommunication'].join(',')}`,
];

/** Electron connects to no host before it is asked for something; Chromium foresees. */
const PREFERENCES = { net: { network_prediction_options: 2 } };

const PATIENCE_MS = 30_000;

export class Chromium {
  readonly connection: Connection;
  /** Where a second client connects. */
  readonly endpoint: string;
  readonly #process: ChildProcess;
  readonly #exited: Promise<void>;

  constructor(child: ChildProcess, connection: Connection, endpoint: string) {
    this.#process = child;
    this.connection = connection;
    this.endpoint = endpoint;
    this.#exited = new Promise((resolve) => child.once('exit', () => resolve()));
  }

  get browser(): Session {
    return this.connection.browser;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  async close(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const late = setTimeout(() => this.#process.kill('SIGKILL'), 5_000);
    this.browser.send('Browser.close').catch(() => {});
    await this.#exited;
    clearTimeout(late);
  }
}

export async function launchChromium(options: LaunchOptions): Promise<Chromium> {
  const { program, profile, proxy, switches } = options;
  const appended = [...switches].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
  const outbound = [`--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>'];
  writePreferences(profile);
  const child = spawn(
    program.path,
    [...OWN_SWITCHES, `--user-data-dir=${profile}`, ...outbound, ...appended],
    { env: { ...process.env, ...program.env }, stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const [, , stderr, input, output] = child.stdio as unknown as [null, null, Readable, Writable, Readable];
  try {
    return new Chromium(child, new Connection(input, output), await endpointOf(child, stderr));
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

function writePreferences(profile: string): void {
  const file = join(profile, 'Default', 'Preferences');
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(PREFERENCES));
}

/** Chromium says it among its complaints about what a machine without a desktop has not. */
function endpointOf(child: ChildProcess, stderr: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => reject(new Error(`${child.spawnfile} ${why}: ${said}`));
    const late = setTimeout(() => fail(`has not started after ${PATIENCE_MS / 1000} s`), PATIENCE_MS);
    child.once('error', ({ message }) => fail(message));
    child.once('exit', (code, signal) => fail(`ended with ${code ?? signal}`));
    stderr.setEncoding('utf8').on('data', (chunk: string) => {
      if (said.length < 20_000) said += chunk;
      const endpoint = /DevTools listening on (\S+)/u.exec(said)?.[1];
      if (endpoint === undefined) return;
      clearTimeout(late);
      resolve(endpoint);
    });
  });
}
