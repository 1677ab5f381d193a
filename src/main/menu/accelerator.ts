/** Keys as tinykeys reads them → Electron's accelerators (its docs/tutorial/keyboard-shortcuts.md). */

const NAMES: Readonly<Record<string, string>> = {
  $mod: 'CmdOrCtrl',
  Control: 'Ctrl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  '+': 'Plus',
};

/** @param keys one press: a menu knows no sequences */
export function acceleratorOf(keys: string): string {
  // As tinykeys does: the plus sign itself may be the key.
  const parts = keys.split(/\b\+/);
  return parts.map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join('+');
}
