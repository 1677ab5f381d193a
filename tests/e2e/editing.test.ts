import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserReader, openInBrowser } from '../support/browser-reader';
import { editingSuite } from './suites/editing';

editingSuite(openInBrowser);

describe('a second window', () => {
  let reader: BrowserReader;
  beforeAll(async () => {
    reader = await openInBrowser();
    await reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'] });
  });
  afterAll(() => reader.close());

  it('shows a correction that was made in the first', async () => {
    const other = await reader.context.newPage();
    await other.goto(`${reader.origin}/#/article/poklek-massacre`);
    const inOther = other.locator('[data-block="lead-1"]').getByRole('link', { name: 'Kosovo', exact: true });
    await inOther.waitFor();
    await reader.page.bringToFront();
    await reader.goTo('/article/poklek-massacre');
    await reader.page.getByRole('button', { name: 'Edit names' }).click();
    await reader.page.locator('.mention-bar').waitFor();
    await reader.page
      .locator('[data-block="lead-1"]')
      .getByRole('link', { name: 'Kosovo', exact: true })
      .click();
    await reader.page.getByRole('button', { name: 'Not a name' }).click();
    await inOther.waitFor({ state: 'detached' });
    await reader.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await inOther.waitFor();
  });
});

describe('a reading room', () => {
  let room: BrowserReader;
  beforeAll(async () => {
    room = await openInBrowser({ isFirstRun: true, serveOptions: ['--read-only'] });
  });
  afterAll(() => room.close());

  it('offers no editing at all', async () => {
    await room.goTo('/article/poklek-massacre');
    await room.page.getByText('Reading room: nothing is kept here.').waitFor();
    await room.page.getByRole('button', { name: 'Print…' }).waitFor();
    expect(await room.page.getByRole('button', { name: 'Edit names' }).count()).toBe(0);
    for (const path of ['/changes', '/add-name']) {
      await room.page.goto(`${room.origin}/#${path}`);
      await room.page.getByText('Here it can be read and printed, and not changed.').waitFor();
      expect(await room.page.getByRole('main').getByRole('textbox').count()).toBe(0);
    }
    await room.goTo('/settings');
    expect(await room.page.getByLabel('How you sign your changes').count()).toBe(0);
  });
});
