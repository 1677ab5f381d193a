/** Names and figures taken out into a file, and read back from it. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FORMATS, readNames } from '../../../src/core/exchange/formats';
import { articleIdSchema } from '../../../src/shared/domain';
import type { OpenReader, Reader } from '../../support/reader';

const IZBICA = { article: articleIdSchema.parse('izbica-massacre'), lang: 'en' } as const;

/** @param isWhole otherwise only what two shells could differ in */
export function exportSuite(open: OpenReader, { isWhole = true } = {}): void {
  const whole = it.runIf(isWhole);
  let reader: Reader;
  beforeAll(async () => {
    reader = await open();
  });
  afterAll(() => reader.close());
  beforeEach(() =>
    reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'], namesDisplay: 'as-written' }),
  );

  const main = () => reader.page.getByRole('main');

  describe('names that are taken out', () => {
    const dialog = () => reader.page.getByRole('dialog');

    async function exportAs(choose: () => Promise<unknown>): Promise<Buffer> {
      await choose();
      const made = dialog().getByRole('button', { name: 'Export', exact: true });
      return readFileSync((await reader.printed(() => made.click())).file);
    }

    async function openDialog(): Promise<void> {
      await reader.goTo('/names');
      await main()
        .getByRole('button', { name: /^Export/u })
        .first()
        .click();
      await dialog()
        .getByText(/^\d+ name records$/u)
        .waitFor();
    }

    const formats = [
      ['csv', /Table \(CSV\)/u],
      ['xlsx', /Excel workbook/u],
      ['tbx', /TBX-Basic 3/u],
    ] as const;
    it.each(isWhole ? formats : formats.slice(0, 1))(
      'as %s hold every record, and are read back without a complaint',
      async (format, label) => {
        await openDialog();
        const bytes = await exportAs(() => dialog().getByRole('radio', { name: label }).check());
        const { entities, problems } = readNames(format, bytes);
        const listed = await reader.call('names.list', {});
        expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
        expect(entities).toHaveLength(listed.length);
        // Brought in again they change nothing.
        const preview = await reader.call('import.preview', {
          file: { name: 'again', data: bytes.toString('base64') },
          format,
        });
        expect(preview.counts).toMatchObject({ added: 0, changed: 0, conflict: 0 });
      },
    );

    whole('as Linked Places hold the places, and no country code', async () => {
      await openDialog();
      await dialog()
        .getByRole('radio', { name: /JSON-LD/u })
        .check();
      // What is lost is said before anything is written.
      await dialog()
        .getByText(/Records that are not places: \d+/u)
        .waitFor();
      const bytes = await exportAs(async () => undefined);
      const places = JSON.parse(bytes.toString('utf8'));
      const listed = await reader.call('names.list', {});
      expect(places.features).toHaveLength(listed.filter(({ id }) => id.startsWith('pl-')).length);
      expect(JSON.stringify(places)).not.toMatch(/"ccodes":\["(?:RS|AL|XK)/u);
      expect(FORMATS.lpf.read?.(bytes, {}).entities).toHaveLength(places.features.length);
    });

    whole('say what is lost as the choices change, and what is lacking', async () => {
      await openDialog();
      await dialog().getByLabel('Albanian').uncheck();
      await dialog()
        .getByText(/Names in languages that were not chosen: \d+/u)
        .waitFor();
      for (const lang of ['English', 'Serbian, Cyrillic', 'Serbian, Latin'])
        await dialog().getByLabel(lang).uncheck();
      await dialog().getByText('Choose at least one language.').waitFor();
      expect(await dialog().getByRole('button', { name: 'Export', exact: true }).isDisabled()).toBe(true);
    });
  });

  describe('figures', () => {
    whole('stand side by side with who holds them, and are never summed', async () => {
      await reader.goTo('/figures?article=izbica-massacre');
      const row = (id: string) => main().locator(`[data-figure="${id}"]`);
      const figures = await reader.call('figures.list', IZBICA);
      await expect.poll(() => main().locator('[data-figure]').count()).toBe(figures.length);
      for (const { id, value, heldBy } of figures) {
        const text = await row(id).innerText();
        expect(text).toContain(value);
        expect(text).toContain(heldBy);
      }
      const left = async (id: string) => (await row(id).locator('.cap').first().boundingBox())?.x ?? 0;
      // 93–130 and at least 93 begin in one place of one axis.
      expect(Math.abs((await left('izbica-killed-table')) - (await left('izbica-killed-icty')))).toBeLessThan(
        1,
      );
      expect(await row('izbica-killed-table').getByRole('img', { name: '93–130' }).count()).toBe(1);
    });

    whole('are those of one article, or of all', async () => {
      await reader.goTo('/figures');
      const rows = main().locator('[data-figure]');
      const all = (await reader.call('figures.list', { lang: 'en' })).length;
      await expect.poll(() => rows.count()).toBe(all);
      await main()
        .getByRole('button', { name: /^Poklek massacre/u })
        .click();
      await expect.poll(() => rows.count()).toBeLessThan(all);
      await expect
        .poll(() => main().getByRole('heading', { level: 2 }).allInnerTexts())
        .toEqual(['Poklek massacre']);
    });

    it('are a table for a spreadsheet', async () => {
      await reader.goTo('/figures?article=izbica-massacre');
      await main().getByRole('button', { name: 'Export…' }).click();
      const made = reader.page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true });
      const { file } = await reader.printed(() => made.click());
      const rows: Record<string, string>[] = parse(readFileSync(file), { bom: true, columns: true });
      const figures = await reader.call('figures.list', IZBICA);
      expect(rows.map(({ id, low, high, held_by }) => [id, low, high, held_by])).toEqual(
        figures.map(({ id, low, high, heldBy }) => [id, String(low ?? ''), String(high ?? ''), heldBy]),
      );
    });
  });

  it('nobody outside was asked, and nothing complained', async () => {
    expect(await reader.escapes()).toEqual([]);
    expect(reader.complaints).toEqual([]);
  });
}
