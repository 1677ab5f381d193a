/** The built host as a reading room, with the real library behind it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contract, type Method } from '../../../src/shared/contract';
import { has } from '../../../src/shared/traits';
import { type BuiltProgram, buildProgram, type RunningProgram } from '../../support/built';
import { enter, type Entered } from '../../support/entered';

let program: BuiltProgram;
let host: RunningProgram;
let reader: Entered;
let notebook: string;

const position = { article: 'izbica-massacre', block: 'lead-1', offset: 0.5 };
const hashOfNotebook = () =>
  createHash('sha256')
    .update(readFileSync(join(program.root, 'library', 'notebook.db')))
    .digest('hex');

beforeAll(async () => {
  program = buildProgram();
  // What the owner has set and read before the room is opened.
  const owners = program.start('serve');
  const owner = await enter(await owners.address);
  expect(await owner.call('settings.set', { theme: 'dark', readingLangs: ['sr-Cyrl'] })).toMatchObject({ ok: true });
  expect(await owner.call('reading.keep', position)).toMatchObject({ ok: true });
  owners.signal('SIGTERM');
  await owners.ended;
  notebook = hashOfNotebook();
  host = program.start('serve', '--read-only');
  reader = await enter(await host.address);
}); // prettier-ignore
afterAll(async () => {
  host.signal('SIGTERM');
  await host.ended;
  program.remove();
});

it('says who can read what, and what they cannot see', () => {
  expect(host.stderr).toMatch(/This is a reading room\.\n {2}Who: whoever uses this machine/);
  expect(host.stderr).toContain('cannot see or change your notes, your settings and where you last read');
  expect(host.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}\n$/);
});

it('lets read and search', async () => {
  expect(await reader.call('articles.get', { id: 'izbica-massacre', lang: 'sq' })).toMatchObject({
    ok: true,
    value: { title: 'Masakra e Izbicës' },
  });
  expect(await reader.call('search.find', { words: 'Ћирез' })).toMatchObject({ ok: true });
  expect(await reader.call('figures.list', { lang: 'en' })).toMatchObject({ ok: true });
  expect(await reader.call('shell.info', {})).toMatchObject({ ok: true, value: { readOnly: true } });
});

it.each((Object.keys(contract) as Method[]).filter((method) => has(method, 'writes')))('refuses %s, whatever comes with it', async (method) => {
  for (const input of [{}, { theme: 'light' }, position, null]) {
    expect(await reader.call(method, input)).toMatchObject({ ok: false, error: { code: 'library.read-only' } });
  }
}); // prettier-ignore

it('tells no other window of a change that was refused', async () => {
  const window = reader.listen('w-1');
  const told: string[] = [];
  window.on('message', (data) => told.push(String(data)));
  await new Promise((resolve) => window.once('open', resolve));
  await reader.call('settings.set', { theme: 'light' });
  window.close(1000);
  await new Promise((resolve) => window.once('close', resolve));
  expect(told).toEqual([]);
});

it('shows nothing of what the owner set and read, and leaves it as it was', async () => {
  const opened = await reader.call('app.open', {});
  expect(opened.value).toMatchObject({ settings: { theme: 'system', readingLangs: [] }, lastRead: null });
  expect(await reader.call('reading.position', { article: 'izbica-massacre' })).toEqual({ ok: true, value: null });
  expect(await reader.call('reading.recent', { limit: 50 })).toEqual({ ok: true, value: [] });
  expect(hashOfNotebook()).toBe(notebook);
}); // prettier-ignore

it('says to others at how many addresses, and warns where it is no reading room', async () => {
  const room = program.start('serve', '--read-only', '--host', '0.0.0.0', '--origin', 'https://reader.example.org');
  const open = program.start('serve', '--host', '0.0.0.0');
  expect(await room.address).toMatch(/^https:\/\/reader\.example\.org\/\?token=/);
  await open.address;
  expect(room.stderr).toMatch(/Who: whoever .*reaches https:\/\/reader\.example\.org or uses this machine/);
  expect(room.stderr).toContain('unencrypted, except by way of the proxy');
  expect(open.stderr).toMatch(/listens on 0\.0\.0\.0, not only for this machine.*your notes.*--read-only/s);
  for (const one of [room, open]) {
    one.signal('SIGTERM');
    await one.ended;
  }
}); // prettier-ignore
