/** A hostile library: whatever its words hold, every page shows them as words. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { goTo } from '../desk';
import { askedDialogs, readMenu } from '../driver';
import type { MenuEntry } from '../driver/menu';
import { attack, openedOutside, settle, whilePrinting } from './attacked';
import { HOSTILE_WORDS, plantHostileLibrary } from './hostile-library';

const attacked = attack({ library: plantHostileLibrary });

const SHOWN = '<img src=x onerror=top.ran=1><script>top.ran=1</script>';

/** What the words would have become, had they been taken for anything else. */
function harmIn(page: Page): Promise<{ elements: string[]; ran: unknown; title: string; asked: string[] }> {
  return page.evaluate(() => ({
    elements: [...document.querySelectorAll('script:not([src]):not([type="application/json"]), iframe, object, embed, base, img[src="x"], a[href^="javascript" i], a[href^="http"], [onerror], [onload], [onclick]')].map(
      (element) => element.outerHTML.slice(0, 200),
    ),
    ran: (window as unknown as { ran?: unknown }).ran,
    title: document.title,
    asked: performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin)),
  })); // prettier-ignore
}

describe.each([
  '/', '/article/izbica-massacre', '/article/izbica-massacre?name=pl-izbica', '/article/poklek-massacre', '/search?words=izbica',
  `/search?${new URLSearchParams({ words: '"><img src=x onerror=top.ran=1>' })}`, '/names', '/names/pl-izbica', '/figures', '/settings', '/about',
  '/welcome', '/keys',
])('the page %s', (path) => {
  it('shows words', async () => {
    const { page } = attacked;
    await goTo(page, path);
    await settle(page);
    const { elements, ran, asked } = await harmIn(page);
    expect({ elements, ran, asked }).toEqual({ elements: [], ran: undefined, asked: [] });
  });
}); // prettier-ignore

it('the words are there to be read', async () => {
  const { page } = attacked;
  for (const path of ['/', '/article/izbica-massacre', '/names/pl-izbica', '/figures']) {
    await goTo(page, path);
    await expect.poll(() => page.locator('main').textContent(), { message: path }).toContain(SHOWN);
  }
});

it('no address of theirs is opened, whatever is clicked', async () => {
  const { page } = attacked;
  for (const path of ['/', '/article/izbica-massacre', '/about', '/settings']) {
    await goTo(page, path);
    const outside = page.getByText('javascript:top.ran=1');
    for (let i = 0; i < Math.min(await outside.count(), 5); i += 1)
      await outside
        .nth(i)
        .click({ force: true, timeout: 2_000 })
        .catch(() => {});
  }
  expect(await openedOutside(attacked.desktop)).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { ran?: unknown }).ran)).toBeUndefined();
});

it('a printed page shows words too, and is kept under a plain name', async () => {
  const printed = await whilePrinting(attacked, async (page) => {
    const { elements, ran, asked } = await harmIn(page);
    expect({ elements, ran, asked }).toEqual({ elements: [], ran: undefined, asked: [] });
    expect(await page.locator('body').textContent()).toContain(SHOWN);
  });
  expect(printed).toMatchObject({ ok: true, value: { state: 'saved' } });
  const proposed = (await askedDialogs(attacked.desktop)).at(-1)?.options.defaultPath ?? '';
  expect(proposed.split(/[/\\]/u).at(-1)).toMatch(/^[a-z0-9-]{1,80}\.pdf$/u);
});

it('menus take nothing from them that could rearrange what stands around it', async () => {
  const { desktop, page } = attacked;
  await goTo(page, '/article/izbica-massacre');
  await settle(page, 500);
  const flat = (entries: MenuEntry[]): MenuEntry[] =>
    entries.flatMap((entry) => [entry, ...flat(entry.submenu)]);
  const entries = flat(await readMenu(desktop));
  const foreign = entries.filter(({ id }) => /^(?:recent|window):/u.test(id));
  expect(foreign.length).toBeGreaterThan(1);
  for (const { label } of foreign) {
    expect(label).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(label.replaceAll('&&', '')).not.toContain('&');
    expect(label.length).toBeLessThan(100);
  }
  expect(HOSTILE_WORDS).toMatch(/\p{Cc}/u);
});
