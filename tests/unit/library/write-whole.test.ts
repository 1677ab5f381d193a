import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from '../../../src/library/write-whole';

const BYTES = new TextEncoder().encode('%PDF-1.7');
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralel-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writing a PDF', () => {
  it('leaves the file and nothing beside it', async () => {
    await writeWhole(join(folder, 'Izbicë.pdf'), BYTES);
    expect(await readdir(folder)).toEqual(['Izbicë.pdf']);
    expect(await readFile(join(folder, 'Izbicë.pdf'), 'utf8')).toBe('%PDF-1.7');
  });

  it('replaces an older one', async () => {
    await writeFile(join(folder, 'a.pdf'), 'a longer text than the new one');
    await writeWhole(join(folder, 'a.pdf'), BYTES);
    expect(await readFile(join(folder, 'a.pdf'), 'utf8')).toBe('%PDF-1.7');
  });

  it('writes where a link leads', async () => {
    await writeFile(join(folder, 'real.pdf'), 'old');
    await symlink(join(folder, 'real.pdf'), join(folder, 'link.pdf'));
    await writeWhole(join(folder, 'link.pdf'), BYTES);
    expect(await readFile(join(folder, 'real.pdf'), 'utf8')).toBe('%PDF-1.7');
  });

  it('says that a folder is not there, naming the file that was asked for', async () => {
    const path = join(folder, 'gone', 'a.pdf');
    await expect(writeWhole(path, BYTES)).rejects.toMatchObject({
      code: 'file.not-writable',
      params: { path, detail: 'ENOENT: no such file or directory' },
    });
  });

  it('replaces neither a folder nor a device', async () => {
    await mkdir(join(folder, 'a.pdf'));
    await expect(writeWhole(join(folder, 'a.pdf'), BYTES)).rejects.toMatchObject({
      code: 'file.not-writable',
    });
    expect(await readdir(folder)).toEqual(['a.pdf']);
    await expect(writeWhole('/dev/null', BYTES)).rejects.toMatchObject({ code: 'file.not-writable' });
  });
});
