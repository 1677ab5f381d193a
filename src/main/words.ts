/** The messages in `locales/` for what the shell says without a window: its menus, its dialogs. */
import en from '../../locales/en.json';
import sq from '../../locales/sq.json';
import srCyrl from '../../locales/sr-Cyrl.json';
import { toLatin } from '../core/text/script';
import { type ErrorParams, fillIn } from '../shared/errors';
import { type Lang, type WrittenLang, writtenFor } from '../shared/lang';

type PathIn<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${PathIn<T[K]>}` }[keyof T &
  string];
export type MessagePath = PathIn<typeof en>;

/** Not for messages with a form for each number. */
export type Words = (key: MessagePath, params?: ErrorParams) => string;

interface Messages {
  [key: string]: string | Messages;
}

const WRITTEN: Record<WrittenLang, Messages> = { en, sq, 'sr-Cyrl': srCyrl };

/** Path → message. Walking the tree by the path's dots would not do: keys such as `query.too-slow` have their own. */
function byPath(messages: Messages, prefix = ''): [path: string, message: string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : byPath(value, `${prefix}${key}.`),
  );
}

/** English where a language lacks a message. Placeholders are Latin and what they stand for stays as it is. */
export function wordsIn(lang: Lang): Words {
  const messages = new Map([...byPath(en), ...byPath(WRITTEN[writtenFor(lang)])]);
  const inScript = lang === 'sr-Latn' ? toLatin : (message: string) => message;
  return (key, params = {}) => fillIn(inScript(messages.get(key) ?? key), params);
}
