/** Handouts on the desktop: on paper, into a folder, and stopped. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HandoutRequestInput } from '../../src/shared/contract';
import { ask, type Desk, type Home, makeHome, openDesk } from './desk';
import { answerDialogs } from './driver';

let home: Home;
let desk: Desk;
beforeAll(async () => {
  home = makeHome();
  desk = await openDesk(home);
});
afterAll(async () => {
  await desk.desktop.close();
  home.remove();
});

const request: HandoutRequestInput = { articles: [{ id: 'izbica-massacre' }], langs: ['en'] };
const two = { ...request, articles: [...request.articles, { id: 'poklek-massacre' }] };

interface System {
  printers: number;
  answer: [done: boolean, reason: string];
}

/** What the system would say, to every window that is opened from now on. */
const system = (printers: number, answer: System['answer']): Promise<void> =>
  desk.desktop.evaluate(
    ({ app }, given) => {
      const state = globalThis as { system?: System };
      const isFirst = state.system === undefined;
      state.system = given;
      if (!isFirst) return;
      app.on('browser-window-created', (_event, { webContents }) => {
        webContents.getPrintersAsync = async () => new Array(state.system?.printers).fill({ name: 'Office' });
        webContents.print = (_options, callback) => callback?.(...(state.system?.answer ?? [false, '']));
      });
    },
    { printers, answer },
  );

describe('on paper, a handout', () => {
  it('meets a machine without printers with a sentence', async () => {
    await system(0, [true, '']);
    await expect(ask(desk.page, 'shell.paper', { request })).rejects.toThrow(/no printer/u);
  });

  it.each([
    [[true, ''], 'printed'],
    [[false, 'Print job canceled'], 'cancelled'],
  ] as const)('is told of as the system answers: %j', async (answer, state) => {
    await system(1, [...answer]);
    expect(await ask(desk.page, 'shell.paper', { request })).toEqual({ state });
  });

  it('says why the system did not take it, and leaves no window behind', async () => {
    await system(1, [false, 'Invalid printer settings']);
    await expect(ask(desk.page, 'shell.paper', { request })).rejects.toThrow(/Invalid printer settings/u);
    const windows = await desk.desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(windows).toBe(1);
  });
});

describe('a file for each article', () => {
  it('goes into the folder that was chosen, and replaces nothing that is there', async () => {
    const folder = join(home.library, 'class');
    mkdirSync(folder);
    await answerDialogs(desk.desktop, { showOpenDialog: { canceled: false, filePaths: [folder] } });
    const make = () => ask(desk.page, 'shell.print', { request: two, apart: true });
    expect(await make()).toMatchObject({ state: 'saved', path: folder, files: 2 });
    const first = readFileSync(join(folder, 'izbica-massacre.pdf'));
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    await make();
    expect(readdirSync(folder).toSorted()).toEqual(
      [
        'izbica-massacre-2.pdf',
        'izbica-massacre.pdf',
        'poklek-massacre-2.pdf',
        'poklek-massacre.pdf',
      ].toSorted(),
    );
    expect(readFileSync(join(folder, 'izbica-massacre-2.pdf'))).toEqual(first);
  });

  it('is not made where no folder is chosen', async () => {
    await answerDialogs(desk.desktop, { showOpenDialog: { canceled: true, filePaths: [] } });
    expect(await ask(desk.page, 'shell.print', { request: two, apart: true })).toEqual({
      state: 'cancelled',
    });
  });
});

describe('a preview', () => {
  const job = '6f1d8a52-3c0b-4e47-9b1e-5d2a7c94e0f3';

  it('is of the pages as they would be printed', async () => {
    const made = await ask(desk.page, 'shell.preview', { request, job });
    if (made.state !== 'done') throw new Error(made.state);
    expect(made.pages).toBeGreaterThan(1);
    expect(Buffer.from(made.pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('ends when its window no longer wants it', async () => {
    const asked = ask(desk.page, 'shell.preview', { request: { ...two, layout: 'parallel' }, job });
    await desk.desktop.nextWindow();
    await ask(desk.page, 'shell.stop', { job });
    expect(await asked).toEqual({ state: 'cancelled' });
    await expect
      .poll(() => desk.desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
      .toBe(1);
  });
});
