/** The menu bar as data, as each platform expects it. */
import { createItems, type Item, type MenuActions, type MenuState, separator } from './items';
import { withoutMnemonic } from './label';

export type { MenuActions, MenuState };

export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  return state.platform === 'darwin' ? onMac(state, actions) : elsewhere(state, actions);
}

const switched = (item: Item, isOn: boolean): Item => ({ ...item, type: 'checkbox', checked: isOn });

function onMac(state: MenuState, actions: MenuActions): Item[] {
  const { menu, role, command, recent } = createItems(state, actions);
  const { words } = state;
  return [
    {
      id: 'app',
      label: 'Paralel',
      submenu: [
        command('about'),
        separator,
        command('settings', words('menu.mac.settings')),
        separator,
        role('services'),
        separator,
        role('hide'),
        role('hideOthers'),
        role('unhide'),
        separator,
        role('quit', words('menu.mac.quit')),
      ],
    },
    menu('file', [
      command('new-window'),
      recent(),
      switched(command('private'), state.isPrivate),
      separator,
      command('close-window'),
      separator,
      command('import'),
      command('print'),
    ]),
    menu('edit', [
      role('undo'),
      role('redo'),
      separator,
      role('cut'),
      role('copy'),
      role('paste'),
      role('selectAll'),
      separator,
      command('find'),
      separator,
      command('note'),
      command('highlight'),
      separator,
      command('copy-link'),
    ]),
    menu('view', [role('resetZoom'), role('zoomIn'), role('zoomOut'), separator, role('togglefullscreen')]),
    menu('go', [
      command('back'),
      command('forward'),
      separator,
      command('articles'),
      command('names'),
      command('figures'),
      command('map'),
      command('timeline'),
      command('notebook'),
      command('handout'),
      separator,
      command('findings'),
      command('compare'),
      command('match'),
      command('changes'),
      separator,
      command('search'),
    ]),
    // The system puts the list of windows into this one, and a search field into the next.
    {
      ...menu('window', [role('minimize'), role('zoom'), separator, role('front')]),
      role: 'window',
    },
    { ...menu('help', [command('welcome'), command('keys')]), role: 'help' },
  ];
}

/** Electron's own keys for zooming want an American keyboard, and leave the number pad out (electron#40674). */
const MORE_KEYS = [
  ['zoomIn', 'CmdOrCtrl+='],
  ['zoomIn', 'CmdOrCtrl+numadd'],
  ['zoomOut', 'CmdOrCtrl+numsub'],
  ['resetZoom', 'CmdOrCtrl+num0'],
] as const;

function elsewhere(state: MenuState, actions: MenuActions): Item[] {
  const { menu, role, command, recent, windows } = createItems(state, actions);
  const moreKeys = MORE_KEYS.map(([name, accelerator]) => ({
    ...role(name, withoutMnemonic(state.words(`menu.roles.${name}`))),
    id: accelerator,
    accelerator,
    visible: false,
  }));
  return [
    menu('file', [
      command('new-window'),
      recent(),
      switched(command('private'), state.isPrivate),
      separator,
      command('import'),
      command('print'),
      separator,
      command('settings'),
      separator,
      command('close-window'),
      role('quit'),
    ]),
    menu('edit', [
      role('undo'),
      role('redo'),
      separator,
      role('cut'),
      role('copy'),
      role('paste'),
      role('selectAll'),
      separator,
      command('find'),
      command('search'),
      separator,
      command('note'),
      command('highlight'),
      separator,
      command('copy-link'),
    ]),
    menu('view', [
      role('resetZoom'),
      role('zoomIn'),
      role('zoomOut'),
      ...moreKeys,
      separator,
      role('togglefullscreen'),
    ]),
    menu('go', [
      command('back'),
      command('forward'),
      separator,
      command('articles'),
      command('names'),
      command('figures'),
      command('map'),
      command('timeline'),
      command('notebook'),
      command('handout'),
      separator,
      command('findings'),
      command('compare'),
      command('match'),
      command('changes'),
    ]),
    menu('window', [role('minimize'), ...(state.windows.length > 0 ? [separator, ...windows()] : [])]),
    menu('help', [command('welcome'), command('keys'), separator, command('about')]),
  ];
}
