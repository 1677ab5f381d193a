/** Where the host listens, what it answers to, and what that lays open. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { AppError } from '../shared/errors';
import { authority } from './guards';

export function isLoopback(address: string): boolean {
  return address === '::1' || address === 'localhost' || /^127\.\d+\.\d+\.\d+$/.test(address);
}

/** @throws AppError 'port.taken' | 'port.refused' */
export function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const code = cause.code === 'EADDRINUSE' ? 'port.taken' : 'port.refused';
      reject(new AppError(code, { host, port, detail: cause.code ?? cause.message }, { cause }));
    });
    server.listen({ host, port, exclusive: true }, () => resolve(server.address() as AddressInfo));
  });
}

/** Every Host that is ours: the address that is bound, and the names that mean it. */
export function ownHosts(asked: string, { address, port }: AddressInfo): Set<string> {
  const isEverywhere = address === '0.0.0.0' || address === '::';
  const names = [
    address,
    asked.toLowerCase(),
    ...(isLoopback(address) || isEverywhere ? ['localhost'] : []),
    ...(isEverywhere ? addressesOfThisMachine() : []),
  ];
  return new Set(names.map((name) => authority(name, port)));
}

/** The address that a browser is to open. */
export function ownOrigin({ address, port }: AddressInfo): string {
  const isEverywhere = address === '0.0.0.0' || address === '::';
  const [first] = isEverywhere ? addressesOfThisMachine().filter((one) => !isLoopback(one)) : [address];
  return `http://${authority(first ?? '127.0.0.1', port)}`;
}

export function exposure(address: string): string | null {
  if (isLoopback(address)) return null;
  return (
    `Paralel listens on ${address}, not only for this machine. Whoever is on the network and has the address below ` +
    'can read the whole library and the notes in it, and change its settings; what they read crosses the network ' +
    'unencrypted. Leave out --host to keep it to this machine.'
  );
}

function addressesOfThisMachine(): string[] {
  return Object.values(networkInterfaces())
    .flat()
    .filter((one) => one !== undefined)
    .filter((one) => !one.address.startsWith('fe80:'))
    .map((one) => one.address);
}
