/** The reader on the desktop: the built application, on real Electron or on its double. */
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { APP_ORIGIN, PRINT_ORIGIN } from '../../src/main/policies/address';
import { answerDialogs, askedDialogs, type Desktop, launchDesktop } from '../electron/driver';
import { temporaryFolder } from './library';
import { watchNetwork } from './network';
import { type Reader, type ReaderOptions, VIEWPORT, watch, windowOf } from './reader';

export interface DesktopReader extends Reader {
  desktop: Desktop;
}

export async function openOnDesktop({
  viewport = VIEWPORT,
  isFirstRun = false,
  library: given,
}: ReaderOptions = {}): Promise<DesktopReader> {
  const folder = temporaryFolder();
  const library = given ?? join(folder, 'library');
  const network = watchNetwork(folder);
  const desktop = await launchDesktop({
    args: ['--library', library],
    env: { ...network.env, LANGUAGE: 'en_GB' },
  });
  const watched = watch(desktop.context);
  const own = [APP_ORIGIN, PRINT_ORIGIN].map((origin) => desktop.pageAddress(`${origin}/`));
  const isOwn = (url: string) => own.some((root) => url.startsWith(root)) || /^(blob|data):/u.test(url);
  const page = await desktop.firstWindow();
  await page.setViewportSize(viewport);
  await page.locator('main').waitFor();
  let prints = 0;
  // As the shell itself does: whatever else leaves the page is refused.
  const load = (url: string) =>
    desktop.evaluate(
      async ({ BrowserWindow }, address) => BrowserWindow.getAllWindows()[0]?.loadURL(address),
      desktop.appAddress(url),
    );

  const reader: DesktopReader = {
    ...windowOf(page, desktop.pageAddress(`${APP_ORIGIN}/`).slice(0, -1), load),
    ...watched,
    desktop,
    library,
    async printed(start) {
      const file = join(folder, `printed-${(prints += 1)}.pdf`);
      await answerDialogs(desktop, { showSaveDialog: { canceled: false, filePath: file } });
      await start();
      await page.getByText(`: ${file}`).waitFor();
      const asked = (await askedDialogs(desktop)).at(-1);
      return { file, name: basename(asked?.options.defaultPath ?? '') };
    },
    async escapes() {
      const escaped = (await desktop.double?.escapes()) ?? [];
      return [
        ...network.tried(),
        ...watched.requests.filter((url) => !isOwn(url)),
        ...escaped.map(({ url, by }) => `${by}: ${url}`),
      ];
    },
    async close() {
      await desktop.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  if (!isFirstRun) await reader.withSettings({ welcomed: true });
  return reader;
}
