/** Private reading as the host holds it: what it refuses, and who is told of what. */
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { contract, type Method } from '../../../src/shared/contract';
import { has } from '../../../src/shared/traits';
import { startTestHost, type TestHost } from '../../support/host';

let host: TestHost;
afterEach(() => host.close());

const TRACES = (Object.keys(contract) as Method[]).filter((method) => has(method, 'leavesTrace'));
const errorOf = ({ body }: { body: string }) =>
  (JSON.parse(body) as { error?: { code: string } }).error?.code ?? null;

async function listening(name: string): Promise<string[]> {
  const window = host.listen(name);
  const told: string[] = [];
  window.on('message', (data) => told.push((JSON.parse(String(data)) as { type: string }).type));
  await once(window, 'open');
  return told;
}

it('refuses what would say something of what is read, before the library hears of it', async () => {
  host = await startTestHost();
  expect(TRACES).toEqual(expect.arrayContaining(['settings.set', 'reading.keep']));
  host.privacy.set(true);
  for (const method of TRACES) expect(errorOf(await host.post(method, '{}'))).toBe('reading.private');
  expect(host.asked).toEqual([]);
  for (const method of ['notes.save', 'names.put', 'reading.clear', 'articles.get'])
    expect(errorOf(await host.post(method, '{}'))).toBe(null);
  host.privacy.set(false);
  for (const method of TRACES) expect(errorOf(await host.post(method, '{}'))).toBe(null);
});

it('tells nobody of what it has refused', async () => {
  host = await startTestHost();
  const told = await listening('w-a');
  host.privacy.set(true);
  await host.post('settings.set', '{"keepsHistory":false}', { 'Paralel-Window': 'w-b' });
  host.privacy.set(false);
  await expect.poll(() => told).toEqual(['private', 'private']);
});

it('tells the other windows of notes and of what was forgotten, and every window of a notebook restored', async () => {
  host = await startTestHost();
  const [asker, other] = [await listening('w-a'), await listening('w-b')];
  const calls = [
    ['notes.save', '{}'],
    ['reading.clear', '{}'],
    ['notebook.restore', '{"trial":true}'],
    ['notebook.restore', '{"trial":false}'],
    ['notebook.recover', '{"with":"nothing"}'],
  ] as const;
  for (const [method, body] of calls) await host.post(method, body, { 'Paralel-Window': 'w-a' });
  await expect.poll(() => other).toEqual(['notes', 'history', 'notebook', 'notebook']);
  expect(asker).toEqual(['notebook', 'notebook']);
});
