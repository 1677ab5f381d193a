/** A host that closes with its last window: with real sockets, and once with its real patience. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Note, watchAttendance } from '../../../src/serve/attendance';
import { type BuiltProgram, buildProgram, type RunningProgram } from '../../support/built';
import { enter } from '../../support/entered';
import { startTestHost, type TestHost } from '../../support/host';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('with steps of 100 milliseconds', () => {
  let host: TestHost;
  let closes: number;
  const letGo = Promise.withResolvers<null>();

  const start = async () => {
    closes = 0;
    const note: Note = watchAttendance(() => (closes += 1), 100);
    host = await startTestHost({
      note,
      async shell() {
        await letGo.promise;
        return { ok: true, value: {} as never };
      },
    });
  };
  afterEach(() => host.close());

  it('it outlives a window that is loaded again, and not one that is closed', async () => {
    await start();
    await host.get('/');
    await pause(600);
    expect(closes).toBe(0);
    const first = host.listen();
    await once(first, 'open');
    first.close(1000);
    await once(first, 'close');
    await host.get('/');
    const second = host.listen();
    await once(second, 'open');
    await pause(600);
    expect(closes).toBe(0);
    second.close(1000);
    await expect.poll(() => closes).toBe(1);
  });

  it('it outlives its window by a print that somebody still waits for', async () => {
    await start();
    const window = host.listen();
    await once(window, 'open');
    const printing = host.post('shell.print', '{}');
    window.close(1000);
    await pause(800);
    expect(closes).toBe(0);
    letGo.resolve(null);
    expect((await printing).status).toBe(200);
    await expect.poll(() => closes).toBe(1);
  });

  it('it does not take the knocking of strangers for company', async () => {
    await start();
    const window = host.listen();
    await once(window, 'open');
    window.close(1000);
    const knocking = setInterval(() => void host.get('/', { Cookie: null }), 20);
    await expect.poll(() => closes).toBe(1);
    clearInterval(knocking);
  });
});

describe('built', () => {
  let program: BuiltProgram;
  const started: RunningProgram[] = [];
  beforeAll(() => {
    program = buildProgram();
  });
  afterEach(async () => {
    for (const one of started.splice(0)) {
      one.signal('SIGTERM');
      await one.ended;
    }
  });
  afterAll(() => program.remove());
  const start = (...args: string[]) => {
    const running = program.start(...args);
    started.push(running);
    return running;
  };

  it('says that it closes, and why, and closes some seconds after its last window', async () => {
    const host = start('serve', '--until-closed');
    const reader = await enter(await host.address);
    expect(host.stderr).toContain('Paralel closes with its last window, or with Ctrl-C');
    const window = reader.listen('w-1');
    await once(window, 'open');
    window.close(1000);
    expect(await host.ended).toBe(0);
    expect(host.stderr).toContain('The last window was closed; Paralel closes.');
  });

  it('reads no code for sockets, printing and schemas before somebody needs it', () => {
    const read = new Map<string, string>();
    const follow = (path: string): void => {
      if (read.has(path)) return;
      const code = readFileSync(path, 'utf8');
      read.set(path, code);
      for (const [, from = ''] of code.matchAll(/^import\s[^;]*?["']([^"']+)["'];$/gm))
        if (from.startsWith('.')) follow(resolve(dirname(path), from));
        else read.set(from, '');
    };
    follow(join(program.root, 'out/main/serve.js'));
    expect(read.size).toBeGreaterThan(5);
    expect([...read.keys()].filter((one) => !one.startsWith('/') && !one.startsWith('node:'))).toEqual([]);
    for (const [path, code] of read) expect([path, code.includes('ZodError')]).toEqual([path, false]);
  });

  it('stays otherwise', async () => {
    const host = start('serve');
    await host.address;
    expect(host.stderr).toContain('Open this address in a browser; Ctrl-C closes Paralel');
  });

  it.each([
    ['where there is a display', { DISPLAY: ':0' }, [], true],
    ['not where it is asked to stay', { DISPLAY: ':0' }, ['--stay'], false],
    ['not where there is no display', { DISPLAY: '' }, [], false],
  ])('is what a start in the browser does: %s', async (_, env, args, closes) => {
    const launcher = join(program.root, 'src/cli/paralel.mjs');
    const child = spawn(process.execPath, [launcher, 'start', '--no-open', ...args], {
      env: { ...process.env, PARALEL_LIBRARY: join(program.root, 'library'), WAYLAND_DISPLAY: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    await once(child.stdout, 'data');
    await expect.poll(() => said).toContain('Paralel is open.');
    expect(said.includes('closes with its last window')).toBe(closes);
    child.kill('SIGTERM');
    await once(child, 'exit');
  });

  it.runIf(existsSync('/proc/self/task'))(
    'tells its windows that the library was started again',
    async () => {
      const host = start('serve');
      const reader = await enter(await host.address);
      expect(await reader.call('articles.list', {})).toMatchObject({ ok: true });
      const window = reader.listen('w-1');
      await once(window, 'open');
      const told = once(window, 'message');
      process.kill(libraryOf(host.pid), 'SIGKILL');
      expect(JSON.parse(String((await told)[0]))).toEqual({
        type: 'notice',
        notice: { code: 'library-restarted', params: {} },
      });
      expect(await reader.call('articles.list', {})).toMatchObject({ ok: true });
      window.close();
    },
  );
});

/** The process that the host has started; on Linux. */
function libraryOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);
}
