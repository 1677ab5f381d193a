import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { removeLeftovers } from '../../../src/main/leftovers';
import { createPrivacy } from '../../../src/main/privacy';
import type { StateFile } from '../../../src/main/state';
import type { Windows } from '../../../src/main/windows';
import { temporaryFolder } from '../../support/library';

const done: string[] = [];
vi.mock('electron', () => ({ app: { clearRecentDocuments: () => void done.push('recent documents') } }));
beforeEach(() => void done.splice(0));

function open(clearCache = async () => void done.push('cache')) {
  const failures: unknown[] = [];
  const privacy = createPrivacy({
    windows: {
      tellAll: (event: object) => void done.push(JSON.stringify(event)),
      forgetPaths: () => void done.push('paths'),
    } as unknown as Windows,
    state: { change: (changes: object) => void done.push(JSON.stringify(changes)) } as unknown as StateFile,
    session: { clearCache, clearStorageData: async () => void done.push('storage') },
    onChange: () => void done.push('menu'),
    onUnforeseen: (error) => failures.push(error),
  });
  return { privacy, failures };
}

describe('private reading on the desktop', () => {
  it('is told to every window and shown in the menu, when it changes', () => {
    const { privacy } = open();
    expect(privacy.isPrivate).toBe(false);
    privacy.setPrivate(false);
    expect(done).toEqual([]);
    privacy.setPrivate(true);
    expect(privacy.isPrivate).toBe(true);
    expect(done).toEqual(['{"type":"private","isPrivate":true}', 'menu']);
    privacy.setPrivate(false);
    expect(done.slice(2)).toEqual(['{"type":"private","isPrivate":false}', 'paths', 'menu']);
  });
});

describe('what the shell forgets', () => {
  it('is everything that may hold a trace', () => {
    open().privacy.forget();
    expect(done.toSorted()).toEqual(['cache', 'paths', 'recent documents', 'storage', '{"saveFolder":null}']);
  });

  it('is reported where it could not be forgotten', async () => {
    const { privacy, failures } = open(() => Promise.reject(new Error('locked')));
    privacy.forget();
    await vi.waitFor(() => expect(failures).toMatchObject([{ message: 'locked' }]));
  });
});

describe('what earlier starts have left', () => {
  it('is taken away, and what a start needs stays', async () => {
    const folder = temporaryFolder();
    for (const name of ['Session Storage', 'Local Storage', 'Code Cache', 'GPUCache']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, '000003.log'), 'izbica-massacre');
    }
    for (const name of ['windows.json', 'Local State', 'Preferences', 'DIPS', 'Cookies'])
      writeFileSync(join(folder, name), '{}');
    const failures: unknown[] = [];
    removeLeftovers(folder, (error) => failures.push(error));
    expect(readdirSync(folder).sort()).toEqual([
      'Code Cache',
      'GPUCache',
      'Local State',
      'Preferences',
      'windows.json',
    ]);
    expect(failures).toEqual([]);
    await rm(folder, { recursive: true });
    removeLeftovers(folder, (error) => failures.push(error));
    expect([existsSync(folder), failures]).toEqual([false, []]);
  });
});
