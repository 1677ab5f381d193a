import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { forkChannel } from '../../../src/library/channel';
import { type LibraryClient, type Limits, startLibrary } from '../../../src/library/client';

const script = fileURLToPath(new URL('../../support/library-process.mjs', import.meta.url));
let library: LibraryClient;

function open(args: string[] = [], limits: Partial<Limits> = {}): LibraryClient {
  library = startLibrary(() => forkChannel({ script, args }), limits);
  return library;
}
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
async function echo(input: unknown): Promise<{ input: unknown; pid: number; args: string[] }> {
  const answer = await library.call('test.echo', input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as never;
}

afterEach(() => library.close());

it('carries a call to a real process and back, whole', async () => {
  open(['--library', '/somewhere']);
  const said = await echo({ words: 'Ђаковица', none: undefined, when: new Date(0) });
  expect(said.input).toEqual({ words: 'Ђаковица', none: undefined, when: new Date(0) });
  expect(said.args).toEqual(['--library', '/somewhere']);
});

it('starts a process that died again', async () => {
  open();
  const { pid } = await echo('before');
  expect(await library.call('test.die', {})).toMatchObject({ ok: false, error: { code: 'library.stopped' } });
  const after = await echo('after');
  expect(after.input).toBe('after');
  expect(after.pid).not.toBe(pid);
});

it('stops a process that is stuck in a loop', async () => {
  open([], { call: 500 });
  const { pid } = await echo('before');
  expect(await library.call('test.hang', {})).toMatchObject({
    ok: false,
    error: { code: 'library.too-slow' },
  });
  expect((await echo('after')).pid).not.toBe(pid);
  expect(isAlive(pid)).toBe(false);
});

it('hands on why a library cannot be opened', async () => {
  open(['--unreadable']);
  expect(await library.call('app.open', {})).toMatchObject({ ok: false, error: { code: 'library.damaged' } });
});

it('says so when there is no process to start', async () => {
  library = startLibrary(() => forkChannel({ script: '/nowhere/library.js', args: [] }));
  expect(await library.call('app.open', {})).toMatchObject({ ok: false, error: { code: 'library.stopped' } });
});

it('leaves nothing running when it is closed', async () => {
  open();
  const { pid } = await echo('x');
  await library.close();
  expect(isAlive(pid)).toBe(false);
});
