import { expect, it } from 'vitest';
import { exposure, type Opening } from '../../../src/serve/exposure';

const here: Opening = { address: '127.0.0.1', reachable: [], origin: undefined, readOnly: false };
const network: Opening = { ...here, address: '192.168.1.5', reachable: ['192.168.1.5'] };
const everywhere: Opening = { ...here, address: '0.0.0.0', reachable: ['192.168.1.5', '10.0.0.3'] };
const origin = 'https://reader.example.org';

const said = (opening: Opening): string => exposure(opening) ?? '';

it('says nothing to the owner on this machine', () => {
  for (const address of ['127.0.0.1', '127.0.0.53', '::1']) expect(exposure({ ...here, address })).toBeNull();
});

it('warns whoever opens the whole library to others, and says what to do instead', () => {
  for (const opening of [network, everywhere, { ...here, origin }, { ...network, origin }]) {
    expect(said(opening)).toMatch(
      /can do all that you can: read the library and your notes, change, delete and import notes and names, restore backups, and change settings\./,
    );
    expect(said(opening)).toContain('--read-only');
  }
  expect(said(network)).toMatch(/listens on 192\.168\.1\.5, not only for this machine/);
  expect(said(network)).toContain('Leave out --host');
  expect(said({ ...here, origin })).toMatch(/answers to https:\/\/reader\.example\.org/);
  expect(said({ ...here, origin })).not.toContain('Leave out --host');
});

it('says of a reading room who, what, and what not', () => {
  for (const opening of [here, network, everywhere, { ...here, origin }]) {
    const text = said({ ...opening, readOnly: true });
    expect(text).toMatch(/^This is a reading room\.\n {2}Who: whoever /);
    expect(text).toMatch(/read and search every article with its names, figures and sources, and print them/);
    expect(text).toMatch(/cannot see or change your notes, your settings and where you last read/);
    expect(text).not.toContain('whole library');
  }
});

it('says who: this machine, an address, how many addresses, a proxy', () => {
  const who = (opening: Opening) => /Who: (.*)\n/.exec(said({ ...opening, readOnly: true }))?.[1];
  expect(who(here)).toBe('whoever uses this machine, and has the address below.');
  expect(who(network)).toBe('whoever reaches 192.168.1.5 over the network, and has the address below.');
  expect(who(everywhere)).toBe(
    'whoever reaches this machine over the network at one of its 2 addresses (192.168.1.5, 10.0.0.3) or uses this machine, and has the address below.',
  );
  expect(who({ ...here, origin })).toBe(
    'whoever reaches https://reader.example.org or uses this machine, and has the address below.',
  );
  expect(who({ ...everywhere, reachable: [] })).toBe('whoever uses this machine, and has the address below.');
});

it('says what crosses the network unencrypted, and what does not', () => {
  const clear = /crosses the network unencrypted\./;
  for (const readOnly of [false, true]) {
    expect(said({ ...network, readOnly })).toMatch(clear);
    expect(said({ ...network, origin, readOnly })).toMatch(/unencrypted, except by way of the proxy\./);
    expect(said({ ...here, origin, readOnly })).not.toContain('unencrypted');
  }
});
