import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { exposure, isLoopback, listen, ownHosts, ownOrigin } from '../../../src/serve/address';

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

it('answers to the bound address and to localhost, with the port', () => {
  expect(ownHosts('127.0.0.1', bound('127.0.0.1', 8041))).toEqual(
    new Set(['127.0.0.1:8041', 'localhost:8041']),
  );
  expect(ownHosts('::1', bound('::1', 8041, 'IPv6'))).toEqual(new Set(['[::1]:8041', 'localhost:8041']));
  expect(ownHosts('127.0.0.1', bound('127.0.0.1', 80))).toEqual(new Set(['127.0.0.1', 'localhost']));
});

it('in a reading room answers to its own addresses and no name of the network', () => {
  expect(ownHosts('192.168.1.5', bound('192.168.1.5', 8041))).toEqual(new Set(['192.168.1.5:8041']));
  const everywhere = ownHosts('0.0.0.0', bound('0.0.0.0', 8041));
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

it('says what it lays open, when it does', () => {
  for (const address of ['127.0.0.1', '127.0.0.53', '::1']) {
    expect(isLoopback(address)).toBe(true);
    expect(exposure(address)).toBeNull();
  }
  for (const address of ['0.0.0.0', '::', '192.168.1.5', '127.evil.example']) {
    expect(isLoopback(address)).toBe(false);
    expect(exposure(address)).toMatch(/whole library and the notes.*unencrypted.*--host/s);
  }
});
