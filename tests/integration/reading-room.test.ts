import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/library/library';
import { contract, type Method } from '../../src/shared/contract';
import { has } from '../../src/shared/traits';
import { openTestLibrary, RESOURCES, temporaryFolder } from '../support/library';

const PLACE = { article: 'izbica-massacre', block: 'events-2', offset: 0.5 } as const;

describe('a library in a reading room', () => {
  it('shows nothing of what its owner chose or read, and keeps nothing', async () => {
    const folder = temporaryFolder();
    const owner = openTestLibrary(folder);
    await owner.call('settings.set', { interfaceLang: 'sq', theme: 'dark' });
    await owner.call('reading.keep', PLACE as never);
    owner.library.close();
    const notebook = readFileSync(join(folder, 'notebook.db'));

    const room = openLibrary({ folder, resources: RESOURCES, readOnly: true });
    const opened = await room.answer('app.open', {});
    expect(opened).toMatchObject({
      ok: true,
      value: {
        library: { path: '' },
        settings: { interfaceLang: null, theme: 'system' },
        lastRead: null,
      },
    });
    expect(JSON.stringify([opened, await room.answer('library.check', {})])).not.toContain(folder);
    expect(await room.answer('reading.recent', { limit: 5 })).toEqual({ ok: true, value: [] });
    expect(await room.answer('search.find', { words: 'cirez' })).toMatchObject({ ok: true });

    const inputs: Partial<Record<Method, unknown>> = {
      'settings.set': { theme: 'light' },
      'reading.keep': PLACE,
    };
    const writing = (Object.keys(contract) as Method[]).filter((method) => has(method, 'writes'));
    expect(writing).toEqual(expect.arrayContaining(Object.keys(inputs)));
    for (const method of writing)
      expect(await room.answer(method, inputs[method] ?? {})).toMatchObject({
        ok: false,
        error: { code: 'library.read-only' },
      });
    room.close();
    expect(readFileSync(join(folder, 'notebook.db')).equals(notebook)).toBe(true);
    rmSync(folder, { recursive: true });
  });
});

describe('the articles read last', () => {
  it('come latest first, with their titles', async () => {
    const library = openTestLibrary();
    for (const article of ['izbica-massacre', 'poklek-massacre', 'izbica-massacre'] as const) {
      await library.call('reading.keep', { ...PLACE, article } as never);
      await new Promise((later) => setTimeout(later, 3));
    }
    const recent = await library.call('reading.recent', { limit: 5 });
    expect(recent.map(({ article, titles }) => [article, titles.sq])).toEqual([
      ['izbica-massacre', 'Masakra e Izbicës'],
      ['poklek-massacre', 'Masakra e Poklekut'],
    ]);
    expect(await library.call('reading.recent', { limit: 1 })).toHaveLength(1);
    library.remove();
  });
});
