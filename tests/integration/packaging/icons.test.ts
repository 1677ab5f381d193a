import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { icns, ico } from '../../../build/icon-files';

const FOLDER = resolve(import.meta.dirname, '../../../build/icons');
const read = (path: string): Buffer => readFileSync(resolve(FOLDER, path));

/** Enough of the format for what Chromium writes: 8 bits, RGBA, not interlaced. Fails where it is not drawn on. */
function sizeOf(png: Buffer): { width: number; height: number } {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect([...png.subarray(24, 29)]).toEqual([8, 6, 0, 0, 0]);
  const data: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const rows = inflateSync(Buffer.concat(data));
  // A byte for the filter before each row; the first pixel has no neighbours, so every filter leaves it as it is.
  expect(rows.length).toBe(height * (1 + width * 4));
  expect(rows[4], 'the corner is clear, so that the icon stands on any ground').toBeLessThan(255);
  expect(new Set(rows).size).toBeGreaterThan(8);
  return { width, height };
}

function fromIco(file: Buffer): { pixels: number; png: Buffer }[] {
  expect([file.readUInt16LE(0), file.readUInt16LE(2)]).toEqual([0, 1]);
  return Array.from({ length: file.readUInt16LE(4) }, (_, i) => {
    const at = 6 + 16 * i;
    const from = file.readUInt32LE(at + 12);
    expect(file.readUInt16LE(at + 6)).toBe(32);
    return { pixels: file[at] || 256, png: file.subarray(from, from + file.readUInt32LE(at + 8)) };
  });
}

function fromIcns(file: Buffer): Map<string, Buffer> {
  expect(file.toString('latin1', 0, 4)).toBe('icns');
  expect(file.readUInt32BE(4)).toBe(file.length);
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4))
    parts.set(file.toString('latin1', at, at + 4), file.subarray(at + 8, at + file.readUInt32BE(at + 4)));
  return parts;
}

describe('the icons', () => {
  it.each(globSync('{png,document}/*.png', { cwd: FOLDER }).sort())(
    'are as large as they say, and drawn: %s',
    (path) => {
      const pixels = Number(/(\d+)x\1\.png$/.exec(path)?.[1]);
      expect(sizeOf(read(path))).toEqual({ width: pixels, height: pixels });
    },
  );

  it('are there in the sizes that desktops ask for', () => {
    const sizes = (folder: string): number[] =>
      globSync('*.png', { cwd: resolve(FOLDER, folder) })
        .map((name) => Number.parseInt(name, 10))
        .sort((a, b) => a - b);
    expect(sizes('png')).toEqual([16, 24, 32, 48, 64, 96, 128, 256, 512, 1024]);
    expect(sizes('document')).toEqual(expect.arrayContaining([16, 32, 48, 256]));
  });

  it.each([
    ['icon.ico', [16, 24, 32, 48, 64, 256]],
    ['document.ico', [16, 32, 48, 64, 256]],
  ])('for Windows hold what their list says: %s', (path, sizes) => {
    const pictures = fromIco(read(path));
    expect(pictures.map(({ pixels }) => pixels)).toEqual(sizes);
    for (const { pixels, png } of pictures) expect(sizeOf(png)).toEqual({ width: pixels, height: pixels });
  });

  it.each(['icon.icns', 'document.icns'])(
    'for macOS hold a picture of the right size under each code: %s',
    (path) => {
      const sizes = [...fromIcns(read(path))].map(([type, png]) => [type, sizeOf(png).width]);
      expect(Object.fromEntries(sizes)).toEqual({
      ic07: 128, ic08: 256, ic09: 512, ic10: 1024, ic11: 32, ic12: 64, ic13: 256, ic14: 512,
    }); // prettier-ignore
    },
  );

  it('are written so that they read back as they were', () => {
    const pictures = [32, 64, 128, 256, 512, 1024].map((pixels) => ({
      pixels,
      png: Buffer.from(`picture ${pixels}`),
    }));
    expect(fromIco(ico(pictures.slice(0, 4)))).toEqual(pictures.slice(0, 4));
    expect(fromIcns(icns(pictures)).get('ic10')?.toString()).toBe('picture 1024');
    expect(() => ico(pictures)).toThrow(RangeError);
    expect(() => icns(pictures.slice(1))).toThrow('32');
  });
});
