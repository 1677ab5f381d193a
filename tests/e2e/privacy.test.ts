import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserReader, openInBrowser } from '../support/browser-reader';
import { privacySuite } from './suites/privacy';

privacySuite(openInBrowser);

describe('a second window', () => {
  let reader: BrowserReader;
  beforeAll(async () => {
    reader = await openInBrowser();
    await reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'] });
  });
  afterAll(() => reader.close());

  it('is private with the first, and forgets with it', async () => {
    await reader.call('reading.keep', { article: 'izbica-massacre', block: 'lead-1', offset: 0 } as never);
    const other = await reader.context.newPage();
    await other.goto(`${reader.origin}/#/`);
    await other.getByText('Continue reading').waitFor();
    await reader.page.bringToFront();
    await reader.goTo('/settings');
    const theSwitch = reader.page.getByRole('main').getByRole('switch', { name: 'Private reading' });
    await theSwitch.click();
    await other.getByText('Private reading: nothing of what you read or set is kept.').waitFor();
    await reader.page.getByText('The browser still has its own history.').waitFor();
    await reader.page.getByRole('button', { name: 'Clear what was read…' }).click();
    await reader.page.getByRole('button', { name: 'Clear', exact: true }).click();
    await other.getByText('Continue reading').waitFor({ state: 'detached' });
    await other.getByRole('button', { name: 'End private reading' }).click();
    await expect.poll(() => theSwitch.getAttribute('aria-checked')).toBe('false');
  });
});

describe('a reading room', () => {
  let reader: BrowserReader;
  beforeAll(async () => {
    reader = await openInBrowser({ serveOptions: ['--read-only'], isFirstRun: true });
  });
  afterAll(() => reader.close());

  it('has no such switch, because nothing is kept in it', async () => {
    await reader.goTo('/settings');
    await reader.page.getByText('Reading room: nothing is kept here.').waitFor();
    expect(await reader.page.getByRole('switch').count()).toBe(0);
    await expect(reader.call('shell.private', { isPrivate: true })).rejects.toThrow('library.read-only');
  });
});
