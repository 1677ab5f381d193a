/** Changes of names that were acknowledged are there after the process was killed, and in force. */
import { type ChildProcess, fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { KeptEntity } from '../../src/shared/domain';
import { openTestLibrary, RESOURCES, temporaryFolder } from '../support/library';

const PROCESS = resolve(import.meta.dirname, '../../out/main/library.js');
const KILLS = 12;
const answerSchema = z.object({ answer: z.object({ ok: z.boolean(), value: z.object({ edit: z.int() }) }) });

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const started = (): Promise<ChildProcess> => {
  const child = fork(PROCESS, ['--library', folder, '--resources', RESOURCES]);
  return new Promise((ready) => child.once('message', () => ready(child)));
};

/** Adds names one after the other until the process is gone; what it acknowledged. */
async function addNames(
  child: ChildProcess,
  begun: KeptEntity,
  round: number,
  onAdded: (count: number) => void,
): Promise<string[]> {
  const added: string[] = [];
  const [first] = begun.names;
  if (!first) throw new Error('no name');
  let before = begun;
  for (let n = 0; child.connected; n += 1) {
    const text = `Љубижда ${round} ${n}`;
    const names = [...before.names, { ...first, lang: 'sr-Cyrl' as const, text, kind: 'variant' as const }];
    const after = { ...before, names };
    const answered = new Promise<unknown>((told) => {
      child.once('message', told);
      child.once('exit', () => told(undefined));
    });
    child.send({ id: n, method: 'names.put', input: { before, after } }, () => {});
    const answer = answerSchema.safeParse(await answered);
    if (!answer.success) return added;
    added.push(text);
    before = after;
    onAdded(added.length);
  }
  return added;
}

it('whenever it is killed', async () => {
  const first = openTestLibrary(folder);
  const {
    attestations: _,
    homonyms: __,
    edits: ___,
    ...izbica
  } = await first.call('names.get', { id: 'pl-izbica' });
  first.library.close();
  const begun = { ...izbica, names: izbica.names.map(({ source: ____, edit: _____, ...name }) => name) };

  const acknowledged: string[] = [];
  for (let round = 0; round < KILLS; round += 1) {
    const child = await started();
    const gone = new Promise((ended) => child.once('exit', ended));
    // In the middle of the next one, somewhere.
    const adding = addNames(child, begun, round, (count) => {
      if (count === 2) void wait(round * 3).then(() => child.kill('SIGKILL'));
    });
    await gone;
    acknowledged.push(...(await adding));
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(2 * KILLS);

  const namesNow = async (): Promise<string[]> => {
    const library = openTestLibrary(folder);
    const { names } = await library.call('names.get', { id: 'pl-izbica' });
    library.library.close();
    return names.map(({ lang, text }) => `${lang} ${text}`);
  };
  const inForce = await namesNow();
  for (const text of acknowledged) expect(inForce).toContain(`sr-Cyrl ${text}`);
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `index.db${suffix}`), { force: true });
  expect(await namesNow()).toEqual(inForce);
});
