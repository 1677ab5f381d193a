/** Menu bars, and what stands in them. */
import type { MenuItemConstructorOptions } from 'electron';
import { type MenuActions, type MenuState, menuTemplate } from '../../../src/main/menu/template';
import { wordsIn } from '../../../src/main/words';

export type Item = MenuItemConstructorOptions;

export const PLATFORMS = ['darwin', 'win32', 'linux'] as const;

const RECENT = [
  { article: 'izbica-massacre', title: 'Masakra e Izbicës' },
  { article: 'likoshan-cirez', title: 'Likoshan & Qirez' },
];
export const WINDOWS = [
  { id: 7, title: 'Names', focused: false },
  { id: 3, title: 'Masakra e Izbicës', focused: true },
];

const state = (changes: Partial<MenuState> = {}): MenuState => ({
  platform: 'linux',

  words: wordsIn('en'),
  recent: RECENT,
  path: '/article/izbica-massacre',
  isPrivate: false,
  windows: WINDOWS,
  ...changes,
});
export const quiet: MenuActions = { command() {}, openRecent() {}, clearRecent() {}, focusWindow() {} };
export const template = (changes: Partial<MenuState> = {}, actions = quiet) =>
  menuTemplate(state(changes), actions);

export const below = ({ submenu }: Item): Item[] => (Array.isArray(submenu) ? submenu : []);
export const everyItem = (items: Item[]): Item[] =>
  items.flatMap((item) => [item, ...everyItem(below(item))]);
/** The menu bar and each menu in it. */
export const everyMenu = (items: Item[]): Item[][] => [items, ...items.flatMap((item) => submenusOf(item))];
const submenusOf = (item: Item): Item[][] => (item.submenu ? everyMenu(below(item)) : []);

export function find(items: Item[], id: string): Item {
  const found = everyItem(items).find((item) => item.id === id);
  if (!found) throw new Error(`There is no item ${id}`);
  return found;
}
export function click(item: Item): void {
  (item.click as () => void)();
}
