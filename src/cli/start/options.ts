/** What `paralel start` may be told. */
import { parseArgs } from 'node:util';

export const START_HELP = `Usage: paralel start [options]

Opens the reader: in a window of its own where Electron is here or can be fetched, otherwise in the browser.

  --browser        in the browser in any case
  --no-open        in the browser, but open none: print the address only
  --port N         the port for the browser (otherwise any that is free)
  --library DIR    the folder with the library (otherwise PARALEL_LIBRARY, or the usual place)
  --help           show this
`;

export interface StartOptions {
  browser: boolean;
  open: boolean;
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
      port: { type: 'string' },
      library: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return null;
  return {
    browser: values.browser || values['no-open'] || values.port !== undefined,
    open: !values['no-open'],
    library: values.library,
    port: values.port,
  };
}
