/** Checklist, 14: windows that a page wants to open. */
import { describe, expect, it } from 'vitest';
import { MOST_WINDOWS } from '../../../src/main/policies/navigation';
import { attack, closeOthers, reload, settle, whilePrinting } from './attacked';
import { FOREIGN } from './foreign';

const attacked = attack();
const TARGETS = ['', '_blank', '_self', '_top', '_parent', 'named', '_unfencedTop'];
const FEATURES = [
  '',
  'noopener',
  'noreferrer',
  'popup,width=300,height=300',
  'nodeIntegration=yes,contextIsolation=no,webviewTag=yes,preload=file:///x',
];

const countWindows = (): Promise<number> =>
  attacked.desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

describe('a page opens no window', () => {
  it('on another’s address, by whatever name and with whatever features', async () => {
    const { desktop, page } = attacked;
    const opened = await page.evaluate(
      ({ addresses, targets, features }) => {
        const results: unknown[] = [];
        for (const address of addresses)
          for (const target of targets)
            for (const feature of features) results.push(window.open(address, target, feature));
        // A target that is the page itself answers with it, and leads nowhere.
        return results.filter((result) => result !== null && result !== window).length;
      },
      {
        addresses: FOREIGN.filter((address) => !address.startsWith('javascript:')).map(desktop.pageAddress),
        targets: TARGETS,
        features: FEATURES,
      },
    );
    await settle(page, 500);
    expect(opened).toBe(0);
    expect(await countWindows()).toBe(1);
    await reload(desktop, page);
  });

  it('on one that holds a script or nothing', async () => {
    const { page } = attacked;
    await page.evaluate(() => {
      for (const address of ['javascript:window.ran=1', 'javascript:opener.ran=1', 'about:blank', undefined])
        for (const target of ['_blank', 'x']) window.open(address, target);
    });
    await settle(page);
    expect(await countWindows()).toBe(1);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });

  it.each(['middle', 'Control', 'Shift', 'target', 'rel'] as const)('by a link, clicked: %s', async (how) => {
    const { page } = attacked;
    for (const address of [
      'https://evil.example/',
      'file:///etc/passwd',
      'data:text/html,x',
      'javascript:window.ran=1',
    ]) {
      await page.evaluate(
        ({ href, kind }) => {
          const link = Object.assign(document.createElement('a'), {
            id: 'astray',
            href,
            textContent: 'astray',
          });
          Object.assign(link.style, { position: 'fixed', inset: '0', zIndex: '9999', background: 'white' });
          if (kind === 'target' || kind === 'rel') link.target = '_blank';
          if (kind === 'rel') link.rel = 'opener';
          document.body.append(link);
        },
        { href: address, kind: how },
      );
      const link = page.locator('#astray');
      await link.click({
        noWaitAfter: true,
        ...(how === 'middle' && { button: 'middle' }),
        ...((how === 'Control' || how === 'Shift') && { modifiers: [how] }),
      });
      await settle(page, 150);
      await link.evaluate((element) => element.remove());
    }
    expect(await countWindows()).toBe(1);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });

  it('from within a frame, nor from the window in which a handout is printed', async () => {
    const { desktop, page } = attacked;
    const own = desktop.pageAddress('paralel-app://app/#/names');
    await page.evaluate(() => document.body.append(document.createElement('iframe')));
    await page.frames()[1]?.evaluate(() => window.open('https://evil.example/', '_blank'));
    await whilePrinting(attacked, async (printing) => {
      await printing.evaluate((address) => {
        window.open('https://evil.example/', '_blank');
        window.open(address, '_blank');
      }, own);
      await settle(printing);
      expect(await countWindows()).toBe(2);
    });
    await reload(desktop, page);
  });
});

describe('on our own address', () => {
  it('it gets one of our own, as locked as the first, that does not know who opened it', async () => {
    const { desktop, page } = attacked;
    const next = desktop.nextWindow();
    const answer = await page.evaluate(
      (address) => window.open(address, 'named', 'nodeIntegration=yes,contextIsolation=no'),
      desktop.pageAddress('paralel-app://app/#/names'),
    );
    expect(answer).toBeNull();
    const opened = await next;
    await opened.locator('main h1').first().waitFor();
    expect(new URL(opened.url()).hash).toBe('#/names');
    expect(await opened.evaluate(() => [window.opener, window.name])).toEqual([null, '']);
    expect(await opened.evaluate(() => window.paralel?.call('settings.get', {}))).toMatchObject({ ok: true });
    const preferences = await desktop.double?.effectivePreferences();
    if (preferences) expect(preferences.at(-1)).toEqual(preferences[0]);
    await closeOthers(attacked);
  });

  it('it gets none for a path that is no page of ours', async () => {
    const { desktop, page } = attacked;
    await page.evaluate((addresses) => {
      for (const address of addresses) window.open(address, '_blank');
    }, ['paralel-app://app/print.html', 'paralel-app://app/assets/', 'paralel-app://app/../etc/passwd', 'paralel-app://app//evil.example/'].map(desktop.pageAddress));
    await settle(page);
    expect(await countWindows()).toBe(1);
  });

  it('it gets a few and no flood of them', async () => {
    const { desktop, page } = attacked;
    await page.evaluate((address) => {
      for (let i = 0; i < 100; i += 1) window.open(address, '_blank');
    }, desktop.pageAddress('paralel-app://app/#/names'));
    await settle(page, 2_000);
    expect(await countWindows()).toBeLessThanOrEqual(1 + MOST_WINDOWS);
    await closeOthers(attacked);
  });
});
