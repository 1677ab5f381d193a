/** What stays in a renderer's memory after a long evening. */
import { readFileSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';
import { z } from 'zod';
import type { RunningDouble } from './double.ts';
import { descendants } from './processes.ts';

export interface Memory {
  /** Of JavaScript's heap, in use after a collection: bytes. */
  heap: number;
  /** Of all that the page has made, compiled code apart, which grows until V8 has compiled what is used often: bytes. */
  objects: number;
  nodes: number;
  listeners: number;
  /** Of the renderer, shared with no other process: bytes. */
  process: number;
}

const ARTICLES = ['drenica-massacres', 'izbica-massacre', 'poklek-massacre'];
/** Besides the first, which is on show. */
const EDITIONS = 3;
/** In front of every measurement, so that both see the same page. */
const REST_MS = 1_000;

/** Opens articles one after another, each with a second edition beside it and with a name's card, and comes back. */
export async function readArticles({ page }: RunningDouble, articles: number): Promise<void> {
  for (let at = 0; at < articles; at += 1) {
    await page.click(`main a[href="#/article/${ARTICLES[at % ARTICLES.length]}"]`);
    await page.locator('[data-block="lead-1"]').first().waitFor();
    const edition = page
      .getByRole('group', { name: 'Editions' })
      .getByRole('button')
      .nth(1 + (at % EDITIONS));
    await edition.click();
    await page.locator('[data-block="lead-1"] > .cell').first().waitFor();
    await edition.click();
    await page.locator('[data-block="lead-1"] > .cell').first().waitFor({ state: 'detached' });
    await page
      .locator('[data-block="lead-1"] a')
      .nth(at % 2)
      .click();
    await page.locator('aside h2').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('aside h2').first().waitFor({ state: 'detached' });
    await page.click('#sidebar a[href="#/"]');
    await page.locator(`main a[href="#/article/${ARTICLES[0]}"]`).first().waitFor();
  }
}

export async function memoryOf({ page, pid }: RunningDouble): Promise<Memory> {
  await page.waitForTimeout(REST_MS);
  const session = await page.context().newCDPSession(page);
  await collectGarbage(session);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const renderers = descendants(pid).filter(({ command }) => command.includes('--type=renderer'));
  const process = Math.max(...renderers.map((renderer) => privateMemory(renderer.pid)));
  // Last, because it costs the renderer memory of its own.
  const objects = await objectsOf(session);
  await session.detach();
  return { heap: usedSize, objects, nodes, listeners: jsEventListeners, process };
}

/** Twice: what the first finds unreachable may itself have held something. */
async function collectGarbage(session: CDPSession): Promise<void> {
  for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
}

const snapshotSchema = z.object({
  snapshot: z.object({
    meta: z.object({
      node_fields: z.array(z.string()),
      /** The first is that of the types' names. */
      node_types: z.tuple([z.array(z.string())]).rest(z.unknown()),
    }),
  }),
  nodes: z.array(z.number()),
});

async function objectsOf(session: CDPSession): Promise<number> {
  let text = '';
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => (text += chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  const { snapshot, nodes } = snapshotSchema.parse(JSON.parse(text));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size, code] = [fields.indexOf('type'), fields.indexOf('self_size'), types[0].indexOf('code')];
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (nodes[at + type] !== code) bytes += nodes[at + size] ?? 0;
  return bytes;
}

/** See proc_pid_smaps(5). */
function privateMemory(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = [...rollup.matchAll(/^Private_\w+:\s+(\d+) kB$/gmu)].map(([, kB]) => Number(kB));
  return kilobytes.reduce((sum, kB) => sum + kB, 0) * 1024;
}
