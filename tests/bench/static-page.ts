/** What our page shows, as one static HTML page: the peer that does nothing but show it. */
import { createServer, type Server } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from './program.ts';

/** The page's DOM with every style sheet in it; fonts stay addresses. */
export function staticHtml(page: Page): Promise<string> {
  return page.evaluate(async () => {
    // As they were written: what the browser makes of a rule again loses shorthands that hold a variable.
    const written = [...document.styleSheets].map(async ({ href, ownerNode }) =>
      href === null ? (ownerNode?.textContent ?? '') : (await fetch(href)).text(),
    );
    const made = document.adoptedStyleSheets.flatMap(({ cssRules }) =>
      [...cssRules].map(({ cssText }) => cssText),
    );
    const css = [...(await Promise.all(written)), ...made].join('\n');
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const element of copy.querySelectorAll('script, link, style')) element.remove();
    const style = document.createElement('style');
    // Rules name fonts by address, whole or relative to the sheet; both end at the fonts' own name.
    style.textContent = css.replaceAll(/url\(["']?(?:[^"')]*\/)?([^"')/]+\.woff2)["']?\)/gu, 'url("/$1")');
    copy.querySelector('head')?.append(style);
    return `<!doctype html>${copy.outerHTML}`;
  });
}

const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.woff2': 'font/woff2' };

/** Serves pages and the window's fonts from memory. */
export async function serveStatic(
  pages: Record<string, string>,
): Promise<{ origin: string; server: Server }> {
  const assets = resolve(ROOT, 'out/renderer/assets');
  const files = new Map<string, Buffer>(
    Object.entries(pages).map(([path, html]) => [path, Buffer.from(html)]),
  );
  for (const name of readdirSync(assets)) {
    if (name.endsWith('.woff2')) files.set(`/${name}`, readFileSync(resolve(assets, name)));
  }
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    response.writeHead(file ? 200 : 404, {
      'content-type': TYPES[extname(request.url ?? '')] ?? 'text/plain',
    });
    response.end(file);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { origin: `http://127.0.0.1:${address.port}`, server };
}
