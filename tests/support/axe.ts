/** What a page lacks for those who cannot see it or have no mouse, by WCAG 2.2 AA. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from './terminal';

const AXE = readFileSync(resolve(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** In a world of its own: the page's policy lets no foreign script in, and need not. */
export async function violationsOn(page: Page): Promise<unknown[]> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const inWorld = { contextId: world.executionContextId, awaitPromise: true };
  await session.send('Runtime.evaluate', { expression: AXE, ...inWorld });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
      JSON.stringify(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 160))])))`,
    ...inWorld,
  });
  await session.detach();
  return JSON.parse(String(result.value)) as unknown[];
}
