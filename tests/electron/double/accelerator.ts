/** Electron's grammar of shortcuts (docs/tutorial/keyboard-shortcuts.md): modifiers and one key, joined by `+`. */

const MODIFIERS = new Set([
  'command', 'cmd', 'control', 'ctrl', 'commandorcontrol', 'cmdorctrl', 'alt', 'option', 'altgr', 'shift', 'super', 'meta',
]); // prettier-ignore

const KEYS = new Set([
  'plus', 'space', 'tab', 'capslock', 'numlock', 'scrolllock', 'backspace', 'delete', 'insert', 'return', 'enter', 'up',
  'down', 'left', 'right', 'home', 'end', 'pageup', 'pagedown', 'escape', 'esc', 'volumeup', 'volumedown', 'volumemute',
  'medianexttrack', 'mediaprevioustrack', 'mediastop', 'mediaplaypause', 'printscreen', 'numdec', 'numadd', 'numsub',
  'nummult', 'numdiv', ...Array.from({ length: 10 }, (_, i) => `num${i}`), ...Array.from({ length: 24 }, (_, i) => `f${i + 1}`),
]); // prettier-ignore

/** One printable sign of the keyboard; the plus sign is written out. */
const SIGN = /^[0-9a-z)!@#$%^&*(:;=<,_>.?/~`{\][|\\}'"-]$/iu;

export function isAccelerator(text: string): boolean {
  const parts = text.split('+').map((part) => part.trim().toLowerCase());
  const key = parts.pop() ?? '';
  return parts.every((part) => MODIFIERS.has(part)) && (KEYS.has(key) || SIGN.test(key));
}

export interface KeyPress {
  key: string;
  code: string;
  control: boolean;
  alt: boolean;
  shift: boolean;
  meta: boolean;
}

/** Keys that a page calls otherwise. */
const PAGE_NAMES: Record<string, string> = {
  plus: '+', space: ' ', return: 'enter', esc: 'escape', up: 'arrowup', down: 'arrowdown', left: 'arrowleft',
  right: 'arrowright',
}; // prettier-ignore

/** Whether the keys that were pressed are these; a letter is one wherever it lies, a sign is one however it is made. */
export function isPressed(accelerator: string, press: KeyPress, isMac: boolean): boolean {
  const parts = accelerator.toLowerCase().split('+');
  const named = parts.pop() ?? '';
  const has = (...names: string[]): boolean => names.some((name) => parts.includes(name));
  const either = has('commandorcontrol', 'cmdorctrl');
  const key = PAGE_NAMES[named] ?? named;
  const isSign = key.length === 1 && !/[a-z0-9 ]/u.test(key);
  return (
    press.control === (has('control', 'ctrl') || (either && !isMac)) &&
    press.meta === (has('command', 'cmd', 'super', 'meta') || (either && isMac)) &&
    press.alt === has('alt', 'option', 'altgr') &&
    (isSign || press.shift === has('shift')) &&
    (press.key.toLowerCase() === key ||
      press.code.toLowerCase() === `key${key}` ||
      press.code === `Digit${key}`)
  );
}
