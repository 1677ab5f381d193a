import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
