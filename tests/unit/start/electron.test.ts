import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchElectron, findElectron, runElectron } from '../../../src/cli/start/electron';

let modules: string;
const script = (text: string): string => {
  const path = join(modules, 'script.cjs');
  writeFileSync(path, text);
  return path;
};
beforeEach(() => {
  modules = mkdtempSync(join(tmpdir(), 'paralel-electron-'));
});
afterEach(() => rmSync(modules, { recursive: true }));

describe('finding Electron', () => {
  const install = (parts: { version?: string; program?: boolean } = {}) => {
    const folder = join(modules, 'electron');
    mkdirSync(join(folder, 'dist'), { recursive: true });
    writeFileSync(join(folder, 'install.js'), '');
    writeFileSync(join(folder, 'package.json'), '{"version":"45.4.1"}');
    if (parts.version) {
      writeFileSync(join(folder, 'dist/version'), parts.version);
      writeFileSync(join(folder, 'path.txt'), 'electron');
    }
    if (parts.program) writeFileSync(join(folder, 'dist/electron'), '');
    return findElectron(modules, {});
  };

  it('tells a whole one from none, a half unpacked one and an older one', () => {
    expect(findElectron(modules, {})).toBeUndefined();
    expect(install()).toMatchObject({ version: '45.4.1', program: undefined });
    expect(install({ version: '45.4.1' })?.program).toBeUndefined();
    expect(install({ version: '45.3.0', program: true })?.program).toBeUndefined();
    expect(install({ version: 'v45.4.1', program: true })?.program).toBe(
      join(modules, 'electron/dist/electron'),
    );
  });
});

describe('fetching Electron', () => {
  it('succeeds or fails with its installer', async () => {
    expect(await fetchElectron(script(''))).toEqual({ state: 'fetched' });
    expect(await fetchElectron(script('process.exit(3)'))).toMatchObject({ state: 'failed', detail: expect.stringContaining('code 3') });
  }); // prettier-ignore

  it('ends at its limit', async () => {
    expect(await fetchElectron(script('setInterval(() => {}, 1e6)'), 300)).toMatchObject({ state: 'failed' });
  });

  it('is cancelled by Ctrl-C, which then ends nothing else', async () => {
    const listeners = process.listenerCount('SIGINT');
    const fetching = fetchElectron(script('setInterval(() => {}, 1e6)'));
    process.emit('SIGINT');
    expect(await fetching).toEqual({ state: 'cancelled' });
    expect(process.listenerCount('SIGINT')).toBe(listeners);
  });
});

describe('running Electron', () => {
  const run = (text: string) => runElectron(process.execPath, [script(text)]);

  it('waits until it is closed, and ends as it does', async () => {
    expect(await run('process.send({ shown: true }, () => process.exit(0))')).toEqual({
      state: 'ended',
      code: 0,
    });
    expect(await run('process.send({ shown: true }, () => process.exit(5))')).toEqual({
      state: 'ended',
      code: 5,
    });
    // The second start, which leaves it to the first.
    expect(await run('')).toEqual({ state: 'ended', code: 0 });
  });

  it('knows that it never showed a window', async () => {
    expect(await run('process.exit(127)')).toEqual({ state: 'not-started', detail: 'it ended with code 127' });
    expect(await run('process.kill(process.pid, "SIGTRAP")')).toEqual({ state: 'not-started', detail: 'it was stopped by SIGTRAP' });
    expect(await runElectron(join(modules, 'nowhere'), [])).toMatchObject({ state: 'not-started' });
  }); // prettier-ignore

  it('runs it as Electron where the terminal would make it a plain Node', async () => {
    vi.stubEnv('ELECTRON_RUN_AS_NODE', '1');
    expect(await run('process.exit(process.env.ELECTRON_RUN_AS_NODE ? 9 : 0)')).toEqual({
      state: 'ended',
      code: 0,
    });
    vi.unstubAllEnvs();
  });
});
