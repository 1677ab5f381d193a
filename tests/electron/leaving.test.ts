/** What becomes of what somebody has written when its window, the program or the machine's session ends. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerDialogs, askedDialogs, chooseDesktop, clickMenu } from './driver';
import { ask, type Desk, goTo, type Home, makeHome, openDesk } from './desk';
import { LONGEST_NOTE } from '../../src/shared/note-parts';

let home: Home;
let desk: Desk;
beforeEach(async () => {
  home = makeHome();
  desk = await openDesk(home);
});
afterEach(async () => {
  await desk.desktop.close();
  home.remove();
});

const text = () => desk.page.getByRole('textbox', { name: 'Text of the note' });
const answer = (response: number): Promise<void> =>
  answerDialogs(desk.desktop, { showMessageBox: { response, checkboxChecked: false } });
const [LOSE, STAY] = [0, 1];
const asked = () => askedDialogs(desk.desktop);
const windows = (): Promise<number> =>
  desk.desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

/** More than a note can hold: the library is not even asked. */
async function writeTooMuch(): Promise<void> {
  await goTo(desk.page, '/article/izbica-massacre');
  await desk.page.locator('[data-block]').first().waitFor();
  await desk.page.keyboard.press('F2');
  await text().fill('a'.repeat(LONGEST_NOTE + 1));
  await desk.page.getByText('Not saved').first().waitFor();
}

const ENDINGS: [name: string, end: () => Promise<unknown>][] = [
  ['the window is closed', () => clickMenu(desk.desktop, 'close-window')],
  [
    'Paralel is quit',
    () =>
      desk.desktop.evaluate(({ app }) => {
        setImmediate(() => app.quit());
      }),
  ],
  ['the system tells Paralel to end', async () => desk.desktop.kill('SIGTERM')],
];

describe('a note that could not be saved', () => {
  it.each(ENDINGS)('is not lost unasked when %s', async (_, end) => {
    await writeTooMuch();
    await answer(STAY);
    await end();
    await expect.poll(asked).toHaveLength(1);
    const [question] = await asked();
    expect(question?.options).toMatchObject({
      message: expect.stringContaining('could not be saved'),
      detail: expect.stringContaining('A note can hold 200000 characters'),
      buttons: ['Close and lose it', 'Stay here'],
      defaultId: STAY,
      cancelId: STAY,
    });
    expect(await windows()).toBe(1);
    expect(await text().inputValue()).toHaveLength(LONGEST_NOTE + 1);
    await answer(LOSE);
    await end();
    expect(await desk.desktop.exited).toBe(0);
  });

  it('that is shortened is saved, and the window closes without a question', async () => {
    await writeTooMuch();
    await answer(STAY);
    await clickMenu(desk.desktop, 'close-window');
    await expect.poll(asked).toHaveLength(1);
    await text().fill('short enough');
    await clickMenu(desk.desktop, 'close-window');
    expect(await desk.desktop.exited).toBe(0);
    desk = await openDesk(home);
    const { rows } = await ask(desk.page, 'notes.page', { lang: 'en', sort: 'time' });
    expect(JSON.stringify(rows)).toContain('short enough');
  });

  it('calls a quit off: on a Mac the last window may be closed later without it', async () => {
    await desk.desktop.evaluate(() => void Object.defineProperty(process, 'platform', { value: 'darwin' }));
    await writeTooMuch();
    await answer(STAY);
    await desk.desktop.evaluate(({ app }) => void setImmediate(() => app.quit()));
    await expect.poll(asked).toHaveLength(1);
    await desk.desktop.evaluate(
      ({ app }) => void app.on('will-quit', () => Object.assign(globalThis, { hasQuit: true })),
    );
    await text().fill('short enough');
    await desk.desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(windows).toBe(0);
    expect(await desk.desktop.evaluate(() => 'hasQuit' in globalThis)).toBe(false);
  });
});

describe.runIf(chooseDesktop().kind === 'double')('the end of the machine’s session', () => {
  it.each(['shutdown', 'query-session-end'] as const)(
    'waits until what was being read is kept (%s)',
    async (how) => {
      await goTo(desk.page, '/article/drenica-massacres');
      await desk.page.locator('[data-block="aftermath-3"]').first().waitFor();
      await desk.page.evaluate(() => document.querySelector('[data-block="aftermath-3"]')?.scrollIntoView());
      expect(await desk.desktop.double?.endSession(how)).toBe(true);
      expect(await desk.desktop.exited).toBe(0);
      desk = await openDesk(home);
      const place = await ask(desk.page, 'reading.position', { article: 'drenica-massacres' } as never);
      expect(place?.block).toMatch(/^aftermath/u);
    },
  );

  it.each(['shutdown', 'query-session-end'] as const)(
    'does not take with it unasked what could not be saved (%s)',
    async (how) => {
      await writeTooMuch();
      await answer(STAY);
      expect(await desk.desktop.double?.endSession(how)).toBe(true);
      await expect.poll(asked).toHaveLength(1);
      expect(await windows()).toBe(1);
    },
  );
});
