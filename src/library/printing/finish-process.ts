/** Finishes one PDF in a process of its own, and ends. See finish-apart.ts for who starts it. */
import type { FinishReply, FinishRequest } from './finish-apart';
import { finishPdf } from './finish';

/** Electron's utility process has a port; a child process of Node has `send`. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: FinishRequest }) => void): void;
  postMessage(message: FinishReply): void;
}
const port = (process as NodeJS.Process & { parentPort?: ParentPort }).parentPort;

const send = (message: FinishReply): void =>
  port ? port.postMessage(message) : void process.send?.(message);

async function receive({ printed, handout }: FinishRequest): Promise<void> {
  try {
    send({ made: await finishPdf(printed, handout) });
  } catch (error) {
    send({ failed: error instanceof Error ? error.message : String(error) });
  }
}

if (port) port.on('message', ({ data }) => void receive(data));
else {
  process.on('message', (message: FinishRequest) => void receive(message));
  // The host has what it wanted, or has gone.
  process.on('disconnect', () => process.exit(0));
}
