/**
 * `npm run pack`: the program's folder for this machine, in dist/, to try or to look into.
 * `npm run release:linux | mac | win`: what is handed out. docs/release.md has the whole way.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import process from 'node:process';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { findElectron } from '../src/cli/start/electron.ts';
import configuration, { ROOT } from './electron-builder.config.ts';
import { committedLicences, currentLicences } from './licences.ts';
import { metadataOf } from './licences/package.ts';
import { STAND_IN, standIn } from './stand-in.ts';

const RELEASES = {
  linux: { platform: Platform.LINUX, archs: [Arch.x64, Arch.arm64] },
  mac: { platform: Platform.MAC, archs: [Arch.universal] },
  win: { platform: Platform.WINDOWS, archs: [Arch.x64, Arch.arm64] },
};
type ReleaseName = keyof typeof RELEASES;
const isRelease = (name: string): name is ReleaseName => Object.hasOwn(RELEASES, name);

const NO_PROGRAM = `#!/bin/sh
echo "This folder was packed without Electron's program: see docs/release.md." >&2
exit 1
`;

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Nothing is ever uploaded, whatever the environment says that CI should do. */
export function packFolder(config: Configuration, platform = Platform.current()): Promise<string[]> {
  return build({
    projectDir: ROOT,
    publish: 'never',
    targets: platform.createTarget('dir', archOf(platform)),
    config,
  });
}

const archOf = (platform: Platform): Arch =>
  platform === Platform.current() && process.arch === 'arm64' ? Arch.arm64 : Arch.x64;

export interface PackOptions {
  env: NodeJS.ProcessEnv;
  /** Where to, from the project's folder. */
  output: string;
  tell(text: string): void;
}

/** With Electron's program where it has been fetched; nothing is fetched for this. */
export async function pack({ env, output, tell }: PackOptions): Promise<void> {
  const config = configuration();
  const directories = { ...config.directories, output };
  const electron = findElectron(join(ROOT, 'node_modules'), env);
  if (electron?.program) {
    await packFolder({ ...config, directories, electronDist: distOf(electron.program) });
    return tell(
      `\nPacked into ${output}/ with Electron’s program; its nine fuses are set and were read back.`,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'paralel-stand-in-'));
  try {
    await standIn(folder, process.platform, NO_PROGRAM);
    await packFolder({ ...withStandIn(config, folder), directories, afterPack: null });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  tell(
    `\nElectron’s program is NOT here (node_modules/electron has no dist), so the folder in ${output}/ has everything\n` +
      'of Paralel but the program that runs it: it cannot be started, no fuse was set, nothing was signed.\n' +
      'Fetch it with `npx install-electron` (about 120 MB, from GitHub) and run `npm run pack` again.',
  );
}

/** The program lies in its folder; on macOS four levels down. */
function distOf(program: string): string {
  return process.platform === 'darwin' ? join(program, '../../../..') : dirname(program);
}

export function withStandIn(config: Configuration, electronDist: string): Configuration {
  const { win, mac, ...rest } = STAND_IN;
  return { ...config, ...rest, electronDist, win: { ...config.win, ...win }, mac: { ...config.mac, ...mac } };
}

async function release(name: ReleaseName): Promise<void> {
  const { platform, archs } = RELEASES[name];
  if (name === 'linux' && !hasHome())
    throw new Error('A .deb names its project’s address: write it as "homepage" into package.json.');
  if (name === 'mac' && process.platform !== 'darwin')
    throw new Error('A program for macOS is joined and signed with Apple’s tools: only a Mac has them.');
  const signed = name !== 'linux' && CERTIFICATES.some((variable) => process.env[variable]);
  const artifacts = await build({
    projectDir: ROOT,
    publish: 'never',
    targets: platform.createTarget(null, ...archs),
    // Whoever names a certificate must not get something unsigned.
    config: { ...configuration(), forceCodeSigning: signed },
  });
  const files = artifacts.filter((path) => /\.(?:AppImage|deb|dmg|exe)$/.test(path));
  const sums = join(ROOT, `dist/SHA256SUMS-${name}.txt`);
  writeFileSync(sums, sumsOf(files));
  say(`\n${files.map((path) => relative(ROOT, path)).join('\n')}\n${relative(ROOT, sums)}`);
  if (!signed && name !== 'linux')
    say(
      '\nNo certificate was named (docs/release.md), so nothing is signed by anyone: systems will warn of it.',
    );
}

/** Any one of these, as electron-builder knows them. */
const CERTIFICATES = ['CSC_LINK', 'CSC_NAME', 'WIN_CSC_LINK'];

/** As `sha256sum` writes and checks it. */
export function sumsOf(files: readonly string[]): string {
  return [...files]
    .sort()
    .map((path) => `${createHash('sha256').update(readFileSync(path)).digest('hex')}  ${basename(path)}\n`)
    .join('');
}

/** electron-builder also takes the address of a clone from GitHub for it. */
function hasHome(): boolean {
  const git = join(ROOT, '.git/config');
  return (
    metadataOf(ROOT).homepage !== undefined ||
    (existsSync(git) && readFileSync(git, 'utf8').includes('github.com'))
  );
}

async function main(name: string | undefined): Promise<void> {
  if (name !== undefined && !isRelease(name))
    throw new Error(`There is no release for ${name}: linux, mac, win.`);
  if ((await currentLicences()) !== committedLicences())
    throw new Error(
      'resources/licences.json is not about what is shipped now: run `npm run licences` and read what changed.',
    );
  await (name === undefined ? pack({ env: process.env, output: 'dist', tell: say }) : release(name));
}

if (process.argv[1] === import.meta.filename) {
  try {
    await main(process.argv[2]);
  } catch (error) {
    say(`\nNot packed. ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
