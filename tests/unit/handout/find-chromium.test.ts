import { describe, expect, it } from 'vitest';
import {
  type ChromiumProgram,
  type Environment,
  findChromium,
  installedPaths,
} from '../../../src/library/printing/find-chromium';

/** Those found before npm's, which unpacks itself when it is reached. */
async function found(
  env: Environment,
  platform: NodeJS.Platform,
  programs: string[],
  many: number,
): Promise<string[]> {
  const paths: string[] = [];
  const search = findChromium(env, platform, async (path) => programs.includes(path));
  while (paths.length < many) {
    const next: IteratorResult<ChromiumProgram, void> = await search.next();
    if (next.done) break;
    paths.push(next.value.path);
  }
  return paths;
}

describe('looking for a browser', () => {
  it('takes the one that is named, and no other', async () => {
    const env = { PARALEL_CHROMIUM: '/opt/mine/chrome', PATH: '/usr/bin' };
    expect(await found(env, 'linux', ['/usr/bin/chromium'], 2)).toEqual(['/opt/mine/chrome']);
  });

  it('follows PATH before the well-known folders', async () => {
    const programs = ['/usr/bin/chromium', '/home/ana/bin/google-chrome', '/opt/google/chrome/chrome'];
    expect(await found({ PATH: '/home/ana/bin:/bin' }, 'linux', programs, 3)).toEqual([
      '/home/ana/bin/google-chrome',
      '/usr/bin/chromium',
      '/opt/google/chrome/chrome',
    ]);
  });

  it('finds an installed browser where PATH says nothing', async () => {
    expect(await found({}, 'linux', ['/usr/bin/microsoft-edge-stable'], 1)).toEqual([
      '/usr/bin/microsoft-edge-stable',
    ]);
  });

  it('tries a snap last, because it cannot see the files of others', async () => {
    const programs = ['/snap/bin/chromium', '/usr/bin/google-chrome'];
    expect(await found({ PATH: '/snap/bin:/usr/bin' }, 'linux', programs, 2)).toEqual([
      '/usr/bin/google-chrome',
      '/snap/bin/chromium',
    ]);
  });

  it('never looks into a relative folder of PATH', () => {
    expect(installedPaths('linux', { PATH: '.:bin:' }).every((path) => path.startsWith('/'))).toBe(true);
  });

  it('looks into both folders for programs on macOS', async () => {
    const own = '/Users/ana/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(await found({ HOME: '/Users/ana' }, 'darwin', [own], 1)).toEqual([own]);
  });

  it('finds Edge on Windows, where it always is', async () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    expect(await found({ 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, 'win32', [edge], 1)).toEqual([
      edge,
    ]);
  });
});
