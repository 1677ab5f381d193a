/** Real Electron or the double: whichever this machine can prove something with. */
import { resolve } from 'node:path';
import process from 'node:process';
import { hasDisplay } from '../../../src/cli/start/decide.ts';
import { findElectron } from '../../../src/cli/start/electron.ts';

const MODULES = resolve(import.meta.dirname, '../../../node_modules');

export interface Machine {
  /** Electron as npm brings it; its program is fetched apart. */
  electron: { version: string; program: string | undefined } | undefined;
  /** What PARALEL_TEST_ELECTRON says: `electron`, `double` or nothing. */
  asked: string | undefined;
  hasDisplay: boolean;
}

export type Choice = { kind: 'electron'; program: string; why: string } | { kind: 'double'; why: string };

/** @throws Error where real Electron is to be used and cannot be */
export function choose({ electron, asked, hasDisplay }: Machine): Choice {
  if (asked !== undefined && asked !== '' && asked !== 'electron' && asked !== 'double')
    throw new Error(`PARALEL_TEST_ELECTRON is “${asked}”; it can be “electron” or “double”.`);
  const program = electron?.program;
  if (asked === 'double')
    return { kind: 'double', why: program ? 'asked for, though Electron’s program is here' : 'asked for' };
  if (!program) {
    const why = electron
      ? `the program of Electron ${electron.version} is not here`
      : 'Electron is not installed';
    if (asked === 'electron')
      throw new Error(`Electron was asked for, but ${why}. Fetch it with: npx install-electron`);
    return { kind: 'double', why };
  }
  if (!hasDisplay)
    throw new Error(
      `Electron ${electron.version} is here and there is no display for it. ` +
        'Start the tests within xvfb-run, or set PARALEL_TEST_ELECTRON=double.',
    );
  return { kind: 'electron', program, why: asked === 'electron' ? 'asked for' : 'its program is here' };
}

/** On this machine. */
export function chooseDesktop(env: NodeJS.ProcessEnv = process.env): Choice {
  return choose({
    electron: findElectron(MODULES, env),
    asked: env['PARALEL_TEST_ELECTRON'],
    hasDisplay: hasDisplay(process.platform, env),
  });
}
