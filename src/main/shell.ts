/** The methods of the contract that this shell answers itself. */
import { existsSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import process from 'node:process';
import { app, dialog, shell } from 'electron';
import type { LibraryClient } from '../library/client';
import { composeHandout, handoutFileName } from '../library/handout-file';
import { makeExport } from '../library/made-file';
import type { PdfPrinter } from '../library/printing/printer';
import { writeWhole } from '../library/write-whole';
import type { ShellMethod } from '../shared/contract';
import { AppError } from '../shared/errors';
import { mayOpenOutside, shownAddress } from '../shared/policies/outside';
import { type Answer, createRouter } from '../shared/router';
import { version } from '../shared/version';
import { proposedPath } from './policies/saving';
import type { Privacy } from './privacy';
import type { StateFile } from './state';
import type { ReaderWindow } from './window';
import type { Words } from './words';

export interface ShellParts {
  library: Pick<LibraryClient, 'call'>;
  printer: PdfPrinter;
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

export function createShell({
  library,
  printer,
  state,
  privacy,
  isPortable,
  words,
  onUnforeseen,
}: ShellParts): AnswerShell {
  const inTurn = createTurns();
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
          folder: app.getPath('userData'),
        }),
        async 'shell.print'(request) {
          const handout = await composeHandout(library, request);
          // Asked first: whoever thinks better of it has not waited for the printing.
          const path = await inTurn(
            window,
            () => askWhere(window, handoutFileName(handout), { state, privacy }),
            undefined,
          );
          if (path === undefined) return { state: 'cancelled' };
          const { bytes, pages } = await printer.print(handout);
          await writeWhole(path, bytes);
          return { state: 'saved', path, pages };
        },
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
        'shell.leave': () => {
          window.left();
          return {};
        },
      },
      { onUnforeseen },
    );
    return route(method, input);
  };
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
