import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceleratorOf } from '../../../src/main/menu/accelerator';
import { COMMAND_NAMES, keysOf } from '../../../src/shared/commands';
import { isAccelerator } from './menu-accelerators';

describe('a key in a menu', () => {
  it.each([
    ['$mod+k', 'CmdOrCtrl+K'],
    ['$mod+Shift+c', 'CmdOrCtrl+Shift+C'],
    ['Alt+ArrowLeft', 'Alt+Left'],
    ['$mod+,', 'CmdOrCtrl+,'],
    ['$mod+/', 'CmdOrCtrl+/'],
    ['$mod+[', 'CmdOrCtrl+['],
    ['$mod++', 'CmdOrCtrl+Plus'],
    ['$mod+1', 'CmdOrCtrl+1'],
    ['Control+Meta+f', 'Ctrl+Meta+F'],
    ['F11', 'F11'],
  ])('%s is %s', (keys, accelerator) => {
    expect(acceleratorOf(keys)).toBe(accelerator);
  });

  it('is one that Electron knows, for every command', () => {
    const keys = COMMAND_NAMES.flatMap((command) => [keysOf(command, true), keysOf(command, false)]);
    const accelerators = keys.filter((one) => one !== undefined).map(acceleratorOf);
    expect(accelerators.length).toBeGreaterThan(20);
    expect(accelerators.filter((one) => !isAccelerator(one))).toEqual([]);
  });

  const modifiers = fc.subarray(['$mod', 'Control', 'Alt', 'Shift', 'Meta']);
  const key = fc.oneof(
    fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789', ...'+-=,./;[]\\`'),
    fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown',
      'Insert', 'Delete', 'Backspace', 'Tab', 'Enter', 'Escape', 'Space'), // prettier-ignore
    fc.integer({ min: 1, max: 24 }).map((n) => `F${n}`),
  );
  const keys = fc.tuple(modifiers, key).map(([held, pressed]) => [...held, pressed].join('+'));

  it('is one that Electron knows, for any press', () => {
    fc.assert(fc.property(keys, (press) => isAccelerator(acceleratorOf(press))));
  });

  it('is another for another press', () => {
    fc.assert(fc.property(keys, keys, (a, b) => a === b || acceleratorOf(a) !== acceleratorOf(b)));
  });
});
