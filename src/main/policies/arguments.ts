/** What the program is told when it is started, among all that Chromium and the system put there. */
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathOfLink } from '../../shared/links';

/** Something that the reader is brought to, or told that it cannot be opened. */
export type Arrival =
  | { kind: 'path'; path: string }
  | { kind: 'unknown-link'; link: string }
  | { kind: 'file'; path: string }
  /** A second start asked for it. */
  | { kind: 'library'; path: string };

export interface Arguments {
  library: string | undefined;
  portable: boolean;
  arrivals: Arrival[];
}

/** More than a person opens at once; the rest is left. */
const MOST_ARRIVALS = 20;
const LONGEST_SHOWN = 120;

/**
 * Reads ours and leaves the rest: a start from a desktop must not fail for an argument it did not choose.
 * @param argv without the program itself
 * @param folder where it was started, for files that are named from there
 * @param isPackaged otherwise the first name is that of our own code, which Electron has been told to run
 */
export function readArguments(argv: readonly string[], folder: string, isPackaged: boolean): Arguments {
  let library: string | undefined;
  let portable = false;
  let onlyNames = false;
  const arrivals: Arrival[] = [];
  for (let i = 0; i < argv.length; i += 1) {
    const arg = argv[i] ?? '';
    const next = argv[i + 1];
    if (!onlyNames && arg === '--') onlyNames = true;
    else if (!onlyNames && arg.startsWith('--library=')) library = arg.slice('--library='.length);
    else if (!onlyNames && arg === '--library') {
      if (next !== undefined && !next.startsWith('-')) library = argv[(i += 1)];
    } else if (!onlyNames && arg === '--portable') portable = true;
    else if ((onlyNames || !arg.startsWith('-')) && arg !== '') arrivals.push(arrivalOf(arg, folder));
  }
  const given = isPackaged ? arrivals : arrivals.slice(1);
  return { library: library || undefined, portable, arrivals: given.slice(0, MOST_ARRIVALS) };
}

/** A file's name or a link, from a command line, a double click or another program. */
export function arrivalOf(arg: string, folder: string): Arrival {
  if (!/^paralel:/i.test(arg)) return { kind: 'file', path: fileOf(arg, folder) };
  const path = pathOfLink(arg);
  return path === undefined ? { kind: 'unknown-link', link: arg } : { kind: 'path', path };
}

/** A desktop hands files on as paths or as `file:` addresses; one on another machine is left as it came. */
function fileOf(arg: string, folder: string): string {
  if (!/^file:/i.test(arg) || !URL.canParse(arg)) return resolve(folder, arg);
  const { host } = new URL(arg);
  if (host !== '' && host !== 'localhost') return arg;
  try {
    return fileURLToPath(new URL(arg).href.replace('//localhost/', '///'));
  } catch {
    // An encoded slash, or no drive: no path of this system.
    return arg;
  }
}

/** Fit to stand in a sentence: no control or bidirectional characters, not longer than a line. */
export function shownName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/')).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
  return shorten(plain);
}

/** A link, or what a page would have a dialog say. */
export function shownWords(words: string): string {
  return shorten(words.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ''));
}

function shorten(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST_SHOWN ? `${letters.slice(0, LONGEST_SHOWN).join('')}…` : text;
}
