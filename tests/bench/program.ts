/** The program under measure: the loopback host as a person starts it, and a Chromium. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

export const ROOT = resolve(import.meta.dirname, '../..');

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'paralel-bench-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export interface Host {
  address: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** Resolves when the address has been printed. */
export async function startHost(library: string): Promise<Host> {
  const child = spawn(
    process.execPath,
    [resolve(ROOT, 'src/cli/paralel.mjs'), 'serve', '--library', library],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const address = await new Promise<string>((found, fail) => {
    child.on('exit', () => fail(new Error('the host ended before it printed its address')));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const match = /http:\/\/\S+/u.exec(text);
      if (match) found(match[0]);
    });
  });
  return {
    address,
    process: child,
    stop: () =>
      new Promise((ended) => {
        child.on('exit', () => ended());
        child.kill('SIGTERM');
      }),
  };
}

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** An installed Chromium, or the one that PARALEL_CHROMIUM names. */
export function chromiumPath(): string {
  const path = [process.env['PARALEL_CHROMIUM'] ?? '', ...INSTALLED].find(
    (one) => one !== '' && existsSync(one),
  );
  if (path === undefined) throw new Error('No Chromium found: name one in PARALEL_CHROMIUM.');
  return path;
}

export function chromiumVersion(): string {
  return execFileSync(chromiumPath(), ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
}

/** When what is on the page has been painted in its own fonts: two frames after they are here. */
export const PAINTED = async () => {
  await document.fonts.ready;
  await new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
};
