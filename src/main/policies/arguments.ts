/** What the program is told when it is started, among all that Chromium and the system put there. */

export interface Arguments {
  library: string | undefined;
}

/** Reads ours and leaves the rest: a start from a desktop must not fail for an argument it did not choose. */
export function readArguments(argv: readonly string[]): Arguments {
  let library: string | undefined;
  argv.forEach((arg, i) => {
    if (arg.startsWith('--library=')) library = arg.slice('--library='.length);
    else if (arg === '--library' && !argv[i + 1]?.startsWith('-')) library = argv[i + 1];
  });
  return { library: library || undefined };
}
