import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserReader, openInBrowser } from '../support/browser-reader';
import { namesSuite } from './suites/names';

namesSuite(openInBrowser);

describe('the table of names in one window', () => {
  let reader: BrowserReader;
  beforeAll(async () => {
    reader = await openInBrowser();
    await reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'] });
  });
  afterAll(() => reader.close());

  it('has what was changed in another, at the same place', async () => {
    const { id, type, names } = await reader.call('names.get', { id: 'pl-likoshan' });
    const kept = names.map(({ source: _, edit: __, ...name }) => name);
    const before = { id, type, names: kept };
    const after = {
      ...before,
      names: kept.map((name) => (name.text === 'Likoshan' ? { ...name, text: 'Likoshan i Ri' } : name)),
    };
    // Over this it is told of what others do.
    const told = reader.page.waitForEvent('websocket');
    await reader.goTo('/names?words=Likosh');
    await told;
    const row = reader.page.getByRole('row', { name: /^Likoshan i Ri/u });
    await reader.page.getByRole('row', { name: /^Likoshan/u }).waitFor();
    await reader.call('names.put', { before, after });
    await row.waitFor();
    await reader.call('names.undo', {});
    await row.waitFor({ state: 'detached' });
    await reader.page.getByRole('row', { name: /^Likoshan/u }).waitFor();
  });
});

describe('the names in a reading room', () => {
  let reader: BrowserReader;
  beforeAll(async () => {
    reader = await openInBrowser({ isFirstRun: true, serveOptions: ['--read-only'] });
  });
  afterAll(() => reader.close());

  it('can be compared and exported, and not changed', async () => {
    await reader.goTo('/names');
    const tools = reader.page.getByRole('navigation', { name: 'Work with names' });
    await expect
      .poll(async () => (await tools.locator('a, button').allInnerTexts()).map((text) => text.trim()))
      .toEqual(['Consistency', 'Compare names', 'Find names in a text', 'Export…']);
  });

  it('have the columns that somebody chooses for as long as the page is open', async () => {
    const headings = () => reader.page.getByRole('columnheader').allInnerTexts();
    await reader.page.getByRole('button', { name: 'Columns', exact: true }).click();
    await reader.page.getByRole('checkbox', { name: 'Kind' }).uncheck();
    await expect.poll(headings).not.toContain('KIND');
    expect(reader.requests.filter((url) => url.includes('settings.set'))).toEqual([]);
    await reader.page.reload();
    await expect.poll(headings).toContain('KIND');
  });
});
