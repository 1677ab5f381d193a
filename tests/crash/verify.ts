/** What is asked of a notebook that was opened again. */
import { join } from 'node:path';
import type { Input } from '../../src/shared/contract.ts';
import { value } from './bench.ts';
import type { Journal } from './journal.ts';
import type { Ask } from './library-process.ts';
import { readNotebook } from './notebook-file.ts';
import type { Random } from './random.ts';

export const notebookOf = (folder: string): string => join(folder, 'notebook.db');

/**
 * Everything acknowledged is in the file and shown by the program, and nothing else; then what is there is what the
 * journal goes on from.
 * @throws Error that says what is missing
 */
export async function verify(folder: string, ask: Ask, journal: Journal, random: Random): Promise<void> {
  const { notebook } = await value(ask, 'app.open', {});
  if (notebook.state !== 'open') throw new Error(`the notebook is ${notebook.state}: ${notebook.reason}`);
  journal.compare(readNotebook(notebookOf(folder)));
  await verifyShown(ask, journal, random);
}

/** The lists of the program have them all; some are opened. */
async function verifyShown(ask: Ask, journal: Journal, random: Random): Promise<void> {
  const latest = [...journal.kept.keys()].flatMap((note) => journal.latest(note) ?? []);
  for (const removed of [false, true]) {
    const of = latest.filter((note) => note.removed === removed);
    const page = await value(ask, 'notes.page', { lang: 'en', sort: 'time', removed, limit: 500 });
    if (page.total !== of.length) throw new Error(`${page.total} notes are listed instead of ${of.length}`);
    const known = new Set(of.map(({ note }) => note));
    for (const { id } of page.rows) if (!known.has(id)) throw new Error(`note ${id} is listed but not there`);
  }
  for (let n = 0; n < 3 && latest.length > 0; n += 1) {
    const { note, revision, text, removed } = random.pick(latest);
    const shown = await value(ask, 'notes.get', { id: note as Input<'notes.get'>['id'] });
    if (shown.text !== text || shown.revision !== revision || shown.removed !== removed)
      throw new Error(`note ${note} is shown as revision ${shown.revision}, it is ${revision}`);
    const history = await value(ask, 'notes.history', { id: shown.id });
    if (history.length !== revision)
      throw new Error(`note ${note} shows ${history.length} of ${revision} revisions`);
  }
}
