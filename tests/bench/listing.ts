/** The list of names where there are a hundred thousand entities. See docs/benchmarks.md. */
import { type ChildProcess, fork } from 'node:child_process';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { compare, lineOf } from './measure.ts';
import { makeNames } from './names.ts';
import { ROOT, temporaryFolder } from './program.ts';

const ENTITIES = 100_000;
const ROWS = 50;

const folder = temporaryFolder();
const library = join(folder.path, 'library.db');

await (await startLibrary()).stop();
enlarge(library);
const began = performance.now();
const reader = await startLibrary();
console.log(
  `Names of ${ENTITIES} entities put in order: ${((performance.now() - began) / 1000).toFixed(1)} s, once.`,
);

const index = new Database(join(folder.path, 'index.db'), { readonly: true });
const plain = plainList(index);
for (const [title, offset, words] of [
  ['First rows of the names', 0, undefined],
  ['Rows from the middle', ENTITIES / 2, undefined],
  ['Rows that have a word', 0, 'dre'],
] as const) {
  const result = await compare({
    title,
    goal: 2,
    how: 'From asking the library’s process to having fifty rows with all their names and the counts of each kind, against the same rows by SQL in the same file, without a process between.',
    ours: {
      name: 'names.page',
      run: () => timed(() => reader.call('names.page', { order: 'sq', limit: ROWS, offset, words })),
    },
    peer: { name: 'SQL', run: () => timed(async () => plain(offset, words)) },
  });
  console.log(lineOf(result));
}
index.close();
await reader.stop();
folder.remove();

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

interface LibraryProcess {
  call(method: string, input: object): Promise<unknown>;
  stop(): Promise<void>;
}

async function startLibrary(): Promise<LibraryProcess> {
  const args = ['--library', folder.path, '--resources', resolve(ROOT, 'resources/library')];
  const child: ChildProcess = fork(join(ROOT, 'out/main/library.js'), args, { serialization: 'advanced' });
  const next = () => new Promise<unknown>((told) => child.once('message', told));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  z.object({ ready: z.literal(true) }).parse(await next());
  let id = 0;
  return {
    async call(method, input) {
      const answered = next();
      child.send({ id: (id += 1), method, input });
      const { answer } = z
        .object({ answer: z.object({ ok: z.literal(true), value: z.unknown() }) })
        .parse(await answered);
      return answer.value;
    },
    async stop() {
      child.send({ close: true });
      await ended;
    },
  };
}

/** Made entities beside those of the library, two names each and a Cyrillic one where the library would have one. */
function enlarge(file: string): void {
  const db = new Database(file);
  const { collection, source } = z
    .object({ collection: z.string(), source: z.string() })
    .parse(db.prepare('SELECT collection, id AS source FROM source LIMIT 1').get());
  const listed = db.prepare<[], string>("SELECT text FROM name WHERE lang = 'sq'").pluck().all();
  const entity = db.prepare("INSERT INTO entity (id, collection, type) VALUES (?, ?, 'village')");
  const name = db.prepare(
    "INSERT INTO name (entity, lang, text, kind, form, certainty) VALUES (?, ?, ?, 'preferred', 'base', 'verified')",
  );
  const cited = db.prepare('INSERT INTO name_source (name, source) VALUES (?, ?)');
  db.transaction(() => {
    makeNames(listed, ENTITIES).forEach((text, at) => {
      const id = `pl-made-${at}`;
      entity.run(id, collection);
      for (const lang of ['sq', 'sr-Latn', 'en']) cited.run(name.run(id, lang, text).lastInsertRowid, source);
    });
    db.exec('UPDATE revision SET number = number + 1');
  })();
  db.close();
}

/** The same question as one would write it by hand. */
function plainList(db: Database.Database): (offset: number, words: string | undefined) => unknown {
  const among = `AND entity IN (SELECT entity FROM name JOIN name_words ON name_words.rowid = name.id WHERE name_words MATCH @match)`;
  const page = (filter: string) => ({
    rows: db.prepare(
      `SELECT entity FROM entity_order WHERE lang = 'sq' ${filter} ORDER BY key LIMIT @limit OFFSET @offset`,
    ),
    counts: db.prepare(
      `SELECT substr(id, 1, 2) AS category, count(*) FROM (SELECT id, id AS entity FROM entity) WHERE true ${filter} GROUP BY 1`,
    ),
  });
  const [all, some] = [page(''), page(among)];
  const entity = db.prepare('SELECT * FROM entity WHERE id = ?');
  const names = db.prepare(`
    SELECT name.*, (SELECT group_concat(title, '; ') FROM name_source JOIN source ON source.id = name_source.source
      WHERE name_source.name = name.id) AS source FROM name WHERE entity = ?`);
  return (offset, words) => {
    const match = words === undefined ? {} : { match: `"${words}" *` };
    const { rows, counts } = words === undefined ? all : some;
    const ids = z.array(z.object({ entity: z.string() })).parse(rows.all({ limit: ROWS, offset, ...match }));
    return [counts.all(match), ids.map(({ entity: id }) => [entity.get(id), names.all(id)])];
  };
}
