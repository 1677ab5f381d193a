import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestLibrary, temporaryFolder } from '../support/library';
import { textsOf, writeNote } from '../support/notebook';
import { paralel } from '../support/terminal';

let folder: string;
let outside: string;
beforeAll(async () => {
  folder = temporaryFolder();
  outside = temporaryFolder();
  const { call, library } = openTestLibrary(folder);
  await writeNote(call, 'written');
  library.close();
});
afterAll(() => {
  for (const path of [folder, outside]) rmSync(path, { recursive: true, force: true });
});

const run = (...args: string[]) => paralel(['--library', folder, ...args]);
const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).out) as unknown;

it('backs up, lists, writes one file, and restores from each', async () => {
  const file = join(outside, 'mine.paralel-backup');
  expect(await json('backup')).toMatchObject({ reason: 'asked', notes: 1 });
  expect(await json('backup', 'list')).toMatchObject({
    backups: [{ reason: 'asked' }, { reason: 'change' }],
  });
  expect(await json('backup', '--out', file)).toMatchObject({ written: file, notes: 1 });
  for (const from of [file, '--newest'])
    expect(await json('restore', from, '--dry-run')).toMatchObject({ notes: { unchanged: 1 }, before: null });
});

it('ends as misused, or as failed with a sentence, where there is nothing to restore from', async () => {
  expect((await run('restore')).code).toBe(2);
  expect((await run('restore', 'x', '--newest')).code).toBe(2);
  const failed = await run('restore', LICENCE);
  expect(failed.code).toBe(1);
  expect(failed.err).toContain('is no backup that can be read');
  expect((await run('restore', 'notebook-000099-2026-01-01.db')).code).toBe(1);
});
const LICENCE = './LICENSE';

it('tells of a notebook that is lost, and brings it back', async () => {
  const path = join(folder, 'notebook.db');
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xa5, 0, 100));
  const checked = await run('check');
  expect(checked.code).toBe(1);
  expect(checked.out).toContain('paralel restore --newest');
  expect(await json('restore', '--newest', '--dry-run')).toMatchObject({ state: 'lost', notes: 1 });
  expect(readFileSync(path)).toEqual(bytes);
  expect(await json('restore', '--newest')).toMatchObject({ notes: 1 });
  expect((await run('check')).code).toBe(0);
  const { call, library } = openTestLibrary(folder);
  expect(await textsOf(call)).toEqual(['written']);
  library.close();
});
