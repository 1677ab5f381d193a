/** Electron's accelerators, as its docs/tutorial/keyboard-shortcuts.md and its source (menu-item-roles.ts) have them. */
import type { MenuItemConstructorOptions } from 'electron';

const MODIFIERS = new Set([
  'Command', 'Cmd', 'Control', 'Ctrl', 'CommandOrControl', 'CmdOrCtrl', 'Alt', 'Option', 'AltGr', 'Shift', 'Super', 'Meta',
]); // prettier-ignore

const KEYS = new Set([
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', ...')!@#$%^&*(:;\'"=<,_->.?/~`{][|}\\',
  ...Array.from({ length: 24 }, (_, i) => `F${i + 1}`), ...Array.from({ length: 10 }, (_, i) => `num${i}`),
  'numdec', 'numadd', 'numsub', 'nummult', 'numdiv',
  'Plus', 'Space', 'Tab', 'Capslock', 'Numlock', 'Scrolllock', 'Backspace', 'Delete', 'Insert', 'Return', 'Enter',
  'Up', 'Down', 'Left', 'Right', 'Home', 'End', 'PageUp', 'PageDown', 'Escape', 'Esc', 'PrintScreen',
]); // prettier-ignore

export function isAccelerator(text: string): boolean {
  const parts = text.split('+');
  const key = parts.pop() ?? '';
  return KEYS.has(key) && parts.every((part) => MODIFIERS.has(part)) && new Set(parts).size === parts.length;
}

type Role = NonNullable<MenuItemConstructorOptions['role']>;

/** What Electron puts beside an item with a role. */
export function acceleratorOfRole(role: Role, platform: NodeJS.Platform): string | undefined {
  const isMac = platform === 'darwin';
  const isWindows = platform === 'win32';
  const accelerators: Partial<Record<Role, string | false>> = {
    undo: 'CommandOrControl+Z',
    redo: isWindows ? 'Control+Y' : 'Shift+CommandOrControl+Z',
    cut: 'CommandOrControl+X',
    copy: 'CommandOrControl+C',
    paste: 'CommandOrControl+V',
    selectAll: 'CommandOrControl+A',
    resetZoom: 'CommandOrControl+0',
    zoomIn: 'CommandOrControl+Plus',
    zoomOut: 'CommandOrControl+-',
    togglefullscreen: isMac ? 'Control+Command+F' : 'F11',
    minimize: 'CommandOrControl+M',
    hide: 'Command+H',
    hideOthers: 'Command+Alt+H',
    quit: !isWindows && 'CommandOrControl+Q',
  };
  return accelerators[role] || undefined;
}

/** One spelling for each press. */
export function pressOf(accelerator: string, platform: NodeJS.Platform): string {
  const mod = platform === 'darwin' ? 'Cmd' : 'Ctrl';
  const spelling: Record<string, string> = {
    CommandOrControl: mod, CmdOrCtrl: mod, Command: 'Cmd', Control: 'Ctrl', Option: 'Alt', Plus: 'Shift+=',
  }; // prettier-ignore
  const parts = accelerator.split('+').flatMap((part) => (spelling[part] ?? part).split('+'));
  return parts.sort().join('+').toLowerCase();
}
