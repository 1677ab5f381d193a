import { expect, it } from 'vitest';
import { Misuse, parseServeOptions } from '../../../src/serve/options';

it('listens for this machine only, on any free port, unless told otherwise', () => {
  expect(parseServeOptions([])).toEqual({ port: 0, host: '127.0.0.1', library: undefined, open: false });
  expect(parseServeOptions(['--port', '8041', '--host=::1', '--library', '/a b', '--open'])).toEqual({
    port: 8041,
    host: '::1',
    library: '/a b',
    open: true,
  });
});

it.each([
  ['--port', '65536'],
  ['--port', '-1'],
  ['--port', '80a'],
  ['--port='],
  ['--prot', '80'],
  ['extra'],
  ['--port'],
])('says what is wrong with %s %s', (...args) => {
  expect(() => parseServeOptions(args.filter((arg) => arg !== undefined))).toThrow(Misuse);
});

it('shows its help', () => {
  expect(parseServeOptions(['--help'])).toBeNull();
});
