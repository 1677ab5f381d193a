import { describe, expect, it } from 'vitest';
import { decide, explain, hasDisplay, type Machine } from '../../../src/cli/start/decide';
import { hostArguments, parseStartOptions, START_HELP } from '../../../src/cli/start/options';

const desktop: Machine = {
  platform: 'linux',
  hasDisplay: true,
  isRoot: false,
  electron: 'here',
  isOffline: false,
};
const plan = (machine: Partial<Machine>, browser = false) => decide({ ...desktop, ...machine }, { browser });

describe('a start', () => {
  it('opens Electron where it is, and fetches it where it can', () => {
    expect(plan({})).toEqual({ shell: 'electron' });
    expect(plan({ electron: 'to-fetch' })).toEqual({ shell: 'fetch' });
    expect(plan({ isOffline: true })).toEqual({ shell: 'electron' });
  });

  it('opens the browser where it cannot', () => {
    expect(plan({ electron: 'absent' })).toEqual({ shell: 'browser', open: true, why: 'absent' });
    expect(plan({ electron: 'to-fetch', isOffline: true })).toEqual({
      shell: 'browser',
      open: true,
      why: 'offline',
    });
    expect(plan({}, true)).toEqual({ shell: 'browser', open: true, why: 'asked' });
  });

  it('without a display fetches nothing and opens nothing, whatever else is there', () => {
    for (const electron of ['here', 'to-fetch', 'absent'] as const) {
      expect(plan({ hasDisplay: false, electron })).toEqual({
        shell: 'browser',
        open: false,
        why: 'no-display',
      });
      expect(plan({ hasDisplay: false, electron }, true)).toMatchObject({ open: false });
    }
  });

  it('as root never runs Electron without its sandbox, and does not fetch it for nothing', () => {
    for (const electron of ['here', 'to-fetch'] as const) {
      expect(plan({ isRoot: true, electron })).toEqual({ shell: 'browser', open: true, why: 'root' });
    }
    expect(plan({ isRoot: true, platform: 'darwin' })).toEqual({ shell: 'electron' });
  });
});

it('knows a display when it sees one', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('darwin', {})).toBe(true);
  expect(hasDisplay('win32', {})).toBe(true);
});

it('says which shell and why, each time in another sentence', () => {
  const sentences = [
    ...(['asked', 'no-display', 'root', 'absent', 'offline', 'cancelled'] as const).map((why) =>
      explain({ why }),
    ),
    ...(['unreachable', 'not-fetched', 'not-started'] as const).map((why) =>
      explain({ why, detail: 'DETAIL' }),
    ),
  ];
  expect(new Set(sentences).size).toBe(9);
  for (const sentence of sentences) expect(sentence).toMatch(/browser.*\.$/);
  for (const sentence of sentences.slice(-3)) expect(sentence).toContain('DETAIL');
});

it('takes options that only a browser can follow as a wish for one', () => {
  const none = { browser: false, open: true, stay: false, library: undefined, port: undefined };
  expect(parseStartOptions([])).toEqual(none);
  expect(parseStartOptions(['--port', '8041'])).toEqual({ ...none, browser: true, port: '8041' });
  expect(parseStartOptions(['--no-open', '--library=/a'])).toEqual({
    ...none,
    browser: true,
    open: false,
    library: '/a',
  });
  expect(parseStartOptions(['--stay'])).toEqual({ ...none, browser: true, stay: true });
  expect(parseStartOptions(['-h'])).toBeNull();
  expect(() => parseStartOptions(['--brwoser'])).toThrow('--brwoser');
});

describe('in a browser', () => {
  const args = (typed: string[], hasDisplay = true) => {
    const options = parseStartOptions(typed);
    return options && hostArguments(options, hasDisplay);
  };

  it('a start opens a window and closes with the last one', () => {
    expect(args([])).toEqual(['--open', '--until-closed']);
    expect(args(['--no-open'])).toEqual(['--until-closed']);
    expect(args(['--library', '/a b', '--port', '8041'])).toEqual([
      '--library',
      '/a b',
      '--port',
      '8041',
      '--open',
      '--until-closed',
    ]);
  });

  it('it stays where it is asked to, and where the windows are on other machines', () => {
    expect(args(['--stay'])).toEqual(['--open']);
    expect(args([], false)).toEqual([]);
    expect(args(['--stay'], false)).toEqual([]);
  });

  it('both are told in the help', () => {
    expect(START_HELP).toMatch(/closes some seconds after its last window; without a display it stays/);
    expect(START_HELP).toContain('--stay ');
  });
});
