import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserReader, openInBrowser } from '../support/browser-reader';
import { notesSuite } from './suites/notes';
import { IZBICA, notesIn } from './suites/notes-page';

notesSuite(openInBrowser);

describe('a second window', () => {
  let reader: BrowserReader;
  beforeAll(async () => {
    reader = await openInBrowser();
    await reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'] });
  });
  afterAll(() => reader.close());

  it('shows a note that was written in the first, changes it, and the first shows that', async () => {
    const other = await reader.context.newPage();
    await other.goto(`${reader.origin}/#/article/${IZBICA}`);
    await other.locator('[data-block="lead-2"]').waitFor();
    await reader.page.bringToFront();
    await reader.goTo(`/article/${IZBICA}`);
    await notesIn(reader.page).select('lead-2', 'at least 93');
    await reader.page.getByRole('button', { name: 'Note', exact: true }).click();
    await reader.page.locator('textarea:focus').waitFor();
    await reader.page.keyboard.type('From the first window.');
    await reader.page.getByText('Saved', { exact: true }).waitFor();
    await reader.page.keyboard.press('Escape');
    await other.getByText('From the first window.').waitFor();
    await expect.poll(() => notesIn(other).painted('yellow')).toEqual(['at least 93']);

    await other.bringToFront();
    await other.getByRole('button', { name: 'Open: Note' }).click();
    await other.getByRole('button', { name: 'Edit', exact: true }).click();
    await other.getByRole('textbox', { name: 'Text of the note' }).fill('From the second window.');
    await other.getByRole('button', { name: 'Done' }).click();
    await reader.page.getByText('From the second window.').waitFor();
    expect(reader.complaints).toEqual([]);
  });
});

describe('a reading room', () => {
  let room: BrowserReader;
  beforeAll(async () => {
    room = await openInBrowser({ isFirstRun: true, serveOptions: ['--read-only'] });
  });
  afterAll(() => room.close());

  it('offers no notes at all', async () => {
    await room.goTo(`/article/${IZBICA}`);
    await room.page.getByText('Reading room: nothing is kept here.').waitFor();
    await notesIn(room.page).select('lead-2', 'at least 93');
    await room.page.keyboard.press('F2');
    await room.page.getByRole('button', { name: 'Print…' }).waitFor();
    expect(await room.page.getByRole('button', { name: /note/iu }).count()).toBe(0);
    expect(await room.page.getByRole('toolbar').count()).toBe(0);
  });
});
