/** Checklist, 11 to 13: where a page may go, and what it may have within it. */
import { describe, expect, it } from 'vitest';
import { attack, devTools, reload, settle, whilePrinting, withoutPolicy } from './attacked';
import { FOREIGN } from './foreign';

const attacked = attack();

const isAt = async (): Promise<string> => attacked.page.evaluate(() => location.href);

/** The page is the one that it was: it has not been loaded again either. */
async function expectUnmoved(act: (address: string) => unknown, address: string): Promise<void> {
  const { desktop, page } = attacked;
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  const before = await isAt();
  await page.evaluate(act, desktop.pageAddress(address)).catch(() => {});
  await settle(page, 60);
  expect([await isAt(), await page.evaluate(() => (window as { isSame?: boolean }).isSame)], address).toEqual(
    [before, true],
  );
}

/** Each runs in the page. */
const WAYS: Record<string, (address: string) => unknown> = {
  'location.href': (address) => void (location.href = address),
  'location.assign': (address) => location.assign(address),
  'location.replace': (address) => location.replace(address),
  'the navigation API': (address) =>
    void (
      window as unknown as { navigation: { navigate(to: string): { finished: Promise<unknown> } } }
    ).navigation
      .navigate(address)
      .finished.catch(() => {}),
  'a link': (address) => Object.assign(document.createElement('a'), { href: address }).click(),
  'a link to the top': (address) => {
    const link = Object.assign(document.createElement('a'), { href: address, target: '_top' });
    document.body.append(link);
    link.click();
  },
  'a form': (address) => {
    const form = Object.assign(document.createElement('form'), { action: address });
    document.body.append(form);
    form.submit();
  },
  'a form that posts': (address) => {
    const form = Object.assign(document.createElement('form'), { action: address, method: 'post' });
    document.body.append(form);
    form.submit();
  },
  'a refresh': (address) => {
    const meta = Object.assign(document.createElement('meta'), {
      httpEquiv: 'refresh',
      content: `0; url=${address}`,
    });
    document.head.append(meta);
  },
  'a frame that turns to its parent': (address) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    if (frame.contentWindow) frame.contentWindow.parent.location.href = address;
  },
};

/** One of each kind that Chromium treats in a way of its own. */
const KINDS = [
  'https://evil.example/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'mailto:a@evil.example',
  'paralel-app://print/',
];

describe('a page is led nowhere', () => {
  it('by any address', async () => {
    for (const address of FOREIGN) await expectUnmoved(WAYS['location.href']!, address);
    await reload(attacked.desktop, attacked.page);
  });

  it.each(Object.entries(WAYS))('by %s', async (_name, act) => {
    for (const address of KINDS) await expectUnmoved(act, address);
    await reload(attacked.desktop, attacked.page);
  });

  it('where no policy binds it', () =>
    withoutPolicy(attacked.desktop, attacked.page, async () => {
      for (const act of Object.values(WAYS))
        for (const address of KINDS.filter((one) => !one.startsWith('javascript:')))
          await expectUnmoved(act, address);
    }));

  it('by a link or a file that is dropped onto it', async () => {
    const { page } = attacked;
    const session = await devTools(page);
    const drop = async (data: object): Promise<void> => {
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', {
          type,
          x: 400,
          y: 400,
          data: { items: [], dragOperationsMask: 1, ...data },
        });
    };
    await expectUnmoved(() => {}, 'https://evil.example/');
    await drop({ items: [{ mimeType: 'text/uri-list', data: 'https://evil.example/' }] });
    await drop({ items: [{ mimeType: 'text/uri-list', data: 'file:///etc/passwd' }] });
    await drop({ items: [{ mimeType: 'text/html', data: '<a href="https://evil.example/">x</a>' }] });
    await drop({ files: ['/etc/passwd'] });
    await settle(page);
    expect(await page.evaluate(() => (window as { isSame?: boolean }).isSame)).toBe(true);
    await session.detach();
    await reload(attacked.desktop, page);
  });
});

describe('a page that is printed', () => {
  it('goes nowhere, not to the reader’s page either', () =>
    whilePrinting(attacked, async (page) => {
      const before = page.url();
      for (const address of [...KINDS, 'paralel-app://app/', 'paralel-app://print/other.html'])
        await page
          .evaluate((to) => void (location.href = to), attacked.desktop.pageAddress(address))
          .catch(() => {});
      await settle(page);
      expect(page.url()).toBe(before);
    }).then(() => undefined));
});

describe('a webview', () => {
  const markup = {
    src: 'https://evil.example/',
    nodeintegration: '',
    preload: 'file:///etc/passwd',
    webpreferences: 'sandbox=no,contextIsolation=no',
  };

  it('is a word that no page knows', async () => {
    const { desktop, page } = attacked;
    const shown = await page.evaluate((attributes) => {
      const view = document.createElement('webview');
      for (const [name, value] of Object.entries(attributes)) view.setAttribute(name, value);
      document.body.append(view);
      return { isPlain: view.constructor === HTMLElement, loads: 'loadURL' in view, within: view.shadowRoot };
    }, markup);
    expect(shown).toEqual({ isPlain: true, loads: false, within: null });
    await settle(page);
    expect((await desktop.double?.noted('will-attach-webview')) ?? []).toEqual([]);
    await reload(desktop, page);
  });

  it('would not be let into any window', () =>
    whilePrinting(attacked, async () => {
      const stopped = await attacked.desktop.evaluate(
        ({ BrowserWindow }, params) =>
          BrowserWindow.getAllWindows().map(({ webContents }) => {
            let isStopped = false;
            webContents.emit('will-attach-webview', { preventDefault: () => (isStopped = true) }, {}, params);
            return isStopped;
          }),
        markup,
      );
      expect(stopped).toEqual([true, true]);
    }).then(() => undefined));
});
