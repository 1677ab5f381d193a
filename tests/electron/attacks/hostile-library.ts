/** A library whose every word was written by somebody who means harm, and which holds all the same. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestLibrary, RESOURCES } from '../../support/library';

/** What a menu would be misled by stands first, because a menu cuts off what is long. */
export const HOSTILE_WORDS =
  `&\u202e\0x "><img src=x onerror=top.ran=1><script>top.ran=1</script><a href="javascript:top.ran=1">x</a>'</title></textarea></style>` +
  `{{constructor.constructor("top.ran=1")()}} & &amp; ../../etc/passwd \u202e\u2066gnp.exe\u2069 \0 $& %00`;

/** Words of a language, wherever they stand in the files. */
const TEXTS = new Set(['title', 'note', 'publisher', 'licence', 'name', 'en', 'sq', 'sr-Cyrl', 'by']);
const ADDRESS = 'javascript:top.ran=1//https://good.example/';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

function poison(value: Json, key = ''): Json {
  if (typeof value === 'string') {
    if (key === 'url') return ADDRESS;
    return TEXTS.has(key) ? `${value} ${HOSTILE_WORDS}` : value;
  }
  if (Array.isArray(value)) return value.map((item) => poison(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, poison(item, name)]));
}

/** Blocks and facts keep the names that are marked in them. */
function poisonEdition(edition: { [key: string]: Json }): Json {
  const each = (texts: Json | undefined): Json =>
    Object.fromEntries(
      Object.entries(texts as Record<string, string>).map(([id, text]) => [id, `${text} ${HOSTILE_WORDS}`]),
    );
  return { ...(poison(edition) as object), blocks: each(edition['blocks']), facts: each(edition['facts']) };
}

function poisonEntities(entities: Json): Json {
  return (entities as { names: Json[] }[]).map(({ names, ...entity }) => ({
    ...(poison(entity) as object),
    names: [
      ...names,
      {
        ...(names[0] as object),
        text: `${HOSTILE_WORDS} ${'x'.repeat(10_000)}`,
        kind: 'variant',
        note: HOSTILE_WORDS,
      },
    ],
  }));
}

/** As a reader would have it whose library came from such files. */
export function plantHostileLibrary(folder: string): void {
  const files = mkdtempSync(join(tmpdir(), 'paralel-hostile-'));
  cpSync(RESOURCES, files, { recursive: true });
  for (const name of readdirSync(files, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  )) {
    const file = join(files, name);
    const json = JSON.parse(readFileSync(file, 'utf8')) as { [key: string]: Json };
    writeFileSync(file, JSON.stringify(poisonFile(name, json)));
  }
  openTestLibrary(folder, files).library.close();
  rmSync(files, { recursive: true });
}

function poisonFile(name: string, json: { [key: string]: Json }): Json {
  // Newer than any, so that the first library does not take its place.
  if (name === 'library.json') return { ...(poison(json) as object), version: '999.0.0' };
  if (name === 'entities.json') return poisonEntities(json);
  if (/[/\\](?:en|sq|sr-Cyrl)\.json$/u.test(name)) {
    const poisoned = poisonEdition(json) as { blocks: Record<string, string> };
    // A million letters without a gap, in one article.
    if (name.includes('poklek')) poisoned.blocks['lead-1'] += 'x'.repeat(1_000_000);
    return poisoned;
  }
  return poison(json);
}
