/** Handouts as a window asks its host for them, and the page that they are printed from, for peers to print. */
import type { Page } from 'playwright-core';
import type { HandoutRequestInput } from '../../src/shared/contract.ts';

/** Asks the host as its window does. */
export function ask<T>(page: Page, method: string, input: object): Promise<T> {
  return page.evaluate(
    async ([called, given]) => {
      const answer = await fetch(`call/${called}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: given,
      });
      const { value, error } = (await answer.json()) as { value: T; error?: { message: string } };
      if (error) throw new Error(error.message);
      return value;
    },
    [method, JSON.stringify(input)] as const,
  );
}

/** Answers how long it took until the window had the bytes, in milliseconds. */
export async function printByHost(page: Page, request: HandoutRequestInput): Promise<number> {
  const start = performance.now();
  const { url } = await ask<{ url: string }>(page, 'shell.print', { request });
  await page.evaluate(async (made) => void (await (await fetch(made)).arrayBuffer()), url);
  return performance.now() - start;
}

/** The print page with the handout in it, laid out. @param page signed in */
export async function openPrintPage(page: Page, request: HandoutRequestInput): Promise<Page> {
  const handout = JSON.stringify(await ask(page, 'handout.compose', request));
  const shown = await page.context().newPage();
  await shown.route('**/print.html', async (route) => {
    const template = await route.fetch();
    const html = (await template.text()).replace(
      'id="handout"></script>',
      () => `id="handout">${handout.replaceAll('<', '\\u003c')}</script>`,
    );
    await route.fulfill({ response: template, body: html });
  });
  await shown.goto(new URL('print.html', page.url()).href);
  await shown.waitForSelector('html[data-ready]', { state: 'attached', timeout: 0 });
  return shown;
}
