/** Commands and keys: which of them work here, which command a key press means, and how keys are written down. */
import { type KeyBindingPress, matchKeyBindingPress, parseKeybinding } from 'tinykeys';
import { type Command, COMMAND_NAMES, COMMANDS, keysOf } from '../../shared/commands';

export interface Platform {
  isDesktop: boolean;
  isMac: boolean;
}

/** The main process sees to these itself: a page can neither open a window nor close its own, nor speak for others. */
const OF_THE_SHELL: readonly Command[] = ['new-window', 'close-window', 'private'];

export function worksHere(command: Command, { isDesktop }: Platform): boolean {
  return isDesktop || COMMANDS[command].desktopOnly !== true;
}

export type Bound = readonly [command: Command, press: KeyBindingPress];

/** The commands that this window binds to keys. */
export function boundCommands(platform: Platform): Bound[] {
  return COMMAND_NAMES.flatMap((command): Bound[] => {
    const keys = keysOf(command, platform.isMac);
    if (!keys || OF_THE_SHELL.includes(command) || !worksHere(command, platform)) return [];
    return parseKeybinding(keys).map((press): Bound => [command, press]);
  });
}

const isLetter = (key: string): boolean => /^[a-z]$/i.test(key);
const isSign = (key: string): boolean => /^[^a-z\d]$/i.test(key);
const isOtherScript = (key: string): boolean => /^[^\p{Script=Latin}\p{Script=Common}]$/u.test(key);

/**
 * Where Cyrillic is typed, `key` is a Cyrillic letter: the letter is then found by its place on the keyboard.
 * And where a sign is written with Shift, as / is on Albanian and Serbian keyboards, Shift is no other shortcut.
 */
function isPressed(event: KeyboardEvent, [modifiers, key]: KeyBindingPress): boolean {
  if (matchKeyBindingPress(event, [modifiers, key])) return true;
  if (typeof key !== 'string') return false;
  if (isLetter(key) && isOtherScript(event.key))
    return matchKeyBindingPress(event, [modifiers, `Key${key.toUpperCase()}`]);
  return isSign(key) && matchKeyBindingPress(event, [[...modifiers, 'Shift'], key]);
}

export function commandOf(event: KeyboardEvent, bound: readonly Bound[]): Command | undefined {
  return bound.find(([, press]) => isPressed(event, press))?.[0];
}

/** Keys bear the same words on Albanian, Serbian and English keyboards; only a Mac's are others. */
const CAPS: Readonly<Record<string, string>> = {
  $mod: 'Ctrl',
  Control: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};
const MAC_CAPS: Readonly<Record<string, string>> = {
  ...CAPS,
  $mod: '⌘',
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
};
/** A Mac names modifiers in this order, with ⌘ next to the key. */
const MAC_ORDER = ['Control', 'Alt', 'Shift', '$mod'];

/** What stands on each key to press: `Ctrl`, `Shift`, `C`, or `⇧`, `⌘`, `C`. */
export function keyCaps(keys: string, isMac: boolean): string[] {
  // As tinykeys does: the plus sign itself may be the key.
  const parts = keys.split(/\b\+/);
  const ordered = isMac ? parts.toSorted((a, b) => placeOf(a) - placeOf(b)) : parts;
  const caps = isMac ? MAC_CAPS : CAPS;
  return ordered.map((part) => caps[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

function placeOf(part: string): number {
  const place = MAC_ORDER.indexOf(part);
  return place < 0 ? MAC_ORDER.length : place;
}

/** The same in one piece: “Ctrl Shift C”, “⇧⌘C”. */
export function keyText(keys: string, isMac: boolean): string {
  return keyCaps(keys, isMac).join(isMac ? '' : ' ');
}
