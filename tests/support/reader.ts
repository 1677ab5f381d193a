/**
 * The reader as a person has it, in whichever shell: what end-to-end tests know of it. The suites in tests/e2e/suites
 * run in both: see browser-reader.ts and desktop-reader.ts.
 */
import type { BrowserContext, Page } from 'playwright-core';
import {
  type Call,
  contract,
  type Input,
  type Method,
  type Output,
  type Settings,
} from '../../src/shared/contract';

export interface ReaderOptions {
  viewport?: { width: number; height: number };
  /** Nobody has begun to read: the first page of all is shown. */
  isFirstRun?: boolean;
  /** A folder with a library that is to be opened; otherwise a new one, which is removed in the end. */
  library?: string;
}

export const VIEWPORT = { width: 1280, height: 800 };

export type OpenReader = (options?: ReaderOptions) => Promise<Reader>;

export interface Reader {
  context: BrowserContext;
  page: Page;
  /** The library's folder. */
  library: string;
  /** Of every address of the window. */
  origin: string;
  /** Every address that any page asked for. */
  requests: string[];
  /** Whatever the pages complained of: errors, warnings, refused content, dialogs. */
  complaints: string[];
  /** Goes to an address of the window: `/article/izbica-massacre?block=lead-1`. */
  goTo(path: string): Promise<void>;
  /** Asks as the window itself does. */
  call: Call;
  /** Changes settings and starts the page anew, as a second visit would. */
  withSettings(settings: Partial<Settings>): Promise<void>;
  /** What `start` prints: downloaded, or saved where the dialog is told to, once the reader of English is told so. */
  printed(start: () => Promise<void>): Promise<Printed>;
  /** Every attempt of a page or a process to reach anything but the reader itself. */
  escapes(): Promise<string[]>;
  close(): Promise<void>;
}

export interface Printed {
  file: string;
  /** As the shell proposes it. */
  name: string;
}

/** Listens to all that the pages do, from before the first of them is there. */
export function watch(context: BrowserContext): Pick<Reader, 'requests' | 'complaints'> {
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => void requests.push(request.url()));
  context.on('weberror', (error) => void complaints.push(String(error.error())));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  context.on('dialog', (dialog) => {
    complaints.push(`${dialog.type()}: ${dialog.message()}`);
    // Whoever else listens may have answered it.
    dialog.dismiss().catch(() => {});
  });
  return { requests, complaints };
}

/** What is alike wherever the window is. `load` brings it to an address. */
export function windowOf(
  page: Page,
  origin: string,
  load: (url: string) => Promise<unknown>,
): Pick<Reader, 'context' | 'page' | 'origin' | 'goTo' | 'call' | 'withSettings'> {
  const isThere = () => page.locator('main h1').first().waitFor();
  const call = callFrom(page);
  return {
    context: page.context(),
    page,
    origin,
    call,
    async goTo(path) {
      const url = `${origin}/#${path}`;
      if (page.url().startsWith(`${origin}/`)) {
        // Begun anew, so that nothing of the page before can be taken for this one: neither its text nor its place.
        await page.evaluate((address) => {
          history.replaceState(null, '', address);
          history.scrollRestoration = 'manual';
        }, url);
        await page.reload();
        await page.evaluate(() => (history.scrollRestoration = 'auto'));
      } else await load(url);
      await isThere();
    },
    async withSettings(settings) {
      await call('settings.set', settings);
      await page.reload();
      await isThere();
    },
  };
}

function callFrom(page: Page): Call {
  return async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const answer = await page.evaluate(
      async ([name, text]) => {
        if (window.paralel) return window.paralel.call(name, JSON.parse(text));
        const headers = { 'content-type': 'application/json' };
        const response = await fetch(`call/${name}`, { method: 'POST', headers, body: text });
        return response.json();
      },
      [method, JSON.stringify(input)] as const,
    );
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return contract[method].output.parse(answer.value) as Output<M>;
  };
}
