/**
 * Electron's single instance, really locked: an exclusive lock on a file in the user's folder, which the system takes
 * back from a process however it ends, and a socket by which a second process tells the first that it was started.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';

export interface Start {
  argv: string[];
  cwd: string;
  data: unknown;
}

let lock: DatabaseSync | undefined;
let server: Server | undefined;
/** A second process has something to say before it ends. */
let telling: Promise<void> = Promise.resolve();

export const hasInstanceLock = (): boolean => lock !== undefined;
export const toldFirstInstance = (): Promise<void> => telling;

/** A socket's name is at most some hundred bytes, wherever the user's folder is. */
const LONGEST = 100;

function socketFor(userData: string): string {
  const name = `paralel-double-${createHash('sha256').update(userData).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const path = join(userData, 'double.sock');
  return Buffer.byteLength(path) <= LONGEST ? path : join(tmpdir(), `${name}.sock`);
}

export function requestInstanceLock(
  userData: string,
  data: unknown,
  onSecond: (start: Start) => void,
): boolean {
  if (lock) return true;
  mkdirSync(userData, { recursive: true });
  const database = new DatabaseSync(join(userData, 'double.lock'));
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch {
    database.close();
    telling = tellFirst(socketFor(userData), { argv: process.argv, cwd: process.cwd(), data });
    return false;
  }
  lock = database;
  server = listen(socketFor(userData), onSecond);
  return true;
}

export function releaseInstanceLock(): void {
  server?.close();
  lock?.close();
  lock = server = undefined;
}

function listen(path: string, onSecond: (start: Start) => void): Server {
  if (process.platform !== 'win32') rmSync(path, { force: true }); // left by a process that was killed
  const listening = createServer((socket) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    socket.on('end', () => {
      socket.end();
      onSecond(JSON.parse(text) as Start);
    });
    socket.on('error', () => {});
  });
  return listening.listen(path).unref();
}

/** Resolves when the first has heard it, or has gone. */
function tellFirst(path: string, start: Start): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(path, () => socket.end(JSON.stringify(start)));
    socket.on('close', () => resolve()).on('error', () => resolve());
    socket.resume();
  });
}
