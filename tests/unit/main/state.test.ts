import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openState } from '../../../src/main/state';
import { temporaryFolder } from '../../support/library';

const WINDOW = { bounds: { x: 1, y: 2, width: 900, height: 700 }, isMaximized: false, isFullScreen: false };
const fail = (error: unknown): never => {
  throw error;
};

let folder: string;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what the shell remembers', () => {
  it('is there at the next start, and written once for many changes', async () => {
    const file = join(folder, 'not', 'there', 'windows.json');
    const state = openState(file, fail);
    state.change({ saveFolder: '/a' });
    for (let x = 0; x < 50; x += 1) state.change({ window: { ...WINDOW, bounds: { ...WINDOW.bounds, x } } });
    expect(existsSync(file)).toBe(false);
    await state.settled();
    const again = openState(file, fail).state;
    expect(again).toEqual({
      saveFolder: '/a',
      window: { ...WINDOW, bounds: { ...WINDOW.bounds, x: 49 } },
    });
  });

  it('is nothing where the file is damaged, and what is right in it is kept', () => {
    const file = join(folder, 'windows.json');
    for (const text of ['', '{', '[]', 'null', '\0\0\0']) {
      writeFileSync(file, text);
      expect(openState(file, fail).state).toEqual({ window: null, saveFolder: null });
    }
    writeFileSync(file, JSON.stringify({ window: { bounds: { x: 'left' } }, saveFolder: '/a' }));
    expect(openState(file, fail).state).toEqual({ window: null, saveFolder: '/a' });
  });

  it('that cannot be kept is told, and stops nothing', async () => {
    const failures: unknown[] = [];
    const file = join(folder, 'windows.json');
    mkdirSync(file);
    const state = openState(file, (error) => failures.push(error));
    state.change({ saveFolder: '/b' });
    await state.settled();
    expect(failures).toHaveLength(1);
    expect(state.state.saveFolder).toBe('/b');
    rmSync(file, { recursive: true });
    state.change({ saveFolder: '/c' });
    await state.settled();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ saveFolder: '/c' });
  });
});
