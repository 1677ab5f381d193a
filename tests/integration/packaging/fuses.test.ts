import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { afterAll, describe, expect, it } from 'vitest';
import configuration from '../../../build/electron-builder.config';
import { FUSES } from '../../../build/fuses';
import { afterPack, checkFuses, setFuses } from '../../../build/hooks';
import { fusedProgram, removeAll, temporary } from './packed';

/** As they have to be; what they are for stands in build/fuses.ts. */
const WANTED = {
  RunAsNode: false,
  EnableCookieEncryption: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
};
const NAMES = Object.keys(WANTED) as (keyof typeof WANTED)[];

describe('the fuses', () => {
  afterAll(removeAll);

  it('are nine; a tenth that @electron/fuses comes to know has to be decided about', () => {
    const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
    expect(known.sort()).toEqual([...NAMES].sort());
    expect(known).toHaveLength(9);
  });

  it.each(NAMES)('have a decision and a reason: %s', (name) => {
    expect(FUSES[name].on).toBe(WANTED[name]);
    expect(FUSES[name].because.length).toBeGreaterThan(30);
  });

  it('are set after packing, by the configuration that makes a release', () => {
    expect(configuration().afterPack).toBe(afterPack);
    // It knows eight of them, and would set those once more.
    expect(configuration().electronFuses).toBeUndefined();
  });

  it('are set in a program where every one was the other way round', async () => {
    const program = join(temporary(), 'paralel-desktop');
    writeFileSync(program, fusedProgram(NAMES.map((name) => (WANTED[name] ? '0' : '1')).join('')));
    await setFuses(program, false);
    await expectFuses(program);
  });

  it('leave everything else in the program as it is', async () => {
    const program = join(temporary(), 'paralel-desktop');
    const before = fusedProgram();
    writeFileSync(program, before);
    await setFuses(program, false);
    const after = readFileSync(program);
    const changed = [...after.keys()].filter((at) => after[at] !== before[at]);
    expect(after.length).toBe(before.length);
    const wire = before.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 34;
    expect(changed.every((at) => at >= wire && at < wire + 9)).toBe(true);
  });

  it('stop the packing where Electron has one more, or none at all', async () => {
    const newer = join(temporary(), 'newer');
    writeFileSync(newer, fusedProgram('1011000111'));
    await expect(setFuses(newer, false)).rejects.toThrow('strictlyRequireAllFuses');
    const none = join(temporary(), 'none');
    writeFileSync(none, 'no fuses here');
    await expect(setFuses(none, false)).rejects.toThrow('sentinel');
  });

  it.each(NAMES)('are read back, and stop the packing where one is not as it should be: %s', async (name) => {
    const program = join(temporary(), 'paralel-desktop');
    const wire = NAMES.map((other) => (WANTED[other] === (other !== name) ? '1' : '0')).join('');
    writeFileSync(program, fusedProgram(wire));
    await expect(checkFuses(program)).rejects.toThrow(`The fuse ${name} is not`);
    // Taken out by Electron.
    writeFileSync(program, fusedProgram(wire.replace(/./g, 'r')));
    await expect(checkFuses(program)).rejects.toThrow('The fuse RunAsNode is not off');
  });

  it('wait until the halves of a universal program are joined', async () => {
    const appOutDir = `${join(temporary(), 'mac-universal')}-x64-temp`;
    // There is no program: were it looked for, this would fail.
    await afterPack({ appOutDir, electronPlatformName: 'darwin' } as AfterPackContext);
  });
});

async function expectFuses(program: string): Promise<void> {
  const wire = await getCurrentFuseWire(program);
  const read = Object.fromEntries(NAMES.map((name) => [name, wire[FuseV1Options[name]]]));
  const wanted = NAMES.map((name) => [name, WANTED[name] ? FuseState.ENABLE : FuseState.DISABLE]);
  expect(read).toEqual(Object.fromEntries(wanted));
}
