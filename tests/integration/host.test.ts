/** The built program, from the launcher to the library process and back. */
import { readFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltProgram, buildProgram, type RunningProgram } from '../support/built';
import { enter } from '../support/entered';

let program: BuiltProgram;
const started: RunningProgram[] = [];
const start = (...args: string[]) => {
  started.push(program.start(...args));
  return started.at(-1)!;
};

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

describe('paralel serve', () => {
  it('prints an address that shows the window and answers for the library', async () => {
    const host = start('serve');
    const address = await host.address;
    expect(host.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}\n$/);
    const reader = await enter(address);
    expect(reader.welcome.status).toBe(303);
    expect(await (await reader.page()).text()).toContain('<div id="app"');
    expect(await reader.call('articles.list', {})).toMatchObject({ ok: true });
    expect(await reader.call('shell.info', {})).toMatchObject({ ok: true, value: { kind: 'browser' } });
    expect(await reader.call('no.such', {})).toMatchObject({ ok: false, error: { code: 'call.unknown' } });
    expect((await enter(address)).welcome.status).toBe(303);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'closes at %s, and the library with it',
    async (signal) => {
      const host = start('serve');
      const reader = await enter(await host.address);
      await reader.call('articles.list', {});
      const child = childOf(host.pid);
      host.signal(signal);
      expect(await host.ended).toBe(0);
      expect(child && existsSync(`/proc/${child}`)).toBeFalsy();
      expect(host.stderr).toContain('Paralel is closing.');
    },
  );

  it('says that a port is taken, and leaves it to who has it', async () => {
    const { port } = new URL(await start('serve').address);
    const { status, stdout, stderr } = program.run('serve', '--port', port);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(`Port ${port} on 127.0.0.1 is already in use.`);
  });

  it('says what it does not understand', () => {
    const { status, stderr } = program.run('serve', '--prot', '80');
    expect(status).toBe(2);
    expect(stderr).toMatch(/--prot[^]*Usage: paralel serve/);
  });

  it('stays open where the library cannot be, and says why to whoever asks', async () => {
    const reader = await enter(await start('serve', '--library', join(program.root, 'package.json')).address);
    expect(await reader.call('app.open', {})).toMatchObject({
      ok: false,
      error: { code: 'library.not-writable' },
    });
  });
});

describe('paralel start', () => {
  it('without a display says so, prints the address and stays', async () => {
    const host = start('start');
    const reader = await enter(await host.address);
    expect(host.stderr).toContain('There is no display here');
    expect(await reader.call('articles.list', {})).toMatchObject({ ok: true });
  });
});

describe('the built preload script', () => {
  it('is one CommonJS file that needs Electron only', () => {
    expect(readdirSync(join(program.root, 'out/preload'))).toEqual(['index.cjs']);
    const code = readFileSync(join(program.root, 'out/preload/index.cjs'), 'utf8');
    const required: string[] = [];
    const electron = { contextBridge: { exposeInMainWorld() {} }, ipcRenderer: { on() {} } };
    // As a sandboxed window runs it: a function with `require`, in which import and export are syntax errors.
    // What it offers is tested where it runs: tests/electron/attacks/bridge.test.ts.
    new Function('require', 'module', 'exports', code)(
      (name: string) => {
        required.push(name);
        return electron;
      },
      { exports: {} },
      {},
    );
    expect(new Set(required)).toEqual(new Set(['electron']));
  });
});

/** The first child of a process, on Linux; elsewhere undefined. */
function childOf(pid: number): string | undefined {
  const path = `/proc/${pid}/task/${pid}/children`;
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split(' ')[0] : undefined;
}
