import { describe, expect, it } from 'vitest';
import { QUIET_SWITCHES } from '../../../src/main/policies/network';
import { REFUSED_SWITCHES, refusedSwitches } from '../../../src/main/policies/switches';

const given =
  (...names: string[]) =>
  (name: string): boolean =>
    names.includes(name);

describe('a packaged program', () => {
  it.each([
    'remote-debugging-port', 'remote-debugging-pipe', 'gpu-launcher', 'renderer-cmd-prefix', 'utility-cmd-prefix', 'load-extension',
    'js-flags', 'disable-web-security', 'single-process', 'no-proxy-server', 'proxy-pac-url', 'log-net-log', 'enable-blink-features',
  ])('does without --%s', (name) => {
    expect(refusedSwitches({ isPackaged: true, hasSwitch: given(name, 'lang') })).toEqual([name]);
  }); // prettier-ignore

  it('takes what a person may need: a language, a scale, another way to draw', () => {
    const wanted = [
      'lang',
      'force-device-scale-factor',
      'ozone-platform',
      'disable-gpu',
      'force-renderer-accessibility',
      'user-data-dir',
    ];
    expect(refusedSwitches({ isPackaged: true, hasSwitch: given(...wanted, 'library', 'portable') })).toEqual(
      [],
    );
  });

  it('never refuses what it gives to Chromium itself', () => {
    expect(QUIET_SWITCHES.filter(([name]) => REFUSED_SWITCHES.includes(name))).toEqual([]);
  });
});

it('while it is worked on, a debugger may be attached', () => {
  expect(refusedSwitches({ isPackaged: false, hasSwitch: () => true })).toEqual([]);
});
