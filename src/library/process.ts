/** The library in a process of its own: SQLite never runs where a window is drawn. See channel.ts for the messages. */
import { parseArgs } from 'node:util';
import { toReport } from '../shared/errors';
import type { Reply, Request } from './channel';
import { type Library, openLibrary } from './library';

/** Electron's utility process has a port; a child process of Node has `send`. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: Request }) => void): void;
  postMessage(message: Reply): void;
}
const port = (process as NodeJS.Process & { parentPort?: ParentPort }).parentPort;

const send = (message: Reply): void => (port ? port.postMessage(message) : void process.send?.(message));

const { values } = parseArgs({
  options: {
    library: { type: 'string' },
    resources: { type: 'string' },
    'read-only': { type: 'boolean', default: false },
  },
  strict: false,
});

let library: Library | undefined;
try {
  library = openLibrary({
    folder: String(values.library),
    resources: String(values.resources),
    readOnly: values['read-only'] === true,
    onUnforeseen: (error) => console.error(error),
    onNotice: (notice) => send({ notice }),
  });
} catch (error) {
  send({ failed: toReport(error) });
}

function close(): void {
  library?.close();
  process.exit(0);
}

function receive(message: Request): void {
  if ('close' in message) close();
  else if (library) {
    void library.answer(message.method, message.input).then((answer) => send({ id: message.id, answer }));
  }
}

if (port) port.on('message', ({ data }) => receive(data));
else {
  process.on('message', receive);
  // The host has gone, however it went.
  process.on('disconnect', close);
  // Ctrl-C reaches every process of the terminal; the host closes us when it is done.
  process.on('SIGINT', () => {});
}
if (library) send({ ready: true });
