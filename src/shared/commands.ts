/**
 * What a reader can ask for with a key or from a menu. The window, the menu and the list of keys derive from this table.
 * Keys are written as tinykeys reads them; `$mod` is ⌘ on a Mac and Ctrl elsewhere.
 */

export interface CommandSpec {
  keys?: string;
  /** Where a Mac differs. */
  macKeys?: string;
  /** Answered by the desktop shell itself, or with keys that a browser keeps for itself. */
  desktopOnly?: true;
  /** Only while an article is on show. */
  inArticle?: true;
}

const TABLE = {
  'new-window': { keys: '$mod+n', desktopOnly: true },
  print: { keys: '$mod+p', inArticle: true },
  'close-window': { keys: '$mod+w', desktopOnly: true },
  search: { keys: '$mod+k' },
  find: { keys: '$mod+f', inArticle: true },
  /** On a Mac as in Preview; elsewhere what no browser has for itself, and every keyboard has. */
  note: { keys: 'F2', macKeys: '$mod+Control+n', inArticle: true },
  highlight: { keys: '$mod+Shift+h', macKeys: '$mod+Control+h', inArticle: true },
  'copy-link': { keys: '$mod+Shift+c', desktopOnly: true },
  back: { keys: 'Alt+ArrowLeft', macKeys: '$mod+[' },
  forward: { keys: 'Alt+ArrowRight', macKeys: '$mod+]' },
  articles: { keys: '$mod+1', desktopOnly: true },
  names: { keys: '$mod+2', desktopOnly: true },
  figures: { keys: '$mod+3', desktopOnly: true },
  notebook: { keys: '$mod+4', desktopOnly: true },
  handout: { keys: '$mod+5', desktopOnly: true },
  map: { keys: '$mod+6', desktopOnly: true },
  timeline: { keys: '$mod+7', desktopOnly: true },
  findings: {},
  compare: {},
  match: {},
  changes: {},
  import: {},
  /** For every window, on or off. */
  private: {},
  settings: { keys: '$mod+,', desktopOnly: true },
  keys: { keys: '$mod+/' },
  welcome: {},
  about: {},
} as const satisfies Record<string, CommandSpec>;

export type Command = keyof typeof TABLE;

export const COMMANDS: Readonly<Record<Command, CommandSpec>> = TABLE;
export const COMMAND_NAMES = Object.keys(TABLE) as [Command, ...Command[]];

export function keysOf(command: Command, isMac: boolean): string | undefined {
  const { keys, macKeys } = COMMANDS[command];
  return isMac ? (macKeys ?? keys) : keys;
}

/** An article's address within the window; see the renderer's router. */
export const showsArticle = (path: string): boolean => path.startsWith('/article/');

export function isAvailable(command: Command, path: string): boolean {
  return !COMMANDS[command].inArticle || showsArticle(path);
}
