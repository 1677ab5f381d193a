/** What `paralel serve` may be told. */
import { parseArgs } from 'node:util';

export interface ServeOptions {
  /** 0: any that is free. */
  port: number;
  host: string;
  library: string | undefined;
  /** Open the address in the machine's browser. */
  open: boolean;
}

export const SERVE_HELP = `Usage: paralel serve [options]

Opens the reader for a browser on this machine and stays until Ctrl-C.

  --port N         listen on this port (otherwise any that is free)
  --host ADDRESS   listen on this address (otherwise 127.0.0.1: this machine only)
  --library DIR    the folder with the library (otherwise PARALEL_LIBRARY, or the usual place)
  --open           open the address in the browser
  --help           show this
`;

/** What was typed cannot be understood: exit code 2. */
export class Misuse extends Error {}

/** @throws Misuse; returns null where help is asked for */
export function parseServeOptions(args: readonly string[]): ServeOptions | null {
  const { values } = parse(args);
  if (values.help) return null;
  const port = values.port === undefined ? 0 : Number(values.port);
  if (!/^\d+$/.test(values.port ?? '0') || port > 65_535) {
    throw new Misuse(`--port takes a number from 0 to 65535, not “${values.port}”.`);
  }
  return { port, host: values.host ?? '127.0.0.1', library: values.library, open: values.open ?? false };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        library: { type: 'string' },
        open: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (cause) {
    throw new Misuse((cause as Error).message, { cause });
  }
}
