/**
 * The Electron shell: puts the parts together. What may be done is decided in policies/.
 * Its folder is where the build puts it (out/main); no other module may import it.
 */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
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

let desktop: Desktop | undefined;

// Before all else: some of what is refused takes effect when Chromium begins.
const refusal = reasonNotToRun();
if (refusal) failToOpen(refusal);
else begin();

function reasonNotToRun(): AppError | undefined {
  const { isPackaged, commandLine } = app;
  const hasSwitch = (name: string): boolean => commandLine.hasSwitch(name);
  // `enableSandbox` takes it off the command line later (Electron's electron_api_app.cc).
  if (!mayRun({ isPackaged, hasNoSandbox: hasSwitch('no-sandbox') })) return new AppError('sandbox.missing');
  const refused = refusedSwitches({ isPackaged, hasSwitch });
  return refused.length > 0 ? new AppError('switches.refused', { switches: refused.join(', ') }) : undefined;
}

/** Before `ready`, and before anything is awaited: later much of it has no effect (docs/tutorial/esm.md). */
function begin(): void {
  const asked = readArguments(process.argv.slice(1), process.cwd(), app.isPackaged);
  const portable = portableFolder({
    asked: asked.portable,
    env: process.env,
    exe: app.getPath('exe'),
    platform: process.platform,
  });
  try {
    settle(portable);
  } catch (error) {
    return failToOpen(error);
  }
  // Windows puts windows of one id under one button; the installer's shortcut has the same.
  app.setAppUserModelId(APP_ID);
  for (const [name, value] of QUIET_SWITCHES) app.commandLine.appendSwitch(name, value);
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([OWN_SCHEME]);
  guardEveryPage((address, opener) => {
    const path = pathOfAddress(address);
    if (path !== undefined && desktop?.windows.of(opener)) desktop.windows.open(path);
  });

  // Chromium may change the order of a second start's arguments, so they are handed on as they came.
  if (!app.requestSingleInstanceLock({ argv: process.argv.slice(1) })) return app.quit();
  removeLeftovers(app.getPath('userData'), (error) => console.error(error));
  /** What came before there was a window. */
  const early: Arrival[] = [...asked.arrivals];
  const receive = (arrivals: readonly Arrival[]): void => {
    if (desktop) arrive(desktop, arrivals);
    else early.push(...arrivals);
  };
  app.on('second-instance', (_event, _argv, folder, handedOn) => receive(handedOver(handedOn, folder)));
  app.on('open-url', (event, link) => {
    event.preventDefault();
    receive([arrivalOf(link, '/')]);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    receive([{ kind: 'file', path }]);
  });
  app
    .whenReady()
    .then(() => open(asked.library, portable, early))
    .catch(failToOpen);
}

/** Where the shell and Chromium keep what is theirs. @throws AppError where that cannot be beside the program */
function settle(portable: string | undefined): void {
  const folder = programFolder(portable, { platform: process.platform, appData: app.getPath('appData') });
  if (!folder) return;
  try {
    if (portable) makeWritable(folder);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppError('portable.not-writable', { path: folder, detail }, { cause: error });
  }
  app.setPath('userData', folder);
  app.setPath('logs', join(folder, 'logs'));
  app.setPath('crashDumps', join(folder, 'crashes'));
}

function makeWritable(folder: string): void {
  mkdirSync(folder, { recursive: true });
  accessSync(folder, constants.W_OK);
}

const handedOnSchema = z.object({ argv: z.array(z.string().max(32_768)).max(1_000) });

/** @param folder where the second start was made */
function handedOver(handedOn: unknown, folder: string): Arrival[] {
  const parsed = handedOnSchema.safeParse(handedOn);
  if (!parsed.success) return [];
  const { library, arrivals } = readArguments(parsed.data.argv, folder, app.isPackaged);
  return library === undefined
    ? arrivals
    : [{ kind: 'library', path: resolve(folder, library) }, ...arrivals];
}

function open(library: string | undefined, portable: string | undefined, early: readonly Arrival[]): void {
  // Beside the program nothing is entered into the system that it is plugged into.
  if (app.isPackaged && !portable) app.setAsDefaultProtocolClient(LINK_SCHEME, process.execPath, ['--']);
  desktop = openDesktop({ built: import.meta.dirname, library, portable });
  arrive(desktop, early);
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
