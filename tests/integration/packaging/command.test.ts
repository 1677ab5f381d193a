/** `npm run pack`, with Electron's program and without. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFile } from 'node:fs/promises';
import { ROOT } from '../../../build/electron-builder.config';
import { checkFuses, programOf } from '../../../build/hooks';
import { pack } from '../../../build/pack';
import { standIn } from '../../../build/stand-in';
import { build } from '../../../src/cli/launch/build.mjs';
import { fusedProgram, quietly, removeAll, temporary } from './packed';

async function packWith(dist: string): Promise<{ folder: string; told: string }> {
  const output = temporary();
  const told: string[] = [];
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: dist };
  await quietly(() => pack({ env, output, tell: (text) => told.push(text) }));
  const [folder = ''] = globSync('{linux,mac,win}*', { cwd: output });
  return { folder: join(output, folder), told: told.join('\n') };
}

// Elsewhere the program would have to be one that the system's own tools can read and sign.
describe.skipIf(process.platform !== 'linux')('npm run pack', () => {
  beforeAll(() => build(ROOT));
  afterAll(removeAll);

  it('says plainly where there is no Electron, and leaves nothing that passes for a program', async () => {
    const { folder, told } = await packWith(temporary());
    expect(told).toMatch(/NOT here[\s\S]*cannot be started, no fuse was set[\s\S]*npx install-electron/);
    expect(existsSync(join(folder, 'resources/app.asar'))).toBe(true);
    const program = programOf(folder, process.platform);
    await expect(checkFuses(program)).rejects.toThrow('sentinel');
    const { status, stderr } = spawnSync(program, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('without Electron')]);
  });

  it('takes the Electron that is there, sets its fuses, and says so', async () => {
    const dist = temporary();
    await standIn(dist, process.platform, fusedProgram());
    const { version } = JSON.parse(
      readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8'),
    ) as {
      version: string;
    };
    await writeFile(join(dist, 'version'), version);
    const { folder, told } = await packWith(dist);
    expect(told).toMatch(/nine fuses are set/);
    expect(told).not.toMatch(/NOT/);
    await checkFuses(programOf(folder, process.platform));
    expect(existsSync(join(folder, 'version'))).toBe(false);
  });
});
