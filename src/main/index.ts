/**
 * The Electron shell: puts the parts together. What may be done is decided in policies/.
 * Its folder is where the build puts it (out/main); no other module may import it.
 */
import { join } from 'node:path';
import process from 'node:process';
import { app, dialog, protocol } from 'electron';
import { AppError, toReport } from '../shared/errors';
import { langOfMachine } from '../shared/lang';
import { LINK_SCHEME } from '../shared/links';
import { arrive } from './arrivals';
import { type Desktop, openDesktop } from './desktop';
import { guardEveryPage } from './guard';
import { removeLeftovers } from './leftovers';
import { pathOfAddress } from './policies/address';
import { type Arrival, arrivalOf, readArguments } from './policies/arguments';
import { QUIET_SWITCHES } from './policies/network';
import { portableFolder, programFolder } from './policies/portable';
import { mayRun } from './policies/sandbox';
import { refusedSwitches } from './policies/switches';
import { OWN_SCHEME } from './policies/window';
import { wordsIn } from './words';
import { z } from 'zod';

/** As build/names.ts has it. */
const APP_ID = 'org.paralel.reader';

const asked = readArguments(process.argv.slice(1), app.isPackaged);
const portable = portableFolder({
  asked: asked.portable,
  env: process.env,
  exe: app.getPath('exe'),
  platform: process.platform,
});

let desktop: Desktop | undefined;
/** What came before there was a window. */
const early: Arrival[] = [...asked.arrivals];

// Before `ready`, and before anything is awaited: later it has no effect (docs/tutorial/esm.md).
const folder = programFolder(portable, { platform: process.platform, appData: app.getPath('appData') });
if (folder) {
  app.setPath('userData', folder);
  app.setPath('logs', join(folder, 'logs'));
  app.setPath('crashDumps', join(folder, 'crashes'));
}
// Windows puts windows of one id under one button; the installer's shortcut has the same.
app.setAppUserModelId(APP_ID);
for (const [name, value] of QUIET_SWITCHES) app.commandLine.appendSwitch(name, value);
// Asked first: the next line takes `--no-sandbox` off the command line (Electron's electron_api_app.cc).
const hasNoSandbox = app.commandLine.hasSwitch('no-sandbox');
app.enableSandbox();
protocol.registerSchemesAsPrivileged([OWN_SCHEME]);
guardEveryPage((address, opener) => {
  const path = pathOfAddress(address);
  if (path !== undefined && desktop?.windows.of(opener)) desktop.windows.open(path);
});

// Chromium may change the order of a second start's arguments, so they are handed on as they came.
if (app.requestSingleInstanceLock({ argv: process.argv.slice(1) })) {
  removeLeftovers(app.getPath('userData'), (error) => console.error(error));
  app.on('second-instance', (_event, _argv, _folder, handedOn) => receive(argumentsOf(handedOn)));
  app.on('open-url', (event, link) => {
    event.preventDefault();
    receive([arrivalOf(link)]);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    receive([{ kind: 'file', path }]);
  });
  app.whenReady().then(open).catch(failToOpen);
} else {
  app.quit();
}

const handedOnSchema = z.object({ argv: z.array(z.string().max(32_768)).max(1_000) });

function argumentsOf(handedOn: unknown): Arrival[] {
  const parsed = handedOnSchema.safeParse(handedOn);
  return parsed.success ? readArguments(parsed.data.argv, app.isPackaged).arrivals : [];
}

function receive(arrivals: readonly Arrival[]): void {
  if (desktop) arrive(desktop.windows, arrivals);
  else early.push(...arrivals);
}

function open(): void {
  if (!mayRun({ isPackaged: app.isPackaged, hasNoSandbox })) throw new AppError('sandbox.missing');
  const refused = refusedSwitches({
    isPackaged: app.isPackaged,
    hasSwitch: (name) => app.commandLine.hasSwitch(name),
  });
  if (refused.length > 0) throw new AppError('switches.refused', { switches: refused.join(', ') });
  // Beside the program nothing is entered into the system that it is plugged into.
  if (app.isPackaged && !portable) app.setAsDefaultProtocolClient(LINK_SCHEME, process.execPath, ['--']);
  desktop = openDesktop({ built: import.meta.dirname, library: asked.library, portable });
  arrive(desktop.windows, early.splice(0));
  // Whoever started us may be waiting to fall back to a browser.
  desktop.windows.front?.browser.once('show', () => process.send?.({ shown: true }));
}

/** Without this, a window that cannot be made would be a program that does nothing. */
function failToOpen(error: unknown): void {
  console.error(error);
  const { code, params } = toReport(error);
  const words = wordsIn(langOfMachine(app.getPreferredSystemLanguages()));
  dialog.showErrorBox('Paralel', words(`errors.${code}`, params));
  app.exit(1);
}
