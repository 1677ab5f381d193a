/** Somebody on this machine who listens: whatever arrives here has left the application. */
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface Listener {
  /** For TCP and UDP both. */
  readonly port: number;
  readonly connections: number;
  readonly packets: number;
  close(): Promise<void>;
}

export async function listen(): Promise<Listener> {
  let connections = 0;
  let packets = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => {}).destroy();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const socket = createSocket('udp4').on('message', () => void (packets += 1));
  await new Promise<void>((bound) => socket.bind(port, '127.0.0.1', bound));
  return {
    port,
    get connections() {
      return connections;
    },
    get packets() {
      return packets;
    },
    async close() {
      socket.close();
      await new Promise((closed) => server.close(closed));
    },
  };
}
