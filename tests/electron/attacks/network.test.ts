/** Checklist, 1: only secure content. Here that is: only what came with the program. */
import type { Page, Request, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUIET_SWITCHES } from '../../../src/main/policies/network';
import { attack, PRINT_READY, settle, whilePrinting, withoutPolicy } from './attacked';
import { listen, type Listener } from './listener';
import { tryWaysOut } from './ways-out';

const attacked = attack();
let listener: Listener;
beforeAll(async () => {
  listener = await listen();
});
afterAll(() => listener.close());

const addresses = (): string[] => [
  'https://evil.example/',
  'http://evil.example/',
  `http://127.0.0.1:${listener.port}/`,
  `http://localhost:${listener.port}/`,
  'https://[::1]/',
  'https://198.51.100.7/',
  'ftp://evil.example/',
  'file:///etc/passwd?',
];

/** What the session itself has to refuse where no policy has done so before. */
const ASKED = [
  'beacon', 'event-source', 'fetch', 'font', 'image', 'input-image', 'keepalive', 'module-script', 'modulepreload', 'picture', 'post',
  'poster', 'prefetch', 'preload', 'script', 'srcset', 'style-image', 'style-import', 'style-object', 'stylesheet', 'track', 'video',
  'worker', 'xhr',
]; // prettier-ignore

/** Tries everything, and nothing of it may arrive anywhere. What was seen to be asked for, and refused. */
async function expectNoWayOut(page: Page): Promise<Set<string>> {
  const refused = new Set<string>();
  const arrived: string[] = [];
  const fail = (request: Request): void => void refused.add(request.url());
  const arrive = (response: Response): void => void arrived.push(response.url());
  page.context().on('requestfailed', fail).on('response', arrive);
  const before = { connections: listener.connections, packets: listener.packets };
  for (const address of addresses()) await page.evaluate(tryWaysOut, address);
  await settle(page, 1_500);
  page.context().off('requestfailed', fail).off('response', arrive);
  expect(arrived.filter((url) => addresses().some((address) => url.startsWith(address)))).toEqual([]);
  expect({ connections: listener.connections, packets: listener.packets }).toEqual(before);
  return refused;
}

function expectAsked(refused: Set<string>): void {
  for (const origin of ['https://evil.example/', `http://127.0.0.1:${listener.port}/`, 'https://[::1]/'])
    expect(ASKED.filter((way) => !refused.has(origin + way))).toEqual([]);
}

describe.each([
  ['a reader’s window', (act: (page: Page) => Promise<void>) => act(attacked.page), undefined],
  [
    'the window in which a handout is printed',
    (act: (page: Page) => Promise<void>) => whilePrinting(attacked, act),
    PRINT_READY,
  ],
])('from %s', (_name, within, ready) => {
  it('nothing is asked for outside, whatever its page tries', () =>
    within(async (page) => void (await expectNoWayOut(page))));

  it('nor where no policy binds the page: the session refuses every request', () =>
    within((page) =>
      withoutPolicy(attacked.desktop, page, async () => expectAsked(await expectNoWayOut(page)), ready),
    ));
});

it('Chromium asks for no name, takes no way but a dead one, and runs no errands', async () => {
  const switches = await attacked.desktop.evaluate(
    ({ app }, names) =>
      names.map((name) => [name, app.commandLine.hasSwitch(name), app.commandLine.getSwitchValue(name)]),
    QUIET_SWITCHES.map(([name]) => name),
  );
  expect(switches).toEqual(QUIET_SWITCHES.map(([name, value = '']) => [name, true, value]));
  expect(Object.fromEntries(QUIET_SWITCHES)).toMatchObject({
    'host-resolver-rules': 'MAP * ~NOTFOUND',
    'proxy-server': 'http://127.0.0.1:9',
    'proxy-bypass-list': '<-loopback>',
    'webrtc-ip-handling-policy': 'disable_non_proxied_udp',
  });
});
