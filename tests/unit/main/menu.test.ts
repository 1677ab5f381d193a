import { describe, expect, it, vi } from 'vitest';
import { acceleratorOf } from '../../../src/main/menu/accelerator';
import { COMMAND_NAMES, isAvailable, keysOf } from '../../../src/shared/commands';
import { acceleratorOfRole, isAccelerator, pressOf } from './menu-accelerators';
import type { MenuState } from '../../../src/main/menu/template';
import {
  below,
  click,
  everyItem,
  everyMenu,
  find,
  type Item,
  PLATFORMS,
  quiet,
  template,
  WINDOWS,
} from './menu-bar';

/** Menu → what stands in it; a line is a separator. */
const outline = (items: Item[]): Record<string, string> =>
  Object.fromEntries(
    items.map((item) => [
      item.id,
      below(item)
        .filter(({ visible }) => visible !== false)
        .map(({ type, id }) => (type === 'separator' ? '|' : id))
        .join(' '),
    ]),
  );

describe('the menu bar', () => {
  it('on a Mac is what a Mac has', () => {
    expect(outline(template({ platform: 'darwin' }))).toEqual({
      app: 'about | settings | services | hide hideOthers unhide | quit',
      file: 'new-window recent private | close-window | import print',
      edit: 'undo redo | cut copy paste selectAll | find | note highlight | copy-link',
      view: 'resetZoom zoomIn zoomOut | togglefullscreen',
      go: 'back forward | articles names figures map timeline notebook handout | findings compare match changes | search',
      window: 'minimize zoom | front',
      help: 'welcome keys',
    });
    expect(template({ platform: 'darwin' }).map(({ role }) => role)).toEqual([
      ...Array.from({ length: 5 }),
      'window',
      'help',
    ]);
    expect(find(template({ platform: 'darwin' }), 'settings').label).toBe('Settings…');
  });

  it.each(['win32', 'linux'] as const)('on %s is what is usual there', (platform) => {
    expect(outline(template({ platform }))).toEqual({
      file: 'new-window recent private | import print | settings | close-window quit',
      edit: 'undo redo | cut copy paste selectAll | find search | note highlight | copy-link',
      view: 'resetZoom zoomIn zoomOut | togglefullscreen',
      go: 'back forward | articles names figures map timeline notebook handout | findings compare match changes',
      window: 'minimize | window:3 window:7',
      help: 'welcome keys | about',
    });
  });

  describe.each(PLATFORMS)('on %s', (platform) => {
    const isMac = platform === 'darwin';

    it.each(COMMAND_NAMES)('has %s once, with its keys', (command) => {
      const [item, ...more] = everyItem(template({ platform })).filter(({ id }) => id === command);
      expect(more).toEqual([]);
      const keys = keysOf(command, isMac);
      expect(item?.accelerator).toBe(keys && acceleratorOf(keys));
      const asked = vi.fn();
      click(find(template({ platform }, { ...quiet, command: asked }), command));
      expect(asked.mock.calls).toEqual([[command]]);
    });

    it('uses no keys twice, those of the system among them', () => {
      const accelerators = everyItem(template({ platform }))
        .map(({ accelerator, role }) => accelerator ?? (role && acceleratorOfRole(role, platform)))
        .filter((accelerator) => accelerator !== undefined);
      expect(accelerators.length).toBeGreaterThan(24);
      expect(accelerators.filter((accelerator) => !isAccelerator(accelerator))).toEqual([]);
      const presses = accelerators.map((accelerator) => pressOf(accelerator, platform));
      expect(presses.filter((press, i) => presses.indexOf(press) !== i)).toEqual([]);
    });

    it('names each item once', () => {
      const ids = everyItem(template({ platform }))
        .filter(({ type }) => type !== 'separator')
        .map(({ id }) => id);
      expect(ids).not.toContain(undefined);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    });

    it('has no line at an edge or beside another', () => {
      for (const windows of [WINDOWS, []]) {
        for (const menu of everyMenu(template({ platform, windows, recent: [] }))) {
          const isLine = menu
            .filter(({ visible }) => visible !== false)
            .map(({ type }) => type === 'separator');
          expect([isLine[0], isLine.at(-1)]).toEqual([false, false]);
          expect(isLine.some((line, i) => line && isLine[i + 1])).toBe(false);
        }
      }
    });

    it('offers nothing that belongs to a workshop', () => {
      const roles = everyItem(template({ platform })).map(({ role }) => role);
      for (const role of [
        'reload',
        'forceReload',
        'toggleDevTools',
        'pasteAndMatchStyle',
        'toggleSpellChecker',
      ]) {
        expect(roles).not.toContain(role);
      }
    });
  });

  it.each(['/', '/article/izbica-massacre', '/names'])('offers at %s what can be done there', (path) => {
    for (const command of COMMAND_NAMES) {
      expect([command, find(template({ path }), command).enabled]).toEqual([
        command,
        isAvailable(command, path),
      ]);
    }
  });

  it('without a window offers what opens one', () => {
    const items = template({ platform: 'darwin', path: undefined, windows: [] });
    const offered = COMMAND_NAMES.filter((command) => find(items, command).enabled);
    expect(offered).toEqual([
      'new-window',
      'search',
      'articles',
      'names',
      'figures',
      'notebook',
      'handout',
      'map',
      'timeline',
      'findings',
      'compare',
      'match',
      'changes',
      'import',
      'private',
      'settings',
      'keys',
      'welcome',
      'about',
    ]);
  });

  it.each(['win32', 'linux'] as const)('on %s zooms with the keys of other keyboards too', (platform) => {
    const hidden = everyItem(template({ platform })).filter(({ visible }) => visible === false);
    expect(hidden.map(({ role, accelerator }) => [role, accelerator])).toEqual([
      ['zoomIn', 'CmdOrCtrl+='],
      ['zoomIn', 'CmdOrCtrl+numadd'],
      ['zoomOut', 'CmdOrCtrl+numsub'],
      ['resetZoom', 'CmdOrCtrl+num0'],
    ]);
  });
});

describe('private reading', () => {
  it.each(PLATFORMS)('has its mark in the menu on %s', (platform) => {
    for (const isPrivate of [false, true]) {
      const item = find(template({ platform, isPrivate }), 'private');
      expect(item).toMatchObject({ type: 'checkbox', checked: isPrivate });
    }
  });
});

describe('the articles read last', () => {
  const recent = (changes: Partial<MenuState>, actions = quiet) =>
    below(find(template(changes, actions), 'recent'));

  it('stand with their titles, as they are written', () => {
    expect(recent({}, { ...quiet, clearRecent: undefined }).map(({ label }) => label)).toEqual([
      'Masakra e Izbicës',
      'Likoshan && Qirez',
    ]);
  });

  it('are ten at most, the latest first', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ article: `a-${i}`, title: `Article ${i}` }));
    const items = recent({ recent: many }, { ...quiet, clearRecent: undefined });
    expect(items.map(({ id }) => id)).toEqual(many.slice(0, 10).map(({ article }) => `recent:${article}`));
  });

  it('open where they are chosen, and can be cleared', () => {
    const openRecent = vi.fn();
    const clearRecent = vi.fn();
    const items = recent({}, { ...quiet, openRecent, clearRecent });
    click(items[1]!);
    expect(openRecent.mock.calls).toEqual([['likoshan-cirez']]);
    expect(items.map(({ label, type }) => label ?? type).slice(2)).toEqual([
      'separator',
      'Forget what was read',
    ]);
    click(items.at(-1)!);
    expect(clearRecent).toHaveBeenCalledOnce();
  });

  it('say that there are none', () => {
    expect(recent({ recent: [] })).toMatchObject([{ label: 'Nothing read yet', enabled: false }]);
  });

  it('cannot rearrange or widen the menu with what a document is called', () => {
    const title = `Izbica\u202Egnp.exe\u2066\r\n\tsecond line ${'long '.repeat(50)}`;
    const [item] = recent({ recent: [{ article: 'x', title }] });
    expect(item?.label).toMatch(/^Izbicagnp\.exe second line long .*…$/u);
    expect(item?.label?.length).toBeLessThanOrEqual(61);
  });
});

describe('the windows', () => {
  it('stand in the order in which they were opened, with the one in front marked', () => {
    const items = below(find(template(), 'window')).filter(({ type }) => type === 'radio');
    expect(items.map(({ label, checked }) => [label, checked])).toEqual([
      ['Masakra e Izbicës', true],
      ['Names', false],
    ]);
  });

  it('come to the front where they are chosen', () => {
    const focusWindow = vi.fn();
    click(find(template({}, { ...quiet, focusWindow }), 'window:7'));
    expect(focusWindow.mock.calls).toEqual([[7]]);
  });
});
