import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: ROOT, overrideConfigFile: resolve(ROOT, 'build/eslint.config.js') });

async function isAllowed(room: string, from: string): Promise<boolean> {
  const [result] = await eslint.lintText(`import '${from}';\n`, {
    filePath: resolve(ROOT, 'src', room, 'sample.ts'),
  });
  return !result?.messages.some(({ ruleId }) => ruleId === 'no-restricted-imports');
}

describe('the house', () => {
  it.each([
    ['core/text', '../../shared/lang'],
    ['store', '../core/text/fold'],
    ['library/printing', '../../store/database'],
    ['library', './shelf'],
    ['cli/commands', '../../library/library'],
    ['renderer/reading', '../../core/text/fold'],
    ['renderer/components/notes', '../../../core/notes/markdown'],
    ['renderer/components/drawings', '../../../core/drawings/map'],
    ['renderer/reading', '../stores/session'],
    ['main', 'electron'],
  ])('lets src/%s import %s', async (room, from) => {
    expect(await isAllowed(room, from)).toBe(true);
  });

  it.each([
    ['shared', '../core/text/fold'],
    ['core/text', '../../store/database'],
    ['core', 'node:fs'],
    ['core', 'better-sqlite3'],
    ['store', '../library/library'],
    ['library/printing', '../../main/window'],
    ['serve', '../cli/terminal'],
    ['cli/commands', '../../serve/host'],
    ['preload', '../library/library'],
    ['renderer/reading', '../../core/names/forms'],
    ['renderer/reading', '../../core/notes-of-others'],
    ['renderer', '../library/library'],
  ])('does not let src/%s import %s', async (room, from) => {
    expect(await isAllowed(room, from)).toBe(false);
  });
});
