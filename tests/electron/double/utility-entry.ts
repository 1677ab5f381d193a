/** The first thing in a utility process: what Electron has in the place of Node's `process.send`. */
import { EventEmitter } from 'node:events';
import process from 'node:process';
import { sealArchives } from './archive.ts';
import { enforceIcu } from './icu.ts';

const { send } = process;

class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    // As Electron carries it: a Buffer arrives as the bytes that it is made of.
    send?.call(process, structuredClone(message), () => {});
  }
  start(): void {}
  pause(): void {}
}

const parentPort = new ParentPort();
process.on('message', (data) => parentPort.emit('message', { data: structuredClone(data), ports: [] }));
// The application has gone, however it went.
process.on('disconnect', () => process.exit(0));

Object.defineProperty(process, 'send', { value: undefined });
Object.defineProperty(process, 'type', { value: 'utility' });
Object.defineProperty(process, 'parentPort', { value: parentPort });
enforceIcu();
sealArchives();
