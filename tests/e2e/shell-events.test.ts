/** What a desktop shell tells the window. A bridge stands in for the preload script; the host answers behind it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../src/shared/contract';
import type { ShellEvent } from '../../src/shared/events';
import { openInBrowser } from '../support/browser-reader';
import type { Reader } from '../support/reader';

/** What the stand-in leaves in the page for the tests. */
interface Desk {
  tell(event: ShellEvent): void;
  /** The methods that were called and, as `…: done`, answered, in their order. */
  called: string[];
  /** Methods that fail from now on. */
  failing: string[];
  /** Methods that take their time. */
  slow: string[];
}
type DeskWindow = Window & { desk: Desk };

function standInForPreload(): void {
  const early: ShellEvent[] = [];
  const desk: Desk = { tell: (event) => void early.push(event), called: [], failing: [], slow: [] };
  const call = async (method: string, input: unknown) => {
    desk.called.push(method);
    if (desk.failing.includes(method))
      return { ok: false, error: { code: 'library.full', params: {}, message: '' } };
    const response = await fetch(`call/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    const answer: unknown = await response.json();
    if (desk.slow.includes(method)) await new Promise((done) => setTimeout(done, 500));
    desk.called.push(`${method}: done`);
    return answer;
  };
  const onEvent = (listener: Desk['tell']) => {
    desk.tell = listener;
    early.forEach(listener);
  };
  Object.assign(window, { desk, paralel: { call, onEvent } });
}

let reader: Reader;
beforeAll(async () => {
  reader = await openInBrowser();
  await reader.page.addInitScript(standInForPreload);
});
afterAll(() => reader.close());
beforeEach(async () => {
  await reader.goTo('/');
  await reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'], theme: 'light' });
});

const tell = (event: ShellEvent) =>
  reader.page.evaluate((event) => (window as unknown as DeskWindow).desk.tell(event), event);
const called = () => reader.page.evaluate(() => (window as unknown as DeskWindow).desk.called);
const heading = (name: string) => reader.page.getByRole('heading', { level: 1, name, exact: true });
const block = (id: string) => reader.page.locator(`[data-block="${id}"]`).first();
/** From the upper edge of what scrolls, which messages move down. */
const topOf = (id: string) =>
  block(id).evaluate((element) => {
    const edge = document.getElementById('scroller')?.getBoundingClientRect().top ?? 0;
    return Math.round(element.getBoundingClientRect().top - edge);
  });
const scrollTo = (id: string, by = 0) =>
  block(id).evaluate((element, by) => {
    element.scrollIntoView();
    document.getElementById('scroller')?.scrollBy(0, by);
  }, by);

describe('a command from a menu', () => {
  it('does what its key does', async () => {
    await tell({ type: 'command', command: 'names' });
    await heading('Names').waitFor();
    await reader.page.keyboard.press('Control+3');
    await heading('Figures').waitFor();
    await tell({ type: 'command', command: 'back' });
    await heading('Names').waitFor();
    await tell({ type: 'command', command: 'search' });
    expect(
      await reader.page.locator('#search-field').evaluate((field) => field === document.activeElement),
    ).toBe(true);
  });

  it('opens the find bar and the print dialog in an article, and does nothing elsewhere', async () => {
    await tell({ type: 'command', command: 'find' });
    await tell({ type: 'command', command: 'print' });
    await tell({ type: 'command', command: 'articles' });
    await reader.goTo('/article/izbica-massacre');
    await tell({ type: 'command', command: 'find' });
    await reader.page.getByRole('textbox', { name: 'Find in this article' }).waitFor();
    await tell({ type: 'command', command: 'print' });
    await reader.page.getByRole('dialog', { name: 'Print a handout' }).waitFor();
    expect(reader.complaints).toEqual([]);
  });

  it('copies the link to the place that is read, and says so in passing', async () => {
    await reader.goTo('/article/izbica-massacre?find=Izbica&name=pl-izbica');
    await reader.page
      .getByRole('complementary', { name: 'Name card' })
      .getByRole('heading')
      .first()
      .waitFor();
    await scrollTo('events-2');
    await tell({ type: 'command', command: 'copy-link' });
    await reader.page.getByText('The link to this place was copied.').waitFor();
    await reader.page.keyboard.press('Control+k');
    await reader.page.keyboard.press('Control+v');
    expect(await reader.page.getByRole('searchbox').inputValue()).toMatch(
      /^paralel:article\/izbica-massacre\?name=pl-izbica&block=events-\d&lang=en$/u,
    );
    await reader.page.getByText('The link to this place was copied.').waitFor({ state: 'detached' });
  });
});

describe('a place to go to', () => {
  it('is gone to, and once more when the reader has moved away from it', async () => {
    const path = '/article/drenica-massacres?block=aftermath-3';
    await tell({ type: 'go', path });
    await heading('Drenica massacres').waitFor();
    let arrived = NaN;
    const isResting = async () => {
      const before = arrived;
      arrived = await topOf('aftermath-3');
      return arrived < 400 && arrived === before;
    };
    await expect.poll(isResting).toBe(true);
    await scrollTo('title');
    await tell({ type: 'go', path });
    await expect.poll(() => topOf('aftermath-3')).toBe(arrived);
  });
});

describe('another window', () => {
  it('changes the settings here, which are not kept a second time', async () => {
    const settings: Settings = {
      interfaceLang: 'sq',
      readingLangs: ['sq'],
      namesDisplay: 'as-written',
      theme: 'dark',
      textSize: 'large',
      paper: 'A4',
      signedAs: '',
      nameColumns: [],
      keepsHistory: true,
      notesShown: 'edition',
      welcomed: true,
    };
    await tell({ type: 'settings', settings });
    await reader.page.getByRole('navigation').getByText('Artikujt').waitFor();
    expect(await reader.page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await called()).not.toContain('settings.set');
  });
});

describe('a notice', () => {
  it('is told in the language of the interface', async () => {
    await reader.withSettings({ interfaceLang: 'sr-Latn' });
    await tell({ type: 'notice', notice: { code: 'link-unknown', params: { link: 'paralel:nigde' } } });
    await reader.page.getByText('Veza „paralel:nigde“ ne vodi nikuda').waitFor();
  });
});

describe('closing', () => {
  beforeEach(async () => {
    await reader.goTo('/article/drenica-massacres');
    await block('aftermath-3').waitFor();
  });

  it('keeps the place before the window goes', async () => {
    await scrollTo('aftermath-3', 40);
    await tell({ type: 'closing' });
    await expect.poll(called).toContain('shell.leave');
    const methods = await called();
    expect(methods.indexOf('reading.keep: done')).toBeGreaterThan(-1);
    expect(methods.indexOf('reading.keep: done')).toBeLessThan(methods.indexOf('shell.leave'));
  });

  it('waits for a setting that is on its way', async () => {
    await reader.page.evaluate(() => (window as unknown as DeskWindow).desk.slow.push('settings.set'));
    await reader.page.getByRole('navigation').getByText('SQ', { exact: true }).click();
    await tell({ type: 'closing' });
    await expect.poll(called).toContain('shell.leave');
    const methods = await called();
    expect(methods.indexOf('settings.set: done')).toBeGreaterThan(-1);
    expect(methods.indexOf('settings.set: done')).toBeLessThan(methods.indexOf('shell.leave'));
  });

  it('tells what could not be kept, and goes all the same', async () => {
    await reader.page.evaluate(() => (window as unknown as DeskWindow).desk.failing.push('reading.keep'));
    await scrollTo('aftermath-3', 80);
    await tell({ type: 'closing' });
    await reader.page.getByText('The disk that holds the library is full').waitFor();
    await expect.poll(called).toContain('shell.leave');
  });
});

describe('a page that had stopped', () => {
  it.each(['after', 'before'])('is where it was when it is told so %s its text is there', async (when) => {
    const path = '/article/drenica-massacres?block=events-1998-2&name=pl-drenica';
    await reader.goTo(path);
    await block('aftermath-3').waitFor();
    const kept = reader.page.waitForResponse((answer) =>
      Boolean(answer.request().postData()?.includes('"block":"aftermath-3"')),
    );
    await scrollTo('aftermath-3', 60);
    const before = await topOf('aftermath-3');
    await kept;
    const recovered: ShellEvent = { type: 'notice', notice: { code: 'page-recovered', params: {} } };
    // From here on every page is told as soon as it listens, and its text is late.
    if (when === 'before')
      await reader.page.addInitScript((event) => {
        const { desk } = window as unknown as DeskWindow;
        desk.tell(event);
        desk.slow.push('articles.get');
      }, recovered);
    await reader.goTo(path);
    await block('aftermath-3').waitFor();
    if (when === 'after') await tell(recovered);
    await expect.poll(async () => Math.abs((await topOf('aftermath-3')) - before)).toBeLessThan(3);
    await reader.page.getByText('opened again where you were').waitFor();
    await reader.page
      .getByRole('complementary', { name: 'Name card' })
      .getByRole('heading')
      .first()
      .waitFor();
  });
});
