/**
 * How wide the letters of our typefaces are: writes src/core/drawings/widths.json, in thousandths of the size.
 * A drawing is laid out where no font can be asked, and has to come out the same on every machine.
 * Measured by a Chromium in the fonts that are shipped.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';

const ROOT = resolve(import.meta.dirname, '..');
const FILE = resolve(ROOT, 'src/core/drawings/widths.json');
const FACES = {
  serif: ['source-serif-4', '400', 'normal'],
  'serif-strong': ['source-serif-4', '600', 'normal'],
  'serif-italic': ['source-serif-4', '400', 'italic'],
  sans: ['source-sans-3', '400', 'normal'],
  'sans-strong': ['source-sans-3', '600', 'normal'],
} as const;
const SUBSETS = ['latin', 'latin-ext', 'cyrillic'];
/** First and last of each range: Latin with all marks, Serbian Cyrillic, and the punctuation of drawings. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x400, 0x45f],
  [0x2010, 0x2026],
  [0x2032, 0x2033],
] as const;

const executablePath = process.env['PARALEL_CHROMIUM'] ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();
const widths: Record<string, Record<string, number[]>> = {};
for (const [face, [family, weight, style]] of Object.entries(FACES)) {
  const files = SUBSETS.map((subset) =>
    readFileSync(
      resolve(ROOT, `node_modules/@fontsource/${family}/files/${family}-${subset}-${weight}-${style}.woff2`),
    ).toString('base64'),
  );
  // As text, because this runs where there is a document, and only there.
  const measured: number[][] = await page.evaluate(`(async () => {
    const names = await Promise.all(
      ${JSON.stringify(files)}.map(async (file, at) => {
        const font = new FontFace('measured-' + at, 'url(data:font/woff2;base64,' + file + ')');
        document.fonts.add(await font.load());
        return 'measured-' + at;
      }),
    );
    const context = document.createElement('canvas').getContext('2d');
    context.font = '1000px ' + names.join(', ');
    context.fontKerning = 'none';
    return ${JSON.stringify(RANGES)}.map(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, at) =>
        Math.round(context.measureText(String.fromCodePoint(first + at)).width),
      ),
    );
  })()`);
  widths[face] = Object.fromEntries(RANGES.map(([first], at) => [String(first), measured[at] ?? []]));
  await page.reload();
}
await browser.close();
const text = `${JSON.stringify(widths)}\n`;
writeFileSync(FILE, text);
process.stdout.write(`${FILE}: ${text.length} bytes\n`);
