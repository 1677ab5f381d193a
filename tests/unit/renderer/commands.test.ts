import { describe, expect, it } from 'vitest';
import { answer, run } from '../../../src/renderer/commands/answers';
import {
  boundCommands,
  commandOf,
  keyCaps,
  keyText,
  type Platform,
} from '../../../src/renderer/commands/keys';
import { linkToPage } from '../../../src/renderer/commands/link';
import { GROUPS, rowsOf } from '../../../src/renderer/components/program/key-groups';
import { COMMAND_NAMES, COMMANDS } from '../../../src/shared/commands';

const DESKTOP: Platform = { isDesktop: true, isMac: false };
const BROWSER: Platform = { isDesktop: false, isMac: false };
const MAC: Platform = { isDesktop: true, isMac: true };

/** What a browser says of a key: its letter and its place on the keyboard. */
function pressed(key: string, code: string, ...modifiers: string[]): KeyboardEvent {
  return { key, code, getModifierState: (name: string) => modifiers.includes(name) } as KeyboardEvent;
}

describe('keys', () => {
  const inBrowser = boundCommands(BROWSER);
  const onDesktop = boundCommands(DESKTOP);

  it('mean a command', () => {
    expect(commandOf(pressed('f', 'KeyF', 'Control'), inBrowser)).toBe('find');
    expect(commandOf(pressed('p', 'KeyP', 'Control'), inBrowser)).toBe('print');
    expect(commandOf(pressed('ArrowLeft', 'ArrowLeft', 'Alt'), inBrowser)).toBe('back');
    expect(commandOf(pressed('C', 'KeyC', 'Control', 'Shift'), onDesktop)).toBe('copy-link');
  });

  it('mean none when another modifier is held, or none', () => {
    expect(commandOf(pressed('f', 'KeyF'), inBrowser)).toBeUndefined();
    expect(commandOf(pressed('F', 'KeyF', 'Control', 'Shift'), inBrowser)).toBeUndefined();
    expect(commandOf(pressed('c', 'KeyC', 'Control'), onDesktop)).toBeUndefined();
  });

  it('are found where Cyrillic is typed, and only there, by the letter’s place', () => {
    expect(commandOf(pressed('к', 'KeyK', 'Control'), inBrowser)).toBe('search');
    expect(commandOf(pressed('Ц', 'KeyC', 'Control', 'Shift'), onDesktop)).toBe('copy-link');
    // On a Dvorak keyboard the key at K's place writes T.
    expect(commandOf(pressed('t', 'KeyK', 'Control'), inBrowser)).toBeUndefined();
  });

  it('find a sign that an Albanian or Serbian keyboard writes with Shift', () => {
    expect(commandOf(pressed('/', 'Digit7', 'Control', 'Shift'), inBrowser)).toBe('keys');
    expect(commandOf(pressed('/', 'Slash', 'Control'), inBrowser)).toBe('keys');
  });

  it('leave to the browser what it keeps for itself, and to the main process what only it can do', () => {
    const commands = (platform: Platform) => boundCommands(platform).map(([command]) => command);
    for (const command of COMMAND_NAMES.filter((name) => COMMANDS[name].desktopOnly))
      expect(commands(BROWSER)).not.toContain(command);
    expect(commands(DESKTOP)).toEqual(expect.arrayContaining(['articles', 'settings', 'copy-link']));
    expect(commands(DESKTOP)).not.toContain('new-window');
    expect(commands(DESKTOP)).not.toContain('close-window');
  });

  it('are written as they stand on the keyboard', () => {
    expect(keyCaps('$mod+Shift+c', false)).toEqual(['Ctrl', 'Shift', 'C']);
    expect(keyCaps('$mod+Shift+c', true)).toEqual(['⇧', '⌘', 'C']);
    expect(keyCaps('Alt+ArrowLeft', false)).toEqual(['Alt', '←']);
    expect(keyCaps('$mod+/', false)).toEqual(['Ctrl', '/']);
    expect(keyCaps('Escape', true)).toEqual(['Esc']);
    expect([keyText('$mod+k', false), keyText('$mod+k', true)]).toEqual(['Ctrl K', '⌘K']);
  });
});

describe('the list of keys', () => {
  const listed = (platform: Platform) =>
    GROUPS.flatMap((group) => rowsOf(group, platform)).flatMap((row) =>
      row.kind === 'command' ? [row.command] : [],
    );

  it('has every command that has keys and works here, once', () => {
    const withKeys = COMMAND_NAMES.filter((command) => COMMANDS[command].keys);
    expect(listed(DESKTOP).sort()).toEqual([...withKeys].sort());
    expect(listed(BROWSER).sort()).toEqual(withKeys.filter((name) => !COMMANDS[name].desktopOnly).sort());
  });

  it('has a Mac’s keys on a Mac', () => {
    const back = rowsOf('go', MAC).find((row) => row.kind === 'command' && row.command === 'back');
    expect(back?.keys).toBe('$mod+[');
  });
});

describe('a command', () => {
  const open = () => false;

  it('is answered by whoever came last and is still there', () => {
    const answered: string[] = [];
    const frameLeaves = answer('copy-link', () => answered.push('frame'));
    const pageLeaves = answer('copy-link', () => answered.push('page'));
    expect(run('copy-link', open)).toBe(true);
    pageLeaves();
    run('copy-link', open);
    expect(answered).toEqual(['page', 'frame']);
    frameLeaves();
  });

  it('does nothing where nobody answers it, and says so', () => {
    expect(run('find', open)).toBe(false);
  });

  it('does not reach behind a dialog', () => {
    let answered = 0;
    const leave = answer('print', () => (answered += 1));
    expect(run('print', () => true)).toBe(false);
    expect(answered).toBe(0);
    leave();
  });
});

describe('the link to a page', () => {
  const article = { name: 'article', path: '/article/izbica-massacre', query: {} };

  it('names the place and the edition that is read, not the way the reader came', () => {
    const query = { find: 'Izbica', block: 'lead-1', name: 'pl-izbica' };
    expect(linkToPage({ ...article, query }, { block: 'events-2', lang: 'sq' })).toBe(
      'paralel:article/izbica-massacre?block=events-2&name=pl-izbica&lang=sq',
    );
    expect(linkToPage({ ...article, query }, { block: undefined })).toBe(
      'paralel:article/izbica-massacre?name=pl-izbica',
    );
  });

  it('leads to every page that there is', () => {
    expect(linkToPage({ name: 'contents', path: '/', query: {} })).toBe('paralel:');
    expect(linkToPage({ name: 'concordance', path: '/names/pl-izbica', query: { name: 'pl-izbica' } })).toBe(
      'paralel:names/pl-izbica',
    );
    expect(linkToPage({ name: 'names', path: '/names', query: { name: 'pl-izbica' } })).toBe(
      'paralel:names?name=pl-izbica',
    );
    expect(linkToPage({ name: 'notebook', path: '/notes', query: { tag: 'class', name: 'pl-izbica' } })).toBe(
      'paralel:notes?name=pl-izbica',
    );
    const query = { words: 'Ћирез и Qirez', exact: '1' };
    expect(decodeURIComponent(linkToPage({ name: 'search', path: '/search', query }) ?? '')).toBe(
      'paralel:search?words=Ћирез+и+Qirez&exact=1',
    );
  });

  it('is none where no link leads', () => {
    expect(linkToPage({ name: 'lost', path: '/nowhere/at/all', query: {} })).toBeUndefined();
  });
});
