/** Puts the menus up; what stands in them is decided beside. */
import { type BrowserWindow, type ContextMenuParams, Menu } from 'electron';
import { type ContextActions, type ContextState, contextTemplate } from './context';
import { type MenuActions, type MenuState, menuTemplate } from './template';

let shown: string | undefined;
let acting: MenuActions | undefined;

/** May be called whenever something changes: an equal menu stays up, open as it may be, and does what was asked last. */
export function setApplicationMenu(state: MenuState, actions: MenuActions): void {
  acting = actions;
  const template = menuTemplate(state, {
    command: (command) => acting?.command(command),
    openRecent: (article) => acting?.openRecent(article),
    ...(actions.clearRecent && { clearRecent: () => acting?.clearRecent?.() }),
    focusWindow: (id) => acting?.focusWindow(id),
  });
  const plain = JSON.stringify(template);
  if (plain === shown) return;
  shown = plain;
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

export function showContextMenu(
  window: BrowserWindow,
  params: ContextMenuParams,
  state: ContextState,
  actions: ContextActions,
): void {
  const template = contextTemplate(params, state, actions);
  if (template.length === 0) return;
  const { x, y, menuSourceType } = params;
  // Where it was asked for: with the keyboard that is not where the mouse is.
  Menu.buildFromTemplate(template).popup({ window, x, y, sourceType: menuSourceType });
}
