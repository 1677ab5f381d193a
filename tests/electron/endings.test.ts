import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerDialogs, clickMenu, type Desktop, launchDesktop, launchToEnd } from './driver';
import { ask, type Desk, goTo, type Home, makeHome, openDesk, pathOf } from './desk';

let home: Home;
const started: Desktop[] = [];
beforeEach(() => (home = makeHome()));
afterEach(async () => {
  await Promise.all(started.splice(0).map((desktop) => desktop.close()));
  home.remove();
});

async function open(...args: string[]): Promise<Desk> {
  const desk = await openDesk(home, { args });
  started.push(desk.desktop);
  return desk;
}

/** Scrolls to a block of an article, as a reader does who has not yet rested. */
async function readTo(desk: Desk, block: string): Promise<void> {
  await goTo(desk.page, '/article/drenica-massacres');
  await desk.page.locator(`[data-block="${block}"]`).first().waitFor();
  await desk.page.evaluate((id) => document.querySelector(`[data-block="${id}"]`)?.scrollIntoView(), block);
}

describe('what was being read', () => {
  it.each([
    ['quit', (desk: Desk) => desk.desktop.quit()],
    [
      'closed',
      async (desk: Desk) => {
        await clickMenu(desk.desktop, 'close-window');
        return desk.desktop.exited;
      },
    ],
    [
      'told to end by the system',
      async (desk: Desk) => {
        desk.desktop.kill('SIGTERM');
        return desk.desktop.exited;
      },
    ],
  ])('is kept when Paralel is %s in the middle of it', async (_, end) => {
    const desk = await open();
    await readTo(desk, 'aftermath-3');
    expect(await end(desk)).toBe(0);
    const again = await open();
    const place = await ask(again.page, 'reading.position', { article: 'drenica-massacres' } as never);
    expect(place?.block).toMatch(/^aftermath/u);
  });
});

describe('a page that stops', () => {
  it('comes back where it was, and says so', async () => {
    const desk = await open();
    await goTo(desk.page, '/article/izbica-massacre?name=pl-qirez');
    await desk.desktop.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    // The page that Playwright knew is no more; the main process knows the one that took its place.
    const shown = (): Promise<{ url: string; text: string } | undefined> =>
      desk.desktop.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        if (!contents || contents.isCrashed()) return undefined;
        return { url: contents.getURL(), text: await contents.executeJavaScript('document.body.innerText') };
      });
    await expect.poll(shown, { timeout: 20_000 }).toMatchObject({
      url: 'paralel-app://app/#/article/izbica-massacre?name=pl-qirez',
      text: expect.stringMatching(/opened again where you were[\s\S]*Izbica massacre[\s\S]*Qirez/u),
    });
  });

  it('again and again is left to the reader to decide', async () => {
    const desk = await open();
    await answerDialogs(desk.desktop, { showMessageBox: { response: 1, checkboxChecked: false } });
    for (let stop = 0; stop < 4; stop += 1) {
      await desk.desktop
        .evaluate(
          ({ BrowserWindow }) =>
            new Promise<void>((resolve) => {
              const [window] = BrowserWindow.getAllWindows();
              if (!window) return resolve();
              window.webContents.once('did-finish-load', () => resolve());
              window.once('closed', () => resolve());
              window.webContents.forcefullyCrashRenderer();
            }),
        )
        .catch(() => undefined);
    }
    await desk.desktop.exited;
    expect(desk.desktop.windows()).toEqual([]);
  });
});

describe('a library process that stops', () => {
  it.skipIf(process.platform !== 'linux')(
    'is started again, and the reader stays where they are',
    async () => {
      const desk = await open();
      await goTo(desk.page, '/article/izbica-massacre');
      for (const pid of childrenOf(desk.desktop.pid, 'library.js')) process.kill(pid, 'SIGKILL');
      await desk.page.getByText('stopped and was started again').waitFor();
      expect(pathOf(desk.page)).toBe('/article/izbica-massacre');
      expect(await ask(desk.page, 'articles.list', {})).toHaveLength(3);
    },
  );
});

describe('a library that cannot be opened', () => {
  it('is told with what to do, and opened once that is done', async () => {
    mkdirSync(dirname(home.library), { recursive: true });
    writeFileSync(home.library, 'a file stands where the folder should be');
    const desktop = await launchDesktop({ userData: home.userData, args: ['--library', home.library] });
    started.push(desktop);
    const page = await desktop.firstWindow();
    await page.getByRole('heading', { name: 'The library could not be opened' }).waitFor();
    expect(await page.getByRole('alert').innerText()).toContain(home.library);
    rmSync(home.library);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('main h1').first().waitFor();
    expect(existsSync(join(home.library, 'library.db'))).toBe(true);
  });
});

describe('the window', () => {
  it('opens where it was, and on a screen that is there', async () => {
    const place = { x: 150, y: 90, width: 1000, height: 700 };
    const first = await open();
    await first.desktop.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      place,
    );
    expect(await first.desktop.quit()).toBe(0);
    const second = await open();
    const bounds = (): Promise<Electron.Rectangle | undefined> =>
      second.desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    expect(await bounds()).toEqual(place);
    if (!second.desktop.double) return;
    const small = { x: 0, y: 0, width: 800, height: 600 };
    await second.desktop.double.setDisplays([{ id: 2, bounds: small, workArea: small, scaleFactor: 1 }]);
    await expect.poll(bounds).toEqual(small);
  });

  it('that was never seen to its end loses nothing else: a damaged memory of it is no obstacle', async () => {
    mkdirSync(home.userData, { recursive: true });
    writeFileSync(join(home.userData, 'windows.json'), '{"window": {"bounds": "everywhere"}');
    const desk = await open();
    expect(await ask(desk.page, 'shell.info', {})).toMatchObject({ kind: 'electron', portable: false });
  });
});

describe('portable mode', () => {
  it('keeps everything beside the program, and nothing elsewhere', async () => {
    const stick = join(dirname(home.library), 'stick');
    mkdirSync(stick, { recursive: true });
    const desktop = await launchDesktop({
      args: ['--portable'],
      env: { APPIMAGE: join(stick, 'Paralel.AppImage'), PARALEL_LIBRARY: '' },
    });
    started.push(desktop);
    const page = await desktop.firstWindow();
    await page.locator('main h1').first().waitFor();
    const { library } = await ask(page, 'app.open', {});
    expect(library.path).toBe(join(stick, 'Paralel data', 'library'));
    expect(await ask(page, 'shell.info', {})).toMatchObject({
      portable: true,
      folder: join(stick, 'Paralel data', 'program'),
    });
    expect(await desktop.quit()).toBe(0);
    expect(existsSync(join(stick, 'Paralel data', 'program', 'windows.json'))).toBe(true);
  });
});

it('portable mode where nothing can be written says so in a sentence, and ends', async () => {
  const stick = join(dirname(home.library), 'stick');
  mkdirSync(stick, { recursive: true });
  writeFileSync(join(stick, 'Paralel data'), 'a file stands where the folder should be');
  const said = await launchToEnd({
    args: ['--portable'],
    env: { APPIMAGE: join(stick, 'Paralel.AppImage'), PARALEL_LIBRARY: '' },
  });
  expect(said).toContain('has ended with 1');
  expect(said).toContain(
    `Paralel: Paralel was started to keep everything beside the program, but ${join(stick, 'Paralel data')}`,
  );
});

/** By /proc: the processes that `parent` started, of which the command line holds `part`. */
function childrenOf(parent: number, part: string): number[] {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);
  return children.filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(part));
}
