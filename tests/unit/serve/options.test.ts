import { expect, it } from 'vitest';
import { Misuse, parseServeOptions, SERVE_HELP } from '../../../src/serve/options';

const PLAIN = {
  port: 0,
  host: '127.0.0.1',
  library: undefined,
  open: false,
  readOnly: false,
  origin: undefined,
  untilClosed: false,
};

it('listens for this machine only, on any free port, for its owner, and stays, unless told otherwise', () => {
  expect(parseServeOptions([])).toEqual(PLAIN);
  expect(parseServeOptions(['--port', '8041', '--host=::1', '--library', '/a b', '--open'])).toEqual({
    ...PLAIN,
    port: 8041,
    host: '::1',
    library: '/a b',
    open: true,
  });
  expect(parseServeOptions(['--read-only', '--until-closed'])).toEqual({
    ...PLAIN,
    readOnly: true,
    untilClosed: true,
  });
});

it.each([
  ['https://reader.example.org', 'https://reader.example.org'],
  ['https://reader.example.org/', 'https://reader.example.org'],
  ['HTTPS://Reader.Example.org:443', 'https://reader.example.org'],
  ['https://reader.example.org:8443', 'https://reader.example.org:8443'],
  ['https://čitaonica.example', 'https://xn--itaonica-jbb.example'],
  ['https://192.168.1.5', 'https://192.168.1.5'],
  ['https://[2001:db8::1]', 'https://[2001:db8::1]'],
  ['http://localhost:9000', 'http://localhost:9000'],
  ['http://127.0.0.1:9000', 'http://127.0.0.1:9000'],
  ['http://[::1]:9000', 'http://[::1]:9000'],
])('takes %s for the address that readers see', (typed, origin) => {
  expect(parseServeOptions(['--origin', typed])?.origin).toBe(origin);
});

it.each([
  'http://reader.example.org', 'http://192.168.1.5', 'reader.example.org', '//reader.example.org', 'https://reader.example.org/library', 'https://reader.example.org?x',
  'https://reader.example.org#x', 'https://user:word@reader.example.org', 'https://*.example.org', 'https://', 'https://a b', 'wss://reader.example.org',
  'ftp://reader.example.org', 'file:///', 'javascript:alert(1)', 'null', '*', '', 'http://localhost.evil.example', 'https://under_score.example',
])('takes %s for none, and says why', (typed) => {
  expect(() => parseServeOptions(['--origin', typed])).toThrow(Misuse);
  expect(() => parseServeOptions(['--origin', typed])).toThrow(`“${typed}”`);
}); // prettier-ignore

it.each([
  ['--port', '65536'],
  ['--port', '-1'],
  ['--port', '80a'],
  ['--port='],
  ['--prot', '80'],
  ['extra'],
  ['--port'],
  ['--origin'],
  ['--stay'],
  ['--read-only=yes'],
  ['--host', ''],
  ['--host= '],
])('says what is wrong with %s %s', (...args) => {
  expect(() => parseServeOptions(args.filter((arg) => arg !== undefined))).toThrow(Misuse);
});

it('shows its help, with every option in it', () => {
  expect(parseServeOptions(['--help'])).toBeNull();
  for (const option of ['port', 'host', 'read-only', 'origin', 'library', 'open', 'until-closed', 'help'])
    expect(SERVE_HELP).toContain(`--${option} `);
});
