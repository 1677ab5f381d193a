/** The headless Chromium of the npm package `@sparticuz/chromium`: Linux on x64, compressed, made for machines that have no browser. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { lstat, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ChromiumProgram, Environment } from './find-chromium';

const PACKAGE = '@sparticuz/chromium';

/** Run by Node with the package's path as its argument. */
const UNPACK = 'const it = require(process.argv[1]); (it.default ?? it).executablePath()';

/**
 * Unpacks it the first time, about 200 MB into the folder for temporary files.
 * Undefined where the package is not installed, or is for another system.
 */
export async function bundledChromium(env: Environment = process.env): Promise<ChromiumProgram | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const entry = resolvePackage();
  if (entry === undefined) return undefined;
  const folder = join(tmpdir(), `paralel-chromium-${await versionOf(entry)}-${process.getuid?.() ?? 0}`);
  const program = join(folder, 'chromium');
  // Its own NSS, NSPR and expat: a machine without a browser often lacks them.
  const libraries = join(folder, 'al2023', 'lib');
  if (!(await isOurs(folder))) {
    await unpack(entry, folder);
  } else if (
    ![program, join(libraries, 'libnss3.so'), join(folder, FONT_CONFIGURATION)].every((path) =>
      existsSync(path),
    )
  ) {
    // Systems clear old files out of that folder one by one.
    await rm(folder, { recursive: true, force: true });
    await unpack(entry, folder);
  }
  return {
    path: program,
    env: {
      LD_LIBRARY_PATH: [libraries, env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, FONT_CONFIGURATION),
    },
  };
}

const FONT_CONFIGURATION = 'paralel-fonts.conf';

/** On a machine without a single font Chromium refuses the page's own fonts too (measured in 147). */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}/fonts</dir>
</fontconfig>
`;
}

function resolvePackage(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(PACKAGE);
  } catch {
    return undefined; // an optional dependency that was not installed
  }
}

async function versionOf(entry: string): Promise<string> {
  const manifest = await readFile(join(entry, '..', '..', '..', 'package.json'), 'utf8');
  return String((JSON.parse(manifest) as { version: unknown }).version);
}

/** Others can write into the folder for temporary files too; what we start must be what we unpacked. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  if (found === undefined) return false;
  const isPrivate = found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0;
  if (!isPrivate) throw new Error(`${folder} is in the way: it was not made by Paralel`);
  return true;
}

/**
 * In a process of its own, because the package unpacks to wherever TMPDIR says, takes what lies there for whole,
 * and adds its libraries only where it believes itself in a cloud (build/esm/index.js, helper.js).
 */
async function unpack(entry: string, folder: string): Promise<void> {
  const draft = await mkdtemp(join(tmpdir(), 'paralel-chromium-'));
  try {
    await promisify(execFile)(process.execPath, ['-e', UNPACK, entry], {
      env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
    });
    await writeFile(join(draft, FONT_CONFIGURATION), fontConfiguration(folder));
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another process of ours was faster.
    if (!(await isOurs(folder))) throw error;
  }
}
