/** Starts a browser that can print, without a window and without a word to the network. */
import type { Browser } from 'playwright-core';
import { AppError } from '../../shared/errors';
import { BUNDLED, type ChromiumProgram, type Environment, findChromium } from './find-chromium';
import { UNNEEDED_FEATURES } from './unneeded';

/** The first with margin boxes, which carry the running heads (blink-dev, “Intent to Ship: CSS page margin boxes”). */
const OLDEST = 131;

/** This replaces Playwright's own list of them. */
const UNWANTED = [
  ...UNNEEDED_FEATURES,
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

const QUIET = [
  `--disable-features=${UNWANTED.join(',')}`,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--no-first-run',
  // Hints would move letters to the pixels of a screen that is not there.
  '--font-render-hinting=none',
  // Should anything still ask for an address, no name leads beyond this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A browser that does not start in this time, on a slow disk too, does not start. */
const PATIENCE_MS = 30_000;

/**
 * The first of the machine's browsers that starts and is recent enough. PARALEL_CHROMIUM names another, or `bundled`.
 * @throws AppError 'print.no-browser', or 'print.failed' where it is the named one that does not start;
 *   every attempt is in the cause
 */
export async function launchChromium(env: Environment = process.env): Promise<Browser> {
  const failures: unknown[] = [];
  try {
    for await (const program of findChromium(env)) {
      for (const sandbox of sandboxChoices()) {
        try {
          return await start(program, sandbox);
        } catch (error) {
          failures.push(error);
        }
      }
    }
  } catch (error) {
    failures.push(error);
  }
  const cause = new AggregateError(failures, failures.map((failure) => String(failure)).join('\n'));
  const named = env['PARALEL_CHROMIUM'];
  if (!named || named === BUNDLED) throw new AppError('print.no-browser', {}, { cause });
  throw new AppError(
    'print.failed',
    { detail: `PARALEL_CHROMIUM=${named} does not start or is too old` },
    { cause },
  );
}

/** Chromium refuses its sandbox to root, and some systems refuse it to everyone but the browser they ship. */
function sandboxChoices(): boolean[] {
  return process.getuid?.() === 0 ? [false] : [true, false];
}

async function start({ path, env }: ChromiumProgram, sandbox: boolean): Promise<Browser> {
  // Loaded here, because a start that prints nothing should not pay for it.
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: path,
    args: QUIET,
    chromiumSandbox: sandbox,
    env: { ...definedOnly(process.env), ...env },
    timeout: PATIENCE_MS,
    // Ending is the host's own affair; Chromium leaves by itself when its pipe closes.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const version = browser.version();
  if (Number.parseInt(version, 10) >= OLDEST) return browser;
  await browser.close();
  throw new Error(`${path} is version ${version}; printing needs ${OLDEST}`);
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
