/**
 * `paralel serve`: the reader in a browser of this machine. An entry of its own, so that it starts on little code.
 * Its folder is where the build puts it (out/main); no other module may import it.
 */
import { join } from 'node:path';
import process from 'node:process';
import { forkChannel } from '../library/channel';
import { type LibraryClient, type ShownNotice, startLibrary } from '../library/client';
import { libraryFolder } from '../library/location';
import { createJobs } from '../library/printing/jobs';
import type { HandoutPrinter } from '../library/printing/printer';
import { readWindowFiles, type WindowFiles } from '../library/window-files';
import { AppError, toReport } from '../shared/errors';
import { listen, ownOrigin, ownOrigins } from './address';
import { watchAttendance } from './attendance';
import { createDownloads } from './downloads';
import { exposure, openingOf } from './exposure';
import { createHost, type Entrance, type HostParts } from './host';
import { Misuse, parseServeOptions, SERVE_HELP, type ServeOptions } from './options';
import { createPrivateReading } from './private';
import { createQueue } from './queue';
import { createSession } from './session';
import { createWindows } from './windows';

const BUILT = import.meta.dirname;
const WINDOW = join(BUILT, '../renderer');
const RESOURCES = join(BUILT, '../../resources/library');

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const onUnforeseen = (error: unknown): void =>
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Stays until it is told to stop. Resolves to the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const options = parseServeOptions(args);
    if (options) return await serve(options);
    process.stdout.write(SERVE_HELP);
    return 0;
  } catch (error) {
    if (error instanceof Misuse) say(`${error.message}\n\n${SERVE_HELP}`);
    else if (error instanceof AppError) say(error.message);
    else onUnforeseen(error);
    return error instanceof Misuse ? 2 : 1;
  }
}

/** A room of readers shares the machine: who comes when as many wait is asked to try again. */
const PRINTING = { atOnce: 2, waiting: 4 };

async function serve(options: ServeOptions): Promise<number> {
  let entrance: Entrance | undefined = undefined;
  let library: LibraryClient | undefined = undefined;
  let printer: Promise<HandoutPrinter> | undefined;
  const deserted = Promise.withResolvers<'deserted'>();
  const note = options.untilClosed ? watchAttendance(() => deserted.resolve('deserted')) : () => {};
  const windows = createWindows({ note });
  const privacy = createPrivateReading(windows);
  const downloads = createDownloads();
  const printing = createQueue(PRINTING);
  const jobs = createJobs();
  const relay: HostParts['library'] = {
    call: async (method, input) =>
      library ? library.call(method, input) : { ok: false, error: toReport(new AppError('library.stopped')) },
  };
  const server = createHost({
    files: readWindow(),
    library: relay,
    async shell(method, input, signal, window) {
      const { answerShell } = await import('./shell');
      return answerShell(method, input, signal, {
        library: relay,
        downloads,
        printer: () => (printer ??= openPrinter()),
        printing,
        jobs,
        tell: (event) => windows.tellOne(event, window),
        readOnly: options.readOnly,
        privacy,
        onUnforeseen,
      });
    },
    downloads,
    windows,
    privacy,
    note,
    entrance: () => entrance,
    onUnforeseen,
  });

  // The address is told before the library is open: a browser takes longer to start than it does.
  const bound = await listen(server, options.host, options.port);
  const session = createSession(bound.port);
  entrance = { session, origins: ownOrigins(options.host, bound, options.origin) };
  const origin = options.origin ?? ownOrigin(bound);
  const warning = exposure(openingOf(bound.address, options.origin, options.readOnly));
  if (warning) say(warning);
  say(
    `Paralel is open. Open this address in a browser; ${options.untilClosed ? ENDS_WITH_WINDOW : ENDS_WITH_US}:`,
  );
  process.stdout.write(`${origin}/?token=${session.token}\n`);

  const args = ['--library', libraryFolder(options.library), '--resources', RESOURCES];
  if (options.readOnly) args.push('--read-only');
  const tell = (notice: ShownNotice): void => windows.tell({ type: 'notice', notice });
  library = startLibrary(() => forkChannel({ script: join(BUILT, 'library.js'), args }), {
    onRestart: () => tell({ code: 'library-restarted', params: {} }),
    onNotice: tell,
  });
  if (options.open) void openBrowser(`${origin}/?token=${session.ticket()}`);

  const why = await Promise.race([toldToStop(), deserted.promise]);
  say(why === 'deserted' ? 'The last window was closed; Paralel closes.' : 'Paralel is closing.');
  windows.close();
  server.close();
  server.closeAllConnections();
  await library.close();
  await (await printer)?.close();
  return 0;
}

const ENDS_WITH_US = 'Ctrl-C closes Paralel';
const ENDS_WITH_WINDOW = 'Paralel closes with its last window, or with Ctrl-C';

function readWindow(): WindowFiles {
  try {
    return readWindowFiles(WINDOW);
  } catch (cause) {
    throw new AppError('resource.missing', { file: WINDOW }, { cause });
  }
}

async function openPrinter(): Promise<HandoutPrinter> {
  const { forkPrinter, PrinterApart } = await import('../library/printing/print-apart');
  return new PrinterApart(() => forkPrinter(BUILT, WINDOW));
}

/** The address is printed as well, so that a machine where this fails has lost nothing. */
async function openBrowser(address: string): Promise<void> {
  try {
    const { default: open } = await import('open');
    const browser = await open(address);
    browser.on('error', () => say('No browser could be opened here.'));
  } catch (error) {
    say(`No browser could be opened here (${toReport(error).message}).`);
  }
}

/** The second time it ends at once. */
function toldToStop(): Promise<'told'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve('told'));
  });
}
