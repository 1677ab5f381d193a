/** What `paralel serve` may be told. */
import { parseArgs } from 'node:util';
import { isLoopback } from './address';

export interface ServeOptions {
  /** 0: any that is free. */
  port: number;
  host: string;
  library: string | undefined;
  /** Open the address in the machine's browser. */
  open: boolean;
  /** A reading room: readers can change nothing and do not see what the owner wrote. */
  readOnly: boolean;
  /** The origin that readers see, where a reverse proxy stands before this host. */
  origin: string | undefined;
  /** Close with the last window. */
  untilClosed: boolean;
}

export const SERVE_HELP = `Usage: paralel serve [options]

Opens the reader for a browser on this machine and stays until Ctrl-C.

  --port N         listen on this port (otherwise any that is free)
  --host ADDRESS   listen on this address (otherwise 127.0.0.1: this machine only)
  --read-only      for a reading room: readers change nothing, and do not see your notes, settings and places
  --origin URL     behind a reverse proxy: the address that readers see, such as https://reader.example.org
  --library DIR    the folder with the library (otherwise PARALEL_LIBRARY, or the usual place)
  --open           open the address in the browser
  --until-closed   close some seconds after the last window has been closed
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
  // An empty one would be every address of this machine.
  if (values.host?.trim() === '')
    throw new Misuse('--host takes an address, such as 127.0.0.1, not nothing.');
  return {
    port,
    host: values.host ?? '127.0.0.1',
    library: values.library,
    open: values.open ?? false,
    readOnly: values['read-only'] ?? false,
    origin: values.origin === undefined ? undefined : parseOrigin(values.origin),
    untilClosed: values['until-closed'] ?? false,
  };
}

/** As a browser writes it: no path, no capital, no port that goes without saying. */
function parseOrigin(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (!url || url.href !== `${url.origin}/` || !/^[a-z\d.-]+$|^\[[\da-f:]+\]$/.test(url.hostname)) {
    throw new Misuse(
      `--origin takes an address without a path, such as https://reader.example.org, not “${typed}”.`,
    );
  }
  if (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && isLoopback(url.hostname.replace(/^\[|\]$/g, '')))
  )
    return url.origin;
  throw new Misuse(
    `--origin takes an https address, not “${typed}”: the cookie that lets a reader in would be read on the way.`,
  );
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
        'read-only': { type: 'boolean' },
        origin: { type: 'string' },
        'until-closed': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (cause) {
    throw new Misuse((cause as Error).message, { cause });
  }
}
