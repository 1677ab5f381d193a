/** Makes the README's pictures anew: `npm run pictures`, wherever what they show has changed. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { launch, PAINTED, ROOT, startHost, temporaryFolder } from '../bench/program.ts';

const FOLDER = join(ROOT, 'docs/pictures');
const PAGES = ['1', '4', '5', '7', '8', '10'];

const library = temporaryFolder();
const host = await startHost(library.path);
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
const page = await context.newPage();
try {
  await page.goto(host.address);
  await set({ welcomed: true, interfaceLang: 'en', readingLangs: ['en'] });

  await open('/article/poklek-massacre?name=pl-drenas', 'h1');
  await keep('reading-and-name-card');

  await set({ readingLangs: ['en', 'sq', 'sr-Cyrl'] });
  await open('/article/izbica-massacre', '[data-block="lead-2"]');
  await keep('three-editions');

  await set({ readingLangs: ['en'] });
  await open('/names/pl-drenas', 'main h1');
  await keep('concordance');

  await open('/article/poklek-massacre', '[data-block="lead-1"]');
  await page.getByRole('button', { name: 'Edit names', exact: true }).click();
  await page.locator('.proposal').first().waitFor();
  await page.locator('[data-block="lead-1"] .name').first().click();
  await keep('editing-names');
  await page.keyboard.press('Escape');

  await open('/handout?article=izbica-massacre', 'main h1');
  await page.locator('[data-drawn="true"]').first().waitFor({ timeout: 120_000 });
  await keep('handout-builder');
} finally {
  await browser.close();
  await host.stop();
}
printed();
library.remove();

async function set(settings: Record<string, unknown>): Promise<void> {
  await page.evaluate(async (body) => {
    await fetch('call/settings.set', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
  }, JSON.stringify(settings));
  await page.reload();
  await page.locator('main h1').first().waitFor();
}

async function open(path: string, awaited: string): Promise<void> {
  const { origin } = new URL(host.address);
  await page.goto('about:blank');
  await page.goto(`${origin}/#${path}`);
  await page.locator(awaited).first().waitFor();
}

async function keep(name: string): Promise<void> {
  await page.mouse.move(0, 799);
  await page.evaluate(PAINTED);
  await page.evaluate(async () => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

/** Some pages of a handout side by side; pdftoppm is Poppler’s, convert and montage are ImageMagick’s. */
function printed(): void {
  const pdf = join(library.path, 'class.pdf');
  const handout = [
    'handout',
    'izbica-massacre',
    '--preset',
    'class',
    '--langs',
    'en,sq',
    '--layout',
    'parallel',
  ];
  execFileSync(process.execPath, [
    join(ROOT, 'src/cli/paralel.mjs'),
    ...handout,
    '--library',
    library.path,
    '--out',
    pdf,
  ]);
  const pictures = PAGES.map((number) => {
    const prefix = join(library.path, `page-${number}`);
    execFileSync('pdftoppm', ['-r', '80', '-png', '-f', number, '-l', number, '-singlefile', pdf, prefix]);
    return `${prefix}.png`;
  });
  execFileSync('montage', [
    ...pictures,
    '-tile',
    '6x',
    '-geometry',
    '260x+6+6',
    '-background',
    '#ddd',
    '-colors',
    '64',
    join(FOLDER, 'printed.png'),
  ]);
}
