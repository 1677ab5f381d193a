import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NOTE_COLOURS } from '../../../src/shared/note-parts';

const css = readFileSync(resolve(import.meta.dirname, '../../../src/renderer/styles/tokens.css'), 'utf8');

type Scheme = 'light' | 'dark';

/** The colours that a rule of the tokens file sets, in one scheme. */
function coloursOf(selector: string, scheme: Scheme): Map<string, string> {
  const from = css.indexOf(`${selector} {`);
  const rule = css.slice(from, css.indexOf('\n}', from));
  const colours = new Map<string, string>();
  for (const [, name = '', light = '', dark = ''] of rule.matchAll(
    /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
  )) {
    colours.set(name, scheme === 'light' ? light : dark);
  }
  for (const [, name = '', other = ''] of rule.matchAll(/--([\w-]+): var\(--([\w-]+)\);/g)) {
    const colour = colours.get(other);
    if (colour) colours.set(name, colour);
  }
  return colours;
}

function themeOf(theme: 'plain' | 'contrast', scheme: Scheme): Map<string, string> {
  const plain = coloursOf(':root', scheme);
  const themed =
    theme === 'plain' ? plain : new Map([...plain, ...coloursOf(":root[data-theme='contrast']", scheme)]);
  // Tokens that name another token follow it.
  for (const [, name = '', other = ''] of css.matchAll(/--([\w-]+): var\(--([\w-]+)\);/g)) {
    const colour = themed.get(other);
    if (colour) themed.set(name, colour);
  }
  return themed;
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const SURFACES = ['paper', 'sheet', 'fill', 'tint', 'tint-strong', 'highlight'];
const TEXT: readonly (readonly [ink: string, surfaces: readonly string[]])[] = [
  ['ink', SURFACES],
  ['ink', NOTE_COLOURS.map((colour) => `note-${colour}`)],
  ['soft', ['paper', 'sheet', 'fill', 'tint', 'tint-strong']],
  ['accent', ['paper', 'sheet', 'tint', 'tint-strong']],
  ['place', ['paper', 'sheet', 'tint', 'tint-strong']],
  ['event', ['paper', 'sheet', 'tint', 'tint-strong']],
  ['organisation', ['paper', 'sheet', 'tint', 'tint-strong']],
  ['other-kind', ['paper', 'sheet', 'tint', 'tint-strong']],
  ['on-accent', ['accent']],
];

describe.each([
  ['plain', 'light', 4.5],
  ['plain', 'dark', 4.5],
  ['contrast', 'light', 7],
  ['contrast', 'dark', 7],
] as const)('the %s colours in %s', (theme, scheme, least) => {
  const colours = themeOf(theme, scheme);
  const between = (ink: string, surface: string): number =>
    contrast(colours.get(ink) ?? '#000000', colours.get(surface) ?? '#000000');

  it(`set text at ${least}:1 or more on every surface it stands on`, () => {
    const low = TEXT.flatMap(([ink, surfaces]) =>
      surfaces
        .map((surface) => [ink, surface, Number(between(ink, surface).toFixed(2))] as const)
        .filter(([, , ratio]) => ratio < least),
    );
    expect(low).toEqual([]);
  });

  it('set large type and marks at 3:1 or more', () => {
    for (const colour of NOTE_COLOURS)
      for (const surface of ['paper', 'sheet', `note-${colour}`])
        expect([colour, surface, between(`note-${colour}-line`, surface) >= 3]).toEqual([
          colour,
          surface,
          true,
        ]);
    expect(between('faint', 'paper')).toBeGreaterThanOrEqual(3);
    expect(between('faint', 'sheet')).toBeGreaterThanOrEqual(3);
  });
});
