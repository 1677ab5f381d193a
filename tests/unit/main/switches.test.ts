import { describe, expect, it } from 'vitest';
import { QUIET_SWITCHES } from '../../../src/main/policies/network';
import { REFUSED_SWITCHES, refusedSwitches } from '../../../src/main/policies/switches';

const given =
  (...names: string[]) =>
  (name: string): boolean =>
    names.includes(name);

/** Written here once more: what is taken off the list is missed. */
const REFUSED = [
  'allow-file-access-from-files', 'allow-running-insecure-content', 'blink-settings', 'browser-subprocess-path',
  'disable-extensions-except', 'disable-features', 'disable-gpu-sandbox', 'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox', 'disable-setuid-sandbox', 'disable-site-isolation-trials', 'disable-web-security',
  'enable-blink-features', 'enable-experimental-web-platform-features', 'enable-features', 'gpu-launcher', 'host-rules',
  'ignore-certificate-errors', 'in-process-gpu', 'js-flags', 'load-extension', 'log-file', 'log-net-log', 'no-proxy-server',
  'no-zygote', 'no-zygote-sandbox', 'plugin-launcher', 'ppapi-plugin-launcher', 'proxy-auto-detect', 'proxy-pac-url',
  'remote-allow-origins', 'remote-debugging-address', 'remote-debugging-pipe', 'remote-debugging-port',
  'renderer-cmd-prefix', 'single-process', 'ssl-key-log-file', 'trace-startup-file',
  'unsafely-treat-insecure-origin-as-secure', 'utility-cmd-prefix', 'zygote-cmd-prefix',
]; // prettier-ignore

describe('a packaged program', () => {
  it.each(REFUSED)('does without --%s', (name) => {
    expect(refusedSwitches({ isPackaged: true, hasSwitch: given(name, 'lang') })).toEqual([name]);
  });

  it('does without no others', () => {
    expect([...REFUSED_SWITCHES].sort()).toEqual([...REFUSED].sort());
  });

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

  it('tells Chromium to reach nothing', () => {
    expect(Object.fromEntries(QUIET_SWITCHES)).toEqual({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'proxy-server': 'http://127.0.0.1:9',
      'proxy-bypass-list': '<-loopback>',
      'webrtc-ip-handling-policy': 'disable_non_proxied_udp',
      'disable-background-networking': undefined,
      'disable-component-update': undefined,
      'disable-domain-reliability': undefined,
      'no-pings': undefined,
    });
  });

  it('never refuses what it gives to Chromium itself', () => {
    expect(QUIET_SWITCHES.filter(([name]) => REFUSED_SWITCHES.includes(name))).toEqual([]);
  });
});

it('while it is worked on, a debugger may be attached', () => {
  expect(refusedSwitches({ isPackaged: false, hasSwitch: () => true })).toEqual([]);
});
