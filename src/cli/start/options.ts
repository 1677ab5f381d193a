/** What `paralel start` may be told. */
import { parseArgs } from 'node:util';

export const START_HELP = `Usage: paralel start [options]

Opens the reader: in a window of its own where Electron is here or can be fetched, otherwise in the browser.
In the browser it closes some seconds after its last window; without a display it stays until Ctrl-C.

  --browser        in the browser in any case
  --no-open        in the browser, but open none: print the address only
  --stay           in the browser, and stay open when its last window has been closed
  --port N         the port for the browser (otherwise any that is free)
  --library DIR    the folder with the library (otherwise PARALEL_LIBRARY, or the usual place)
  --help           show this
`;

export interface StartOptions {
  browser: boolean;
  open: boolean;
  stay: boolean;
  library: string | undefined;
  port: string | undefined;
}

/** @throws TypeError where it does not understand; returns null where help is asked for */
export function parseStartOptions(args: readonly string[]): StartOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      stay: { type: 'boolean', default: false },
      port: { type: 'string' },
      library: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return null;
  return {
    browser: values.browser || values['no-open'] || values.stay || values.port !== undefined,
    open: !values['no-open'],
    stay: values.stay,
    library: values.library,
    port: values.port,
  };
}

/** What the loopback host is told, which opens the reader in a browser. */
export function hostArguments({ library, port, open, stay }: StartOptions, hasDisplay: boolean): string[] {
  return [
    ...(library ? ['--library', library] : []),
    ...(port ? ['--port', port] : []),
    ...(open && hasDisplay ? ['--open'] : []),
    // Without a display its windows are on other machines, and come and go.
    ...(hasDisplay && !stay ? ['--until-closed'] : []),
  ];
}
