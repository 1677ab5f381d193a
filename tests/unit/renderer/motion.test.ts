import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../src/renderer');
const sources = globSync('**/*.{vue,css,ts}', { cwd: root }).map((file) => ({
  file,
  text: readFileSync(resolve(root, file), 'utf8'),
}));
const styles = sources.filter(({ file }) => !file.endsWith('.ts'));

describe('motion', () => {
  it('lasts no longer than the one token says, which is nothing where less motion is asked for', () => {
    const others = styles.flatMap(({ file, text }) =>
      [...text.matchAll(/(?:transition|animation)(?:-duration)?:([^;]+);/gu)].flatMap(([, value = '']) =>
        value.split(',').every((part) => part.includes('var(--motion)')) ? [] : [`${file}: ${value}`],
      ),
    );
    expect(others).toEqual([]);
    const tokens = styles.find(({ file }) => file.endsWith('tokens.css'))?.text ?? '';
    expect(tokens).toMatch(/prefers-reduced-motion: reduce\) \{\s+:root \{\s+--motion: 0ms;/u);
  });

  it('is no scrolling by itself', () => {
    const smooth = /(?<!over)scroll-behavior|behavior: 'smooth'/u;
    expect(sources.filter(({ text }) => smooth.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
