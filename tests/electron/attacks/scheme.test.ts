/** Checklist, 18: a scheme of our own instead of files, and nothing of the disk behind it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attack, closeOthers, whilePrinting } from './attacked';

const attacked = attack();
const OUT = resolve(import.meta.dirname, '../../../out');

interface Got {
  status: number;
  length: number;
  type: string | null;
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

function get(path: string, init: Asked = {}): Promise<Got> {
  return attacked.page.evaluate(
    async ([address, options]) => {
      const response = await fetch(location.origin + address, options);
      const { byteLength } = await response.arrayBuffer();
      return { status: response.status, length: byteLength, type: response.headers.get('content-type') };
    },
    [path, init] as const,
  );
}

describe('an address of our scheme', () => {
  it.each([
    '/../package.json', '/..', '/%2e%2e/package.json', '/%2e%2e%2fpackage.json', '/..%2f..%2f..%2fetc/passwd', '/..%5c..%5cetc/passwd',
    '/..\\..\\etc\\passwd', '/....//....//etc/passwd', '/%252e%252e/package.json', '/%c0%ae%c0%ae/package.json', '/%uff0e%uff0e/package.json',
    '/assets/../../package.json', '/assets/..%2f..%2fmain%2findex.js', '/../main/index.js', '/../preload/index.cjs', '//etc/passwd',
    '///etc/passwd', '/etc/passwd', '/proc/self/environ', '/C:/Windows/win.ini', '/C%3A%5CWindows%5Cwin.ini', '/%5c%5cserver%5cshare',
    '/file:///etc/passwd', '/index.html%00', '/index.html%00.js', '/index.html/', '/index.html/.', '/INDEX.HTML', '/index.html.', '/index.html ',
    '/assets', '/assets/', '/.', '/./assets/', '/.git/config', '/.env', '/node_modules/', '/__proto__', '/constructor', '/toString', '/%',
    '/%zz', '/%ff', '/\u202e', '/~root/', '/index.html;x', '/index.html::$DATA', `/${'a/'.repeat(2_000)}`,
  ])('shows nothing that is no file of the window: %.40s', async (path) => {
    const { status, length, type } = await get(path);
    // What Chromium itself makes of dots and blanks may be the window’s own page.
    const asked = new URL(`https://x${path}`).pathname;
    if (status === 200) expect([['/', '/index.html'].includes(asked), type]).toEqual([true, 'text/html; charset=utf-8']);
    else expect([status, length]).toEqual([404, 0]);
  }); // prettier-ignore

  it('shows the same file, whatever stands behind it', async () => {
    const plain = await get('/index.html');
    expect(plain.status).toBe(200);
    for (const path of [
      '/index.html?a=../../etc/passwd',
      '/index.html?%00',
      '/index.html#/../..',
      '/index.html?',
      '/?x=1',
    ])
      expect(await get(path), path).toEqual(plain);
  });

  it('shows the whole file, whatever part is asked for', async () => {
    const whole = await get('/index.html');
    for (const Range of ['bytes=0-10', 'bytes=-5', 'bytes=9999999-', 'bytes=0-0,5-6', 'lines=1', 'bytes=5-1'])
      expect(await get('/index.html', { headers: { Range } }), Range).toEqual(whole);
  });

  it('takes nothing', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'get2'])
      expect(
        await get('/index.html', { method, ...(method !== 'OPTIONS' && { body: 'x' }) }),
        method,
      ).toMatchObject({ status: 405, length: 0 });
    expect(await get('/index.html', { method: 'HEAD' })).toMatchObject({ status: 200, length: 0 });
  });

  it('shows a printed page under its own address only, and only while it is printed', async () => {
    let path = '';
    await whilePrinting(attacked, async (page) => {
      path = new URL(page.url()).pathname;
      expect(await get(path)).toMatchObject({ status: 404, length: 0 });
      expect(await page.evaluate(async (address) => (await fetch(address)).status, path)).toBe(200);
      expect(await page.evaluate(async () => (await fetch('/index.html')).status)).toBe(200);
    });
    expect(path).toMatch(/^\/[0-9a-f-]{36}\.html$/u);
    expect(await load(`paralel-app://print${path}`)).toMatch(/^ERR_|^$/u);
    await closeOthers(attacked);
  });
});

/** Loaded by the application itself, which no guard of navigation is asked about. What came of it. */
function load(address: string): Promise<string> {
  return attacked.desktop.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false });
    try {
      await window.loadURL(url);
      return String(await window.webContents.executeJavaScript('document.documentElement.textContent'));
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    } finally {
      window.destroy();
    }
  }, address);
}

describe('what is no address of ours', () => {
  it.each([
    'file:///etc/passwd', 'https://evil.example/', 'http://127.0.0.1/', 'paralel-app://evil/', 'paralel-app://evil/index.html',
    'paralel-app://app.evil/index.html', 'paralel-app://app@evil/', 'ftp://evil.example/', 'view-source:https://evil.example/',
  ])('is not shown even when the program loads it by mistake: %s', async (address) => {
    expect(await load(address)).toMatch(/^ERR_|^$/u);
    await closeOthers(attacked);
  }); // prettier-ignore

  it('is not in the program: it loads nothing from files', () => {
    const built = ['main', 'preload'].flatMap((part) =>
      readdirSync(join(OUT, part), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.c?js$/u.test(entry.name))
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    );
    expect(built.length).toBeGreaterThan(2);
    for (const code of built) expect(code).not.toMatch(/\.loadFile\(|loadURL\([^)]*file:/u);
  });

  it('is not where a window is', async () => {
    const addresses = await attacked.desktop.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
    );
    expect(addresses.filter((address) => !address.startsWith('paralel-app://app/'))).toEqual([]);
  });
});
