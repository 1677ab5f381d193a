/** Packs for a platform into a folder of its own, with a stand-in for Electron whose program has fuses. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { extractAll, listPackage } from '@electron/asar';
import { Platform } from 'electron-builder';
import { vi } from 'vitest';
import configuration, { ROOT } from '../../../build/electron-builder.config';
import { lock, programOf } from '../../../build/hooks';
import { packFolder, withStandIn } from '../../../build/pack';
import { standIn } from '../../../build/stand-in';
import { build } from '../../../src/cli/launch/build.mjs';

export type Target = 'linux' | 'mac' | 'win';
const TARGETS = {
  linux: { platform: Platform.LINUX, name: 'linux', resources: 'resources' },
  mac: { platform: Platform.MAC, name: 'darwin', resources: 'Paralel.app/Contents/Resources' },
  win: { platform: Platform.WINDOWS, name: 'win32', resources: 'resources' },
} as const;

/** What this machine's own package is for. */
export const HERE: Target =
  process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'win' : 'linux';

export interface Packed {
  folder: string;
  /** What the program has as process.resourcesPath. */
  resources: string;
  /** The file with the fuses in it. */
  program: string;
  /** In the archive, without folders. */
  archived: string[];
  /** Beside it, in `resources`. */
  beside: string[];
}

const WIRE = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Something with a fuse wire as Electron 45 has it, every fuse as it is by default. */
export function fusedProgram(wire = '101100011'): Buffer {
  return Buffer.concat([
    Buffer.alloc(5000, 'before'),
    Buffer.from(WIRE),
    Buffer.from([1, wire.length]),
    Buffer.from(wire),
    Buffer.alloc(5000, 'after'),
  ]);
}

const folders: string[] = [];
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paralel-packed-'));
  folders.push(folder);
  return folder;
}
export function removeAll(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** electron-builder tells the whole story on standard output. */
export async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const mute = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    return await work();
  } finally {
    mute.mockRestore();
  }
}

export async function packed(target: Target): Promise<Packed> {
  await build(ROOT);
  const { platform, name, resources } = TARGETS[target];
  const electron = temporary();
  const output = temporary();
  await standIn(electron, name, fusedProgram());
  const config = withStandIn(configuration(), electron);
  await quietly(() =>
    packFolder(
      {
        ...config,
        directories: { ...config.directories, output },
        afterPack: (context) => lock(context, false),
      },
      platform,
    ),
  );
  const [folder = ''] = globSync(`${target}*`, { cwd: output }).map((found) => join(output, found));
  const inside = join(folder, resources);
  const archive = join(inside, 'app.asar');
  return {
    folder,
    resources: inside,
    program: programOf(folder, name),
    archived: listPackage(archive, { isPack: false })
      .map((path) => path.replaceAll('\\', '/').slice(1))
      .filter((path, _, all) => !all.some((other) => other.startsWith(`${path}/`)))
      .sort(),
    beside: filesIn(inside),
  };
}

export function filesIn(folder: string): string[] {
  return globSync('**/*', { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** Path → sum of its content. */
export function sums(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(folder).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}

/** The archive as a folder, far from the project, so that nothing is found in its node_modules. */
export function unpacked({ resources }: Packed): string {
  const folder = temporary();
  extractAll(join(resources, 'app.asar'), folder);
  if (existsSync(join(folder, '../node_modules'))) throw new Error('modules lie above the unpacked program');
  return folder;
}
