/** The methods of the contract that this shell answers itself. */
import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import process from 'node:process';
import { app, dialog, shell } from 'electron';
import type { LibraryClient } from '../library/client';
import {
  composeHandout,
  freeName,
  handoutFileName,
  makeFiles,
  previewHandout,
} from '../library/handout-files';
import { makeExport } from '../library/made-file';
import { createJobs, type Jobs } from '../library/printing/jobs';
import { writeWhole } from '../library/write-whole';
import type { Output, Parsed, ShellMethod } from '../shared/contract';
import { AppError } from '../shared/errors';
import { mayOpenOutside, shownAddress } from '../shared/policies/outside';
import { type Answer, createRouter } from '../shared/router';
import { version } from '../shared/version';
import { proposedPath } from './policies/saving';
import type { WindowPrinter } from './printer';
import type { Privacy } from './privacy';
import type { StateFile } from './state';
import type { ReaderWindow } from './window';
import type { Words } from './words';

export interface ShellParts {
  library: Pick<LibraryClient, 'call'>;
  printer: WindowPrinter;
  state: StateFile;
  privacy: Pick<Privacy, 'isPrivate' | 'setPrivate'>;
  isPortable: boolean;
  words(): Words;
  onUnforeseen(error: unknown): void;
}

export type AnswerShell = (method: string, input: unknown, window: ReaderWindow) => Promise<Answer>;

/** Asks the reader in a window, unless something is being asked there: however often a page asks, one dialog stands in the way. */
type AskInTurn = <T>(window: ReaderWindow, ask: () => Promise<T>, otherwise: T) => Promise<T>;

function createTurns(): AskInTurn {
  const asking = new WeakSet<ReaderWindow>();
  return async (window, ask, otherwise) => {
    if (asking.has(window)) return otherwise;
    asking.add(window);
    try {
      return await ask();
    } finally {
      asking.delete(window);
    }
  };
}

export function createShell(parts: ShellParts): AnswerShell {
  const { library, printer, state, privacy, isPortable, words, onUnforeseen } = parts;
  const inTurn = createTurns();
  const jobs = createJobs();
  return (method, input, window) => {
    const route = createRouter<ShellMethod>(
      {
        'shell.info': () => ({
          kind: 'electron',
          platform: process.platform,
          version,
          engine: `Electron ${process.versions['electron']}, Chromium ${process.versions['chrome']}`,
          readOnly: false,
          portable: isPortable,
          isPrivate: privacy.isPrivate,
          printsPaper: true,
          folder: app.getPath('userData'),
        }),
        'shell.print': (wanted) => print(wanted, window, { ...parts, inTurn, jobs }),
        'shell.preview': ({ request, job }) =>
          jobs.run(job, (signal) => previewHandout(library, printer, request, signal)),
        'shell.stop': ({ job }) => {
          jobs.stop(job);
          return {};
        },
        'shell.paper': ({ request, job }) =>
          jobs.run(job, async (signal) => {
            const isDone = await printer.paper(await composeHandout(library, request), signal);
            return { state: isDone ? ('printed' as const) : ('cancelled' as const) };
          }),
        async 'shell.export'(request) {
          const { name, bytes } = await makeExport(library, request);
          const path = await inTurn(window, () => askWhere(window, name, { state, privacy }), undefined);
          if (path === undefined) return { state: 'cancelled' };
          await writeWhole(path, bytes);
          return { state: 'saved', path };
        },
        async 'shell.open-outside'({ url }) {
          if (!mayOpenOutside(url)) throw new AppError('link.refused', { url });
          const address = shownAddress(url);
          const isAgreed = await inTurn(window, () => askWhetherOutside(window, words(), address), false);
          if (!isAgreed) return { state: 'declined' };
          await shell.openExternal(address);
          return { state: 'opened' };
        },
        'shell.private': ({ isPrivate }) => {
          privacy.setPrivate(isPrivate);
          return {};
        },
        'shell.finishing': () => {
          window.finishing();
          return {};
        },
        'shell.leave': ({ unsaved }) => {
          window.left(unsaved);
          return {};
        },
      },
      { onUnforeseen },
    );
    return route(method, input);
  };
}

type Printed = Output<'shell.print'>;

/** Where to is asked first: whoever thinks better of it has not waited for the printing. */
async function print(
  { job, ...wanted }: Parsed<'shell.print'>,
  window: ReaderWindow,
  parts: ShellParts & { inTurn: AskInTurn; jobs: Jobs },
): Promise<Printed> {
  const { library, printer, inTurn, jobs } = parts;
  const isMany = wanted.apart && wanted.request.articles.length > 1;
  const composed = isMany ? undefined : await composeHandout(library, wanted.request);
  const name = composed ? handoutFileName(composed, wanted.as) : '';
  const path = await inTurn(
    window,
    () => (isMany ? askFolder(window, parts) : askWhere(window, name, parts)),
    undefined,
  );
  if (path === undefined) return { state: 'cancelled' };
  return jobs.run(job, async (signal): Promise<Printed> => {
    const made = await makeFiles(
      wanted,
      async (request) => composed ?? composeHandout(library, request),
      async () => printer,
      (file, { bytes }) =>
        writeWhole(
          isMany
            ? join(
                path,
                freeName(file, (taken) => existsSync(join(path, taken))),
              )
            : path,
          bytes,
        ),
      {
        signal,
        onProgress: (done, total) => {
          if (job !== undefined) window.tell({ type: 'progress', job, done, total });
        },
      },
    );
    return { state: 'saved', path, ...made };
  });
}

/** For several files; one that is there already is not replaced. */
async function askFolder(
  { browser }: ReaderWindow,
  { state, privacy }: Pick<ShellParts, 'state' | 'privacy'>,
): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(browser, {
    defaultPath: proposedPath('', state.state.saveFolder, app.getPath('documents'), existsSync),
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  const [folder] = filePaths;
  if (canceled || !folder) return undefined;
  if (!privacy.isPrivate) state.change({ saveFolder: folder });
  return folder;
}

async function askWhere(
  { browser }: ReaderWindow,
  name: string,
  { state, privacy }: Pick<ShellParts, 'state' | 'privacy'>,
): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(browser, {
    defaultPath: proposedPath(name, state.state.saveFolder, app.getPath('documents'), existsSync),
    filters: [{ name: extname(name).slice(1).toUpperCase(), extensions: [extname(name).slice(1)] }],
    // Windows would list the file among those opened last.
    properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return undefined;
  if (!privacy.isPrivate) state.change({ saveFolder: dirname(filePath) });
  return filePath;
}

/** The address is shown whole, and staying is what Enter and Escape do. */
async function askWhetherOutside({ browser }: ReaderWindow, words: Words, address: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(browser, {
    type: 'question',
    message: words('dialogs.outside'),
    detail: address,
    buttons: [words('dialogs.openOutside'), words('dialogs.stay')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
