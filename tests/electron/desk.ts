/** A started application with a library of its own, for the tests of what a desktop program is expected to do. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Input, Method, Output } from '../../src/shared/contract';
import type {} from '../../src/renderer/client';
import { type Desktop, launchDesktop, type LaunchOptions } from './driver';

/** What stays when the application ends: the library, and what belongs to the user. */
export interface Home {
  library: string;
  userData: string;
  remove(): void;
}

export function makeHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'paralel-home-'));
  return {
    library: join(folder, 'library'),
    userData: join(folder, 'user'),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

export interface Desk {
  desktop: Desktop;
  page: Page;
}

/** Starts it at `path`, past the first page of all. */
export async function openDesk(home: Home, { args = [], ...options }: LaunchOptions = {}): Promise<Desk> {
  const desktop = await launchDesktop({
    userData: home.userData,
    ...options,
    args: ['--library', home.library, ...args],
  });
  try {
    const page = await desktop.firstWindow();
    await page.locator('main').first().waitFor();
    const { welcomed } = await ask(page, 'settings.get', {});
    if (!welcomed) {
      await ask(page, 'settings.set', { welcomed: true, interfaceLang: 'en' });
      if (args.length === 0) await goTo(page, '/');
    }
    return { desktop, page };
  } catch (error) {
    await desktop.close();
    throw error;
  }
}

export async function ask<M extends Method>(page: Page, method: M, input: Input<M>): Promise<Output<M>> {
  const answer = await page.evaluate(([name, given]) => window.paralel?.call(name as string, given), [
    method,
    input,
  ] as const);
  if (!answer?.ok) throw new Error(JSON.stringify(answer));
  return answer.value as Output<M>;
}

export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), path);
  await page.locator('main h1').first().waitFor();
}

/** The path of the window's router. */
export const pathOf = (page: Page): string => new URL(page.url()).hash.slice(1);
