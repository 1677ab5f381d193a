/** Our processes in Electron's kind of child process: `fork` is not there once the runAsNode fuse is off. */
import { utilityProcess } from 'electron';
import type { Channel, Line } from '../library/channel';
import { type Finisher, TIDY } from '../library/printing/finish-apart';

interface UtilityOptions {
  name: string;
  args?: readonly string[];
  execArgv?: string[];
}

/** To be called after `ready`. */
function utilityLine<Sent, Heard>(
  script: string,
  { name, args = [], execArgv = [] }: UtilityOptions,
): Line<Sent, Heard> {
  const child = utilityProcess.fork(script, [...args], { serviceName: name, stdio: 'inherit', execArgv });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: Heard) => listener(message)),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}

export const utilityChannel = (script: string, args: readonly string[]): Channel =>
  utilityLine(script, { name: 'Paralel library', args });

export const utilityFinisher = (script: string): Finisher =>
  utilityLine(script, { name: 'Paralel printing', execArgv: [`--js-flags=${TIDY}`] });
