/** The process that prints for a host, as the build made it. */
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forkPrinter, PrinterApart, type PrintLine } from '../../src/library/printing/print-apart';
import { ROOT } from '../support/terminal';
import { plain, read, textOf } from '../support/print';
import { handoutIn } from '../unit/handout/articles';

const OUT = resolve(ROOT, 'out');
let folder: string;
let line: PrintLine;
let printer: PrinterApart;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralel-apart-'));
  // Where the browser keeps its profile.
  process.env['TMPDIR'] = folder;
  printer = new PrinterApart(() => (line = forkPrinter(join(OUT, 'main'), join(OUT, 'renderer'))));
});
afterAll(async () => {
  await printer.close();
  delete process.env['TMPDIR'];
  await rm(folder, { recursive: true, force: true });
});

it('prints, tells how far it is, and previews', async () => {
  const steps: number[] = [];
  const handout = handoutIn(['sr-Cyrl']);
  const made = await printer.make(handout, 'pdf', {
    onProgress: (done, total) => steps.push(done / total),
  });
  await read(made, async (pdf) =>
    expect((await textOf(pdf)).join('')).toContain(plain(handout.chapters[0]?.editions[0]?.title ?? '')),
  );
  expect(handout.chapters[0]?.editions[0]?.title).toMatch(/\p{Script=Cyrillic}/u);
  expect(steps.at(-1)).toBe(1);
  const preview = await printer.preview(handoutIn(['sq']));
  expect([preview.pages, typeof preview.isFinal]).toEqual([expect.any(Number), 'boolean']);
});

it('goes on with another process where one is killed in the middle of it', async () => {
  const making = printer.make(handoutIn(['en']), 'pdf', { onProgress: () => line.kill() });
  await expect(making).rejects.toMatchObject({ code: 'print.failed' });
  const again = await printer.make(handoutIn(['en']), 'pdf');
  expect(again.pages).toBeGreaterThan(0);
});

it('stops when it is told to, and leaves nothing behind when it is closed', async () => {
  const controller = new AbortController();
  const making = printer.make(handoutIn(['en']), 'pdf', {
    signal: controller.signal,
    onProgress: () => controller.abort(new Error('enough')),
  });
  await expect(making).rejects.toThrow('enough');
  for (const left of readdirSync(folder)) await rm(join(folder, left), { recursive: true, force: true });
  await printer.make(handoutIn(['en']), 'pdf');
  await printer.close();
  expect(readdirSync(folder)).toEqual([]);
});
