import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_FILE_BYTES } from '../../src/shared/files-read';
import { answerDialogs } from './driver';
import { ask, type Desk, goTo, type Home, makeHome, openDesk, pathOf } from './desk';

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

describe('a second start', () => {
  it('brings the first window to what it was started for, and ends', async () => {
    const { code } = await desk.desktop.startAgain(['--library', home.library, 'paralel:names/pl-izbica']);
    expect(code).toBe(0);
    await expect.poll(() => pathOf(desk.page)).toBe('/names/pl-izbica');
    expect(desk.desktop.windows()).toHaveLength(1);
  });

  it('with a link or a file that cannot be opened says so, and leaves the reader where they are', async () => {
    await goTo(desk.page, '/figures');
    await desk.desktop.startAgain(['paralel:call/settings.set?theme=dark', '/tmp/letter\u202efdp.exe']);
    await desk.page.getByText('leads nowhere in Paralel').waitFor();
    await desk.page.getByText('cannot read this kind of file: letterfdp.exe').waitFor();
    expect(pathOf(desk.page)).toBe('/figures');
  });

  it('brings a window back that was minimised', async () => {
    const state = () =>
      desk.desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
    await desk.desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    expect(await state()).toBe(true);
    await desk.desktop.startAgain([]);
    await expect.poll(state).toBe(false);
  });

  it('may say anything', async () => {
    const strange = [
      '',
      '--',
      '-',
      '--library',
      '\\\\server\\share\\x',
      'javascript:alert(1)',
      'a'.repeat(5000),
    ];
    expect((await desk.desktop.startAgain(strange)).code).toBe(0);
    expect(await ask(desk.page, 'articles.list', {})).toHaveLength(3);
  });
});

describe('a file that the system gives', () => {
  let folder: string;
  beforeAll(() => {
    folder = join(dirname(home.library), 'given');
    mkdirSync(folder);
  });
  /** As from a terminal there. */
  const give = (...names: string[]) => desk.desktop.startAgain(names, folder);
  const main = () => desk.page.locator('main');

  it('of names is where it would be let fall: on the page that says what it would change', async () => {
    writeFileSync(join(folder, 'emra.csv'), 'name,lang\nDritare,sq\n');
    await give('emra.csv');
    await expect.poll(() => pathOf(desk.page)).toBe('/import');
    await main().getByText('emra.csv').first().waitFor();
  });

  it('of notes is offered to the notebook', async () => {
    const notes = { '@context': 'http://www.w3.org/ns/anno.jsonld', items: [] };
    writeFileSync(join(folder, 'mine.annotations'), JSON.stringify(notes));
    await give(join(folder, 'mine.annotations'));
    await expect.poll(() => pathOf(desk.page)).toBe('/notes');
    await desk.page.getByRole('dialog', { name: 'Import notes' }).waitFor();
    await desk.page.keyboard.press('Escape');
  });

  it('of a backup is looked at, and nothing is restored unasked', async () => {
    const filePath = join(folder, 'all.paralel-backup');
    await answerDialogs(desk.desktop, { showSaveDialog: { canceled: false, filePath } });
    await ask(desk.page, 'shell.export', { what: 'backup' });
    await desk.desktop.evaluate(
      ({ app }, path) => void app.emit('open-file', { preventDefault() {} }, path),
      filePath,
    );
    await expect.poll(() => pathOf(desk.page)).toBe('/settings');
    await desk.page
      .getByRole('dialog', { name: 'Restore from a backup' })
      .getByText('is here already')
      .waitFor();
    await desk.page.keyboard.press('Escape');
  });

  it('that is a PDF is read as a handout', async () => {
    writeFileSync(join(folder, 'class.pdf'), '%PDF-1.7');
    await give('class.pdf');
    await expect.poll(() => pathOf(desk.page)).toBe('/handout');
    await main().getByText('“class.pdf” cannot be opened as a handout').waitFor();
  });

  it('is not read where it is too large, or none, and that is said', async () => {
    writeFileSync(join(folder, 'large.csv'), '');
    truncateSync(join(folder, 'large.csv'), MOST_FILE_BYTES + 1);
    mkdirSync(join(folder, 'folder.csv'));
    await give('large.csv', 'folder.csv', 'gone.csv');
    await desk.page.getByText('“large.csv” is too large: Paralel reads files of up to 36 MB.').waitFor();
    await desk.page.getByText('“folder.csv” could not be read').waitFor();
    await desk.page.getByText('“gone.csv” could not be read').waitFor();
  });
});

describe('a second start for another library', () => {
  it('says which one is open', async () => {
    await desk.desktop.startAgain(['--library', 'another'], dirname(home.library));
    const other = join(dirname(home.library), 'another');
    await desk.page
      .getByText(`open already, with the library in ${home.library}. To open the one in ${other}`)
      .waitFor();
  });

  it('says nothing where it is the same', async () => {
    const notice = desk.page.getByText('To open the one in');
    const before = await notice.count();
    await desk.desktop.startAgain(['--library', 'library', 'paralel:figures'], dirname(home.library));
    await expect.poll(() => pathOf(desk.page)).toBe('/figures');
    expect(await notice.count()).toBe(before);
  });
});

describe('a link from the system', () => {
  it('leads to its place', async () => {
    await desk.desktop.evaluate(
      ({ app }) =>
        void app.emit('open-url', { preventDefault() {} }, 'paralel:article/poklek-massacre?block=events-1'),
    );
    await expect.poll(() => pathOf(desk.page)).toBe('/article/poklek-massacre?block=events-1');
    await desk.page.getByRole('heading', { level: 1, name: 'Poklek massacre' }).waitFor();
  });

  it('changes nothing, whatever it holds', async () => {
    const before = await ask(desk.page, 'settings.get', {});
    for (const link of [
      'paralel:settings?theme=dark',
      'paralel://evil/../..',
      'paralel:article/izbica-massacre?lang=de',
    ])
      await desk.desktop.evaluate(
        ({ app }, given) => void app.emit('open-url', { preventDefault() {} }, given),
        link,
      );
    expect(await ask(desk.page, 'settings.get', {})).toEqual(before);
  });
});

it('a start with a link opens at its place', async () => {
  const other = makeHome();
  const { desktop, page } = await openDesk(other, { args: ['paralel:article/izbica-massacre?lang=sq'] });
  try {
    await page.getByRole('heading', { level: 1, name: 'Masakra e Izbicës' }).waitFor();
    expect(desktop.windows()).toHaveLength(1);
  } finally {
    await desktop.close();
    other.remove();
  }
});
