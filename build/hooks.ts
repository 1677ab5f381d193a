/** What is done to Electron's program between unpacking and signing. */
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { flipFuses, FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { fuseConfig, type FuseName, FUSES } from './fuses.ts';
import { EXECUTABLE, PRODUCT } from './names.ts';

/** Electron's notices: on Windows and Linux beside the program, on macOS outside what is packed. */
const NOTICES = [
  ['LICENSE', 'LICENSE.electron.txt'],
  ['LICENSES.chromium.html', 'LICENSES.chromium.html'],
] as const;

/** What electron-builder leaves to us where it is given a folder instead of Electron's archive. */
export async function afterExtract({
  appOutDir,
  electronPlatformName,
  packager,
}: AfterPackContext): Promise<void> {
  const isMac = electronPlatformName === 'darwin';
  const resources = join(appOutDir, isMac ? 'Electron.app/Contents/Resources' : 'resources');
  // The page that Electron shows where there is no program.
  await rm(join(resources, 'default_app.asar'), { force: true });
  await rm(join(appOutDir, 'version'), { force: true });
  const { electronDist } = packager.config;
  if (isMac && typeof electronDist === 'string')
    for (const [from, to] of NOTICES) await copyFile(join(electronDist, from), join(resources, to));
}

export const afterPack = (context: AfterPackContext): Promise<void> =>
  lock(context, process.platform === 'darwin');

/** @param canSign whether Apple's tool for that is here */
export async function lock(context: AfterPackContext, canSign: boolean): Promise<void> {
  const { appOutDir, electronPlatformName } = context;
  // One half of a universal program: joined first, then changed.
  if (/-(?:arm64|x64)-temp$/.test(appOutDir)) return;
  const isMac = electronPlatformName === 'darwin';
  if (isMac) await refusePlainHttp(join(appOutDir, `${PRODUCT}.app/Contents/Info.plist`));
  await setFuses(programOf(appOutDir, electronPlatformName), isMac && canSign);
}

export function programOf(appOutDir: string, platform: string): string {
  if (platform === 'darwin') return join(appOutDir, `${PRODUCT}.app`);
  return join(appOutDir, platform === 'win32' ? `${PRODUCT}.exe` : EXECUTABLE);
}

/** @throws where the program has no fuses, has one that we do not know, or one is not as it should be afterwards */
export async function setFuses(program: string, resign: boolean): Promise<void> {
  await flipFuses(program, fuseConfig(resign));
  await checkFuses(program);
}

/** @throws naming the first that is not as it should be */
export async function checkFuses(program: string): Promise<void> {
  const wire = await getCurrentFuseWire(program);
  for (const name of Object.keys(FUSES) as FuseName[]) {
    const { on } = FUSES[name];
    if (wire[FuseV1Options[name]] !== (on ? FuseState.ENABLE : FuseState.DISABLE))
      throw new Error(`The fuse ${name} is not ${on ? 'on' : 'off'} in ${program}.`);
  }
}

/** electron-builder allows it for updates from a local server. */
async function refusePlainHttp(plist: string): Promise<void> {
  const xml = await readFile(plist, 'utf8');
  await writeFile(plist, xml.replace(/(<key>NSAllowsArbitraryLoads<\/key>\s*)<true\/>/, '$1<false/>'));
}
