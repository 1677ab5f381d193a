/** What the handout itself says, in the language of each part. */
import type { Lang } from '../../shared/lang';
import { i18n, type MessageSchema } from '../i18n';

type KeyOf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeyOf<T[K]>}` }[keyof T &
  string];
type PrintKey = KeyOf<Pick<MessageSchema, 'print' | 'terms' | 'figures' | 'languages'>>;

export type Words = (key: PrintKey, params?: Record<string, string>) => string;

/** The language has to be learnt before. */
export function wordsFor(lang: Lang): Words {
  return (key, params = {}) => i18n.global.t(key, params, { locale: lang });
}
