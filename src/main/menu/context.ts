/** What a right click offers, as data; nothing where there is nothing to offer. */
import type { ContextMenuParams, EditFlags, MenuItemConstructorOptions } from 'electron';
import { mayOpenOutside, shownAddress } from '../../shared/policies/outside';
import type { Words } from '../words';
import { foreignLabel, onOneLine, withoutMnemonic } from './label';

export type ContextParams = Pick<ContextMenuParams, 'editFlags' | 'isEditable' | 'selectionText' | 'linkURL'>;

export interface ContextState {
  words: Words;
  isAppAddress(url: string): boolean;
}

export interface ContextActions {
  search(words: string): void;
  openWindow(address: string): void;
  copyLink(address: string): void;
  /** Of a page outside, which is opened only with a press and after a question. */
  copyAddress(address: string): void;
}

type Item = MenuItemConstructorOptions;

const SELECTION_LIMIT = 30;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const EDITS = [
  ['undo', 'canUndo'],
  ['cut', 'canCut'],
  ['copy', 'canCopy'],
  ['paste', 'canPaste'],
  ['selectAll', 'canSelectAll'],
] as const satisfies [role: string, flag: keyof EditFlags][];

export function contextTemplate(
  { editFlags, isEditable, selectionText, linkURL }: ContextParams,
  { words, isAppAddress }: ContextState,
  actions: ContextActions,
): Item[] {
  const selection = onOneLine(selectionText);

  const links: Item[] = isAppAddress(linkURL)
    ? [
        {
          id: 'open-window',
          label: words('menu.context.openWindow'),
          click: () => actions.openWindow(linkURL),
        },
        { id: 'copy-link', label: words('menu.context.copyLink'), click: () => actions.copyLink(linkURL) },
      ]
    : mayOpenOutside(linkURL)
      ? [
          {
            id: 'copy-address',
            label: words('menu.context.copyAddress'),
            click: () => actions.copyAddress(shownAddress(linkURL)),
          },
        ]
      : [];

  // “Select all” on a page would select what no reader wants, and a menu would come up wherever one clicks.
  const edits: Item[] = EDITS.filter(([role]) => isEditable || (role === 'copy' && selection !== ''))
    .filter(([, flag]) => editFlags[flag])
    .map(([role]) => ({ id: role, role, label: withoutMnemonic(words(`menu.roles.${role}`)) }));

  const search: Item[] = LETTER_OR_DIGIT.test(selection)
    ? [
        {
          id: 'search',
          label: words('menu.context.search', { words: foreignLabel(selection, SELECTION_LIMIT) }),
          click: () => actions.search(selection),
        },
      ]
    : [];

  return [links, edits, search]
    .filter((items) => items.length > 0)
    .flatMap((items, i): Item[] => (i > 0 ? [{ type: 'separator' }, ...items] : items));
}
