/** The library in Electron's kind of child process: `fork` is not there once the runAsNode fuse is off. */
import { utilityProcess } from 'electron';
import type { Channel, Reply } from '../library/channel';

/** To be called after `ready`. */
export function utilityChannel(script: string, args: readonly string[]): Channel {
  const child = utilityProcess.fork(script, [...args], { serviceName: 'Paralel library', stdio: 'inherit' });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: Reply) => listener(message)),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}
