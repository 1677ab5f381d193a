import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { downloadEndpoint, unreachable } from '../../../src/cli/start/network';

it('asks where Electron’s installer would ask', () => {
  expect(downloadEndpoint({})).toEqual({ host: 'github.com', port: 443 });
  expect(downloadEndpoint({ ELECTRON_MIRROR: 'https://npmmirror.com/mirrors/electron/' })).toEqual({ host: 'npmmirror.com', port: 443 });
  expect(downloadEndpoint({ npm_config_electron_mirror: 'http://[::1]:8080/' })).toEqual({ host: '::1', port: 8080 });
  // Without the first of these two the installer does not use a proxy (@electron/get).
  expect(downloadEndpoint({ HTTPS_PROXY: 'http://proxy:3128' }).host).toBe('github.com');
  expect(downloadEndpoint({ ELECTRON_GET_USE_PROXY: '1', HTTPS_PROXY: 'http://proxy:3128' })).toEqual({ host: 'proxy', port: 3128 });
  expect(downloadEndpoint({ ELECTRON_MIRROR: 'not an address' }).host).toBe('github.com');
}); // prettier-ignore

it('tells a network that answers from one that refuses or is silent', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  expect(await unreachable({ host: '127.0.0.1', port })).toBeNull();
  await new Promise((resolve) => server.close(resolve));
  expect(await unreachable({ host: '127.0.0.1', port })).toMatch(
    /127\.0\.0\.1 cannot be reached \(ECONNREFUSED\)/,
  );
  expect(await unreachable({ host: 'no-such-host.invalid', port: 443 })).toMatch(/no-such-host\.invalid/);
  // An address for documentation, where nobody is (RFC 5737).
  expect(await unreachable({ host: '192.0.2.1', port: 443 }, 50)).toMatch(/192\.0\.2\.1/);
});
