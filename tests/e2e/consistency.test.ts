import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserReader, openInBrowser } from '../support/browser-reader';
import { consistencySuite } from './suites/consistency';

consistencySuite(openInBrowser);

describe('pages that show names, while somebody else changes them', () => {
  let reader: BrowserReader;
  beforeAll(async () => {
    reader = await openInBrowser();
    await reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'] });
  });
  afterAll(() => reader.close());

  it('ask again by themselves', async () => {
    const form = { lang: 'sr-Latn', kind: 'preferred', form: 'base', certainty: 'verified' } as const;
    const names = [{ ...form, text: 'Ljubovec', sources: ['usage'] }];
    const add = (id: string) =>
      reader.call('names.put', { before: null, after: { id, type: 'village', names } });
    await add('pl-ljubovec-upper');
    await reader.goTo('/match');
    const main = reader.page.getByRole('main');
    await main.getByRole('textbox').fill('Ljubovec');
    await main.getByRole('button', { name: 'Find names' }).click();
    await main.locator('tbody').waitFor();
    await add('pl-ljubovec-lower');
    await main.getByText('2 are called so').waitFor();
    const other = await reader.context.newPage();
    await other.goto(`${reader.origin}/#/compare?sides=izbica-massacre.en,izbica-massacre.sq`);
    await other.getByRole('link', { name: 'Xhemajlit' }).waitFor();
    const { blocks } = await reader.call('articles.get', { id: 'izbica-massacre', lang: 'sq' });
    const [block, mention] = blocks.flatMap((one) => {
      const found = one.mentions.find(({ text }) => text === 'Sadik Xhemajlit');
      return found ? ([one, found] as const) : [];
    }) as [(typeof blocks)[number], (typeof blocks)[number]['mentions'][number]];
    const { start, end, text } = mention;
    const place = { article: 'izbica-massacre', lang: 'sq', block: block.id, start, end, text } as const;
    await reader.call('names.mention', { ...place, entity: null });
    await other.getByRole('link', { name: 'Xhemajlit' }).waitFor({ state: 'hidden' });
    expect(await other.getByRole('link', { name: 'Sadik Xhemajli' }).count()).toBeGreaterThan(0);
    await reader.page.evaluate(() => (location.hash = '#/findings'));
    await main.getByText('Padalishta').waitFor();
    const { edit } = await reader.call('names.put', await withoutDefinite());
    await main.getByText('Padalishta').waitFor({ state: 'hidden' });
    await reader.call('names.undo', edit === null ? {} : { edit });
    await main.getByText('Padalishta').waitFor();
  });

  async function withoutDefinite() {
    const { id, type, names } = await reader.call('names.get', { id: 'pl-padalishte' });
    const kept = names.map(({ source: _, edit: __, ...name }) => name);
    const after = kept.filter(({ lang, form }) => lang !== 'sq' || form !== 'definite');
    return { before: { id, type, names: kept }, after: { id, type, names: after } };
  }
});
