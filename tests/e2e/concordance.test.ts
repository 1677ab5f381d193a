import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserReader, openInBrowser } from '../support/browser-reader';
import { concordanceSuite } from './suites/concordance';

concordanceSuite(openInBrowser);

describe('beside other windows', () => {
  let reader: BrowserReader;
  beforeAll(async () => {
    reader = await openInBrowser();
  });
  afterAll(() => reader.close());

  it('a name’s card shows what another has changed, and what it has undone', async () => {
    const { names, ...drenas } = await reader.call('names.get', { id: 'pl-drenas' });
    const { id, type } = drenas;
    const before = { id, type, names: names.map(({ source: _, ...name }) => name) };
    const added = { ...before.names[0]!, text: 'Drenasi i Ri', kind: 'variant' as const };
    await reader.goTo('/article/poklek-massacre?name=pl-drenas');
    const name = reader.page.getByText('Drenasi i Ri', { exact: true }).filter({ visible: true });
    const { edit } = await reader.call('names.put', {
      before,
      after: { ...before, names: [...before.names, added] },
    });
    // Doing again what is done changes nothing, and is told to a window that did not listen yet.
    await expect
      .poll(async () => {
        await reader.call('names.redo', { edit: edit ?? undefined });
        return name.count();
      })
      .toBeGreaterThan(0);
    await reader.call('names.undo', { edit: edit ?? undefined });
    await expect.poll(() => name.count()).toBe(0);
  });
});

describe('in a reading room', () => {
  let reader: BrowserReader;
  beforeAll(async () => {
    reader = await openInBrowser({ isFirstRun: true, serveOptions: ['--read-only'] });
  });
  afterAll(() => reader.close());

  it('a name’s card leads to every place, and offers no editing', async () => {
    await reader.goTo('/article/poklek-massacre?name=pl-drenas');
    const card = reader.page.getByRole('complementary', { name: 'Name card' });
    await card.getByRole('link', { name: 'Every place it stands' }).waitFor();
    expect(await card.getByRole('link', { name: 'Edit…' }).count()).toBe(0);
  });
});
