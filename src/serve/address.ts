/** Where the host listens, and what it answers to. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { AppError } from '../shared/errors';
import { authority, type Origins } from './guards';

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

/**
 * Every authority that is ours: the address that is bound and the names that mean it, and behind a reverse proxy
 * the one that readers see.
 */
export function ownOrigins(asked: string, { address, port }: AddressInfo, published?: string): Origins {
  const names = [
    address,
    asked.toLowerCase(),
    ...(isLoopback(address) || isEverywhere(address) ? ['localhost'] : []),
    ...(isEverywhere(address) ? addressesOfThisMachine() : []),
  ];
  const origins = names.map((name) => authority(name, port)).map((own) => [own, `http://${own}`] as const);
  return new Map(published === undefined ? origins : [...origins, [new URL(published).host, published]]);
}

/** The address that a browser is to open. */
export function ownOrigin({ address, port }: AddressInfo): string {
  const [first] = isEverywhere(address) ? networkAddresses(address) : [address];
  return `http://${authority(first ?? '127.0.0.1', port)}`;
}

export const isEverywhere = (address: string): boolean => address === '0.0.0.0' || address === '::';

/** The addresses under which others reach what is bound to this one. */
export function networkAddresses(address: string): string[] {
  const all = isEverywhere(address) ? addressesOfThisMachine() : [address];
  return all.filter((one) => !isLoopback(one));
}

function addressesOfThisMachine(): string[] {
  return Object.values(networkInterfaces())
    .flat()
    .filter((one) => one !== undefined)
    .filter((one) => !one.address.startsWith('fe80:'))
    .map((one) => one.address);
}
