/**
 * Electron's program, as the double has it: `node run.ts PROGRAM ARGS…`.
 *
 * It runs the application's main script in this process, with the double's modules for `electron`. When the script has
 * been evaluated it starts Chromium, as Electron does, and the application is ready. Standard input, output and errors
 * are the application's; the test speaks over a pipe of its own.
 */
import './arguments.ts';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { app, mainScript } from './app.ts';
import { sealArchives } from './archive.ts';
import { pageScript } from './chromium/bundle.ts';
import { launchChromium } from './chromium/launch.ts';
import { watchPages } from './chromium/pages.ts';
import { takeControl } from './control.ts';
import { dialog } from './dialog.ts';
import { watchDownloads } from './downloads.ts';
import * as electron from './electron.ts';
import { startEscapes } from './escapes.ts';
import { blowFuses } from './fuses.ts';
import { enforceIcu } from './icu.ts';
import { closeAtEnd, isLeaving, leave } from './leave.ts';
import { sealSchemes } from './protocol.ts';
import { quit, quitWith } from './quit.ts';
import { resolveElectron } from './register.ts';
import { setEngine } from './registry.ts';
import { interceptRequests } from './requests.ts';
import { VERSIONS } from './versions.ts';

interface Settings {
  chromium: { path: string; env: Record<string, string> };
}

const settings = JSON.parse(process.env['PARALEL_DOUBLE'] ?? '{}') as Settings;
// The application finds its environment as it would be without us.
delete process.env['PARALEL_DOUBLE'];
delete process.env['NODE_COMPILE_CACHE'];
const control = takeControl({ ...electron });

quitWith({ emit: (event, ...args) => app.emit(event, ...args), leave: (code) => void leave(code) });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit);
// Electron shows it and goes on, unless the application listens itself.
process.on('uncaughtException', (error) => {
  if (process.listenerCount('uncaughtException') > 1) return;
  dialog.showErrorBox(
    'A JavaScript error occurred in the main process',
    `Uncaught Exception:\n${error.stack ?? error.message}`,
  );
});

Object.defineProperty(process, 'versions', { value: Object.freeze(VERSIONS) });
Object.defineProperty(process, 'type', { value: 'browser' });
Object.defineProperty(process, 'resourcesPath', { value: join(app.getAppPath(), 'resources') });
resolveElectron();
blowFuses();
enforceIcu();
sealArchives();

try {
  await import(pathToFileURL(mainScript).href);
} catch (error) {
  console.error('App threw an error during load');
  console.error(error);
  await leave(1);
}
sealSchemes();
if (!isLeaving()) await start();

async function start(): Promise<void> {
  const [proxy, script] = await Promise.all([startEscapes(), pageScript()]);
  const chromium = await launchChromium({
    program: settings.chromium,
    profile: join(app.getPath('sessionData'), 'Chromium of the double'),
    proxy,
    switches: app.switches,
  });
  closeAtEnd(chromium);
  watchPages(chromium);
  const { browser } = chromium;
  await Promise.all([
    interceptRequests(browser),
    watchDownloads(browser),
    browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
  ]);
  const { product } = await browser.send('Browser.getVersion');
  control.report({ browser: chromium.endpoint, version: product });
  await control.proceed;
  setEngine({ chromium, pageScript: script });
  app.become();
}
