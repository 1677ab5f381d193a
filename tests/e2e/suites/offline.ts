import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../support/pdf';
import type { OpenReader, Reader } from '../../support/reader';

export function offlineSuite(open: OpenReader): void {
  describe('an evening with the reader', () => {
    let reader: Reader;
    beforeAll(async () => {
      reader = await open();
    });
    afterAll(() => reader.close());

    it('prints the open article to a PDF with its text, names and sources', async () => {
      await reader.withSettings({ interfaceLang: 'en', readingLangs: ['sr-Cyrl'] });
      await reader.goTo('/article/izbica-massacre');
      await reader.page.getByRole('button', { name: 'Print…' }).click();
      const { file, name } = await reader.printed(() =>
        reader.page.getByRole('button', { name: 'Make the PDF' }).click(),
      );
      expect(name).toBe('masakr-u-izbici.pdf');
      const pdf = await readPdf(file);
      expect(pdf).toMatchObject({ title: 'Масакр у Избици', lang: 'sr-Cyrl', isTagged: true });
      expect(pdf.pages).toBeGreaterThan(2);
      for (const part of [
        'Масакр у Избици',
        'Садик Џемајљи',
        'Masakra e Izbicës',
        'Qirez',
        '93–130',
        'CC BY-SA 4.0',
      ])
        expect(pdf.text).toContain(part);
      expect(pdf.outline.map(({ title }) => title)).toEqual(['Масакр у Избици']);
      expect(pdf.outline[0]?.headings).toEqual(expect.arrayContaining(['Позадина', 'Извори']));
      expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Table', 'TH', 'TD']));
      expect(pdf.fonts.length).toBeGreaterThan(1);
      for (const font of pdf.fonts)
        expect(font).toEqual({ name: expect.stringMatching(/^Source(Serif4|Sans3)/u), isEmbedded: true });
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
        '/welcome',
        '/about',
        '/keys',
      ]) {
        await reader.goTo(path);
      }
    });

    it('finds a script that somebody put into an address inert', async () => {
      await reader.goTo(`/search?words=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
      await reader.page.getByText(/^Nothing was found for “<img/u).waitFor();
      expect(await reader.page.locator('main img').count()).toBe(0);
    });

    it('asks nothing of any other machine, neither the window nor what is behind it', async () => {
      expect(reader.requests.length).toBeGreaterThan(20);
      expect(await reader.escapes()).toEqual([]);
    });

    it('gives no cause for complaint: no error, no warning, no content refused', () => {
      expect(reader.complaints).toEqual([]);
    });
  });
}
