/** Electron's Menu and MenuItem: a model that tests read and click. */
import type Electron from 'electron';
import { isAccelerator } from './accelerator.ts';
import { app } from './app.ts';
import { asElectron, Emitter, only, onlyInstances } from './gaps.ts';
import { ROLES } from './menu-roles.ts';
import { note } from './observed.ts';
import { focus } from './registry.ts';
import { useShortcutsOf } from './shortcuts.ts';

type Options = Electron.MenuItemConstructorOptions;

let lastCommand = 0;

class Item {
  readonly commandId = ++lastCommand;
  readonly id: string;
  readonly type: NonNullable<Options['type']>;
  readonly role: Options['role'];
  readonly accelerator: string | undefined;
  readonly submenu: Electron.Menu | undefined;
  readonly registerAccelerator: boolean;
  readonly menu!: Electron.Menu;
  label: string;
  sublabel: string;
  toolTip: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: Options['click'];

  constructor(options: Options) {
    const role = options.role === undefined ? undefined : ROLES[options.role.toLowerCase()];
    if (options.role !== undefined && !role) throw new Error(`The double has no menu role '${options.role}'`);
    const submenu = options.submenu ?? role?.submenu;
    const type = options.type ?? (submenu ? 'submenu' : 'normal');
    if (!['normal', 'separator', 'submenu', 'checkbox', 'radio', 'header', 'palette'].includes(type))
      throw new Error(`Unknown menu item type: ${String(type)}`);
    if (type === 'submenu' && !submenu && !role) throw new Error('Invalid submenu');
    if (type === 'separator' && (options.click || options.submenu || options.accelerator || options.label))
      throw new Error('The double: a separator says and does nothing');
    const { name } = app;
    const label = options.label ?? (typeof role?.label === 'function' ? role.label(name) : role?.label) ?? '';
    if (type !== 'separator' && label === '')
      throw new Error('The double: a menu item needs a label or a role');
    const accelerator = options.accelerator ?? role?.accelerator;
    if (accelerator !== undefined && !isAccelerator(accelerator))
      throw new Error(`Accelerator could not be parsed: ${accelerator}`);
    this.id = options.id ?? '';
    this.type = type;
    this.role = options.role?.toLowerCase() as Options['role'];
    this.label = label;
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.accelerator = accelerator;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.submenu =
      submenu === undefined ? undefined : Array.isArray(submenu) ? buildFromTemplate(submenu) : submenu;
    this.#click = options.click;
  }

  /** As by hand: nothing happens to what is off or out of sight. */
  click = (event: object = {}, window: object | null = focus.window): void => {
    if (!this.enabled || !this.visible) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio') this.#choose();
    const focused = asElectron<Electron.BrowserWindow | null>(window);
    const role = ROLES[this.role ?? ''];
    if (role?.act) role.act({ app: asElectron<Electron.App>(app), window: focused });
    else this.#click?.(asElectron(this), focused ?? undefined, { triggeredByAccelerator: false, ...event });
  };

  #choose(): void {
    const { items } = this.menu;
    const own = items.indexOf(asElectron(this));
    const ends = (from: number, step: number): number => {
      let at = from;
      while (items[at + step]?.type === 'radio') at += step;
      return at;
    };
    for (const item of items.slice(ends(own, -1), ends(own, 1) + 1)) item.checked = item === asElectron(this);
  }
}

class MenuModel
  extends Emitter
  implements Pick<Electron.Menu, 'append' | 'closePopup' | 'getMenuItemById' | 'insert' | 'items' | 'popup'>
{
  readonly items: Electron.MenuItem[] = [];

  constructor() {
    super('menu', ['menu-will-show', 'menu-will-close']);
  }

  append(item: Electron.MenuItem): void {
    this.insert(this.items.length, item);
  }
  insert(position: number, item: Electron.MenuItem): void {
    Object.defineProperty(item, 'menu', { value: this, configurable: true });
    this.items.splice(position, 0, item);
  }
  getMenuItemById(id: string): Electron.MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
  /** Nobody sees it: a test looks at `popups` and clicks. */
  popup(options: Electron.PopupOptions = {}): void {
    popups.push(asElectron(this));
    this.emit('menu-will-show', {});
    note('menu.popup', [{ x: options.x, y: options.y }]);
  }
  closePopup(): void {
    this.emit('menu-will-close', {});
  }
}
onlyInstances('Menu', MenuModel);
onlyInstances('MenuItem', Item);

/** Context menus that were shown, the latest last. */
export const popups: Electron.Menu[] = [];

function buildFromTemplate(template: (Options | Electron.MenuItem)[]): Electron.Menu {
  if (!Array.isArray(template))
    throw new TypeError('Invalid template for Menu: Menu template must be an array');
  const menu = new MenuModel();
  for (const entry of template) {
    for (const position of ['before', 'after', 'beforeGroupContaining', 'afterGroupContaining'] as const)
      if (position in entry) throw new Error(`The double has no '${position}' in menu templates`);
    menu.append(entry instanceof Item ? asElectron(entry) : asElectron(new Item(entry as Options)));
  }
  return asElectron(menu);
}

let applicationMenu: Electron.Menu | null = null;

export const MenuItem = only('MenuItem', Item);
export const Menu = only(
  'Menu',
  Object.assign(MenuModel, {
    buildFromTemplate,
    setApplicationMenu(menu: Electron.Menu | null): void {
      if (menu && !(menu instanceof MenuModel)) throw new TypeError('Invalid menu');
      applicationMenu = menu;
      useShortcutsOf(menu);
    },
    getApplicationMenu: (): Electron.Menu | null => applicationMenu,
    sendActionToFirstResponder: (action: string): void => note('Menu.sendActionToFirstResponder', [action]),
  } satisfies Pick<
    typeof Electron.Menu,
    'buildFromTemplate' | 'setApplicationMenu' | 'getApplicationMenu' | 'sendActionToFirstResponder'
  >),
);
