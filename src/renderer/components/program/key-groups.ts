/** The keys as they are listed: where a command belongs, and what has keys without being a command. */
import { type Command, COMMAND_NAMES, keysOf } from '../../../shared/commands';
import { type Platform, worksHere } from '../../commands/keys';

export const GROUPS = ['go', 'article', 'window'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<Command, Group>> = {
  search: 'go',
  back: 'go',
  forward: 'go',
  articles: 'go',
  names: 'go',
  figures: 'go',
  notebook: 'go',
  handout: 'go',
  map: 'go',
  timeline: 'go',
  findings: 'go',
  compare: 'go',
  match: 'go',
  changes: 'go',
  import: 'go',
  find: 'article',
  note: 'article',
  highlight: 'article',
  print: 'article',
  settings: 'window',
  keys: 'window',
  'copy-link': 'window',
  'new-window': 'window',
  'close-window': 'window',
  private: 'window',
  welcome: 'window',
  about: 'window',
};

/** Answered where they are pressed: by a link, the find bar, the card. */
export const OTHER_KEYS = {
  nextMatch: 'F3',
  previousMatch: 'Shift+F3',
  openName: 'Enter',
  closeCard: 'Escape',
};
export type OtherKey = keyof typeof OTHER_KEYS;

export type KeyRow =
  { kind: 'command'; command: Command; keys: string } | { kind: 'other'; name: OtherKey; keys: string };

/** A command without keys is not listed, nor one that this shell does not have. */
export function rowsOf(group: Group, platform: Platform): KeyRow[] {
  const commands = COMMAND_NAMES.flatMap((command): KeyRow[] => {
    const keys = keysOf(command, platform.isMac);
    if (!keys || GROUP_OF[command] !== group || !worksHere(command, platform)) return [];
    return [{ kind: 'command', command, keys }];
  });
  const others = (Object.keys(OTHER_KEYS) as OtherKey[]).map((name): KeyRow => {
    return { kind: 'other', name, keys: OTHER_KEYS[name] };
  });
  return group === 'article' ? [...commands, ...others] : commands;
}
