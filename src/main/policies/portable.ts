/** Portable mode: everything beside the program, nothing on the machine it is plugged into. */
import { dirname, join } from 'node:path';

export interface Whereabouts {
  /** `--portable` was said. */
  asked: boolean;
  env: Readonly<Record<string, string | undefined>>;
  /** The program's file. */
  exe: string;
  platform: NodeJS.Platform;
}

const FOLDER = 'Paralel data';

/** The folder for everything, or undefined where Paralel is not portable. */
export function portableFolder({ asked, env, exe, platform }: Whereabouts): string | undefined {
  // Windows' portable program unpacks itself elsewhere, and says where it was started from. It is always portable.
  const unpackedFrom = env['PORTABLE_EXECUTABLE_DIR'];
  if (unpackedFrom) return join(unpackedFrom, FOLDER);
  if (!asked) return undefined;
  // An AppImage is mounted somewhere temporary; a Mac's program is a folder of folders.
  const file = env['APPIMAGE'] || (platform === 'darwin' ? join(exe, '../../..') : exe);
  return join(dirname(file), FOLDER);
}

/**
 * Where the shell and Chromium keep what is theirs, if not in Electron's usual place: on a Mac that is the library's
 * folder, too.
 */
export function programFolder(
  portable: string | undefined,
  where: { platform: NodeJS.Platform; appData: string },
): string | undefined {
  if (portable) return join(portable, 'program');
  return where.platform === 'darwin' ? join(where.appData, 'Paralel', 'program') : undefined;
}
