import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../support/pdf';
import { openReader, type Reader } from '../support/reader';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader.close());

describe('an evening with the reader', () => {
  it('prints the open article to a PDF with its text, names and sources', async () => {
    await reader.withSettings({ interfaceLang: 'en', readingLangs: ['sr-Cyrl'] });
    await reader.goTo('/article/izbica-massacre');
    await reader.page.getByRole('button', { name: 'Print…' }).click();
    const download = reader.page.waitForEvent('download');
    await reader.page.getByRole('button', { name: 'Make the PDF' }).click();
    const file = await (await download).path();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/u);
    const { pages, text, title, lang } = await readPdf(file);
    expect(pages).toBeGreaterThan(2);
    expect({ title, lang }).toEqual({ title: 'Масакр у Избици', lang: 'sr-Cyrl' });
    for (const part of [
      'Масакр у Избици',
      'Садик Џемајљи',
      'Masakra e Izbicës',
      'Qirez',
      '93–130',
      'CC BY-SA 4.0',
    ])
      expect(text).toContain(part);
    await reader.page.getByText(/is in your downloads/u).waitFor();
    await reader.page.getByRole('button', { name: 'Close', exact: true }).click();
  });

  it('visits every page', async () => {
    for (const path of [
      '/',
      '/article/drenica-massacres?name=pl-drenica',
      '/article/poklek-massacre',
      '/search?words=Ћирез',
      '/names',
      '/names/pl-drenas',
      '/figures',
      '/settings',
    ]) {
      await reader.goTo(path);
    }
  });

  it('asks nothing of any other machine, from the window or from the host', () => {
    expect(reader.requests.length).toBeGreaterThan(20);
    const elsewhere = reader.requests.filter(
      (url) => !url.startsWith(`${reader.origin}/`) && !url.startsWith('blob:') && !url.startsWith('data:'),
    );
    expect(elsewhere).toEqual([]);
    expect(reader.networkLog()).toBe('');
  });

  it('gives no cause for complaint: no error, no warning, no content refused', () => {
    expect(reader.complaints).toEqual([]);
  });

  it('can be opened a second time by the same address, and by nobody without it', async () => {
    const again = await reader.browser.newContext();
    const page = await again.newPage();
    expect((await page.goto(`${reader.origin}/`))?.status()).toBe(403);
    await page.goto(reader.address);
    await page.locator('main h1').first().waitFor();
    expect(page.url()).not.toContain('token');
    await again.close();
  });

  it('finds a script that somebody put into an address inert', async () => {
    await reader.goTo(`/search?words=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await reader.page.getByRole('main').waitFor();
    expect(await reader.page.locator('main img').count()).toBe(0);
  });
});
