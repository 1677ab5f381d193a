import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { isLoopback, listen, networkAddresses, ownOrigin, ownOrigins } from '../../../src/serve/address';

const servers: ReturnType<typeof createServer>[] = [];
const server = () => {
  servers.push(createServer());
  return servers.at(-1)!;
};
afterEach(() => {
  for (const one of servers.splice(0)) one.close();
});
const bound = (address: string, port: number, family = 'IPv4') => ({ address, port, family });

describe('listening', () => {
  it('on a port that is taken says so, and what to do', async () => {
    const { port } = await listen(server(), '127.0.0.1', 0);
    await expect(listen(server(), '127.0.0.1', port)).rejects.toMatchObject({
      code: 'port.taken',
      params: { host: '127.0.0.1', port },
    });
    await expect(listen(server(), '127.0.0.1', port)).rejects.toThrow(/already in use.*--port/);
  });

  it('on an address that is not this machine’s says so', async () => {
    await expect(listen(server(), '192.0.2.1', 0)).rejects.toMatchObject({ code: 'port.refused' });
  });
});

const originsOf = (...authorities: string[]) => new Map(authorities.map((one) => [one, `http://${one}`]));

it('answers to the bound address and to localhost, with the port', () => {
  expect(ownOrigins('127.0.0.1', bound('127.0.0.1', 8041))).toEqual(
    originsOf('127.0.0.1:8041', 'localhost:8041'),
  );
  expect(ownOrigins('::1', bound('::1', 8041, 'IPv6'))).toEqual(originsOf('[::1]:8041', 'localhost:8041'));
  expect(ownOrigins('127.0.0.1', bound('127.0.0.1', 80))).toEqual(originsOf('127.0.0.1', 'localhost'));
});

it('answers to the address that readers see behind a proxy, by its own origin', () => {
  expect(ownOrigins('127.0.0.1', bound('127.0.0.1', 8041), 'https://reader.example.org')).toEqual(
    new Map([
      ...originsOf('127.0.0.1:8041', 'localhost:8041'),
      ['reader.example.org', 'https://reader.example.org'],
    ]),
  );
  const withPort = ownOrigins('::1', bound('::1', 1), 'https://reader.example.org:8443');
  expect(withPort.get('reader.example.org:8443')).toBe('https://reader.example.org:8443');
});

it('in a reading room answers to its own addresses and no name of the network', () => {
  expect(ownOrigins('192.168.1.5', bound('192.168.1.5', 8041))).toEqual(originsOf('192.168.1.5:8041'));
  const everywhere = [...ownOrigins('0.0.0.0', bound('0.0.0.0', 8041)).keys()];
  const own = Object.values(networkInterfaces()).flat().map((one) => one?.address);
  expect(everywhere).toContain('127.0.0.1:8041');
  for (const name of everywhere) {
    expect([...own, 'localhost', '0.0.0.0']).toContain(name.replace(/:8041$/, '').replace(/^\[|\]$/g, ''));
  }
}); // prettier-ignore

it('prints an address that a browser can open', () => {
  expect(ownOrigin(bound('127.0.0.1', 8041))).toBe('http://127.0.0.1:8041');
  expect(ownOrigin(bound('::1', 8041, 'IPv6'))).toBe('http://[::1]:8041');
  expect(ownOrigin(bound('0.0.0.0', 8041))).not.toContain('0.0.0.0');
});

it('knows which addresses are for this machine only', () => {
  for (const address of ['127.0.0.1', '127.0.0.53', '::1', 'localhost']) {
    expect(isLoopback(address)).toBe(true);
    expect(networkAddresses(address)).toEqual([]);
  }
  for (const address of ['192.168.1.5', '127.evil.example', '::ffff:127.0.0.1']) {
    expect(isLoopback(address)).toBe(false);
    expect(networkAddresses(address)).toEqual([address]);
  }
  for (const address of networkAddresses('0.0.0.0')) expect(isLoopback(address)).toBe(false);
});
