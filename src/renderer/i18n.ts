/** The messages in the four interface languages. Serbian is written in Cyrillic; its Latin is derived, which is exact. */
import { createI18n } from 'vue-i18n';
import en from '../../locales/en.json';
import { toLatin } from '../core/text/script';
import { type Lang, type WrittenLang, writtenFor } from '../shared/lang';

export type MessageSchema = typeof en;

declare module 'vue-i18n' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- this is how vue-i18n is told its messages
  export interface DefineLocaleMessage extends MessageSchema {}
}

interface Messages {
  [key: string]: string | Messages;
}

/** Keys such as `article.unknown` become paths, which is how vue-i18n looks them up; each message goes through `change`. */
export function prepare(
  messages: Messages,
  change: (message: string) => string = (message) => message,
  prepared: Messages = {},
): Messages {
  for (const [key, value] of Object.entries(messages)) {
    const path = key.split('.');
    const last = path.pop() ?? key;
    const place = path.reduce(placeIn, prepared);
    if (typeof value === 'string') place[last] = change(value);
    else prepare(value, change, placeIn(place, last));
  }
  return prepared;
}

function placeIn(place: Messages, step: string): Messages {
  const known = place[step];
  return typeof known === 'object' ? known : (place[step] = {});
}

/** Which of a message's forms: CLDR's one, few and other, in this order. */
export function serbianPlural(n: number): number {
  const [ones, tens] = [n % 10, n % 100];
  if (ones === 1 && tens !== 11) return 0;
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
}

/** English is always here, as what is fallen back on. Typed, so that a language that lacks a message does not compile. */
const written: Record<WrittenLang, () => Promise<{ default: MessageSchema }>> = {
  en: async () => ({ default: en }),
  sq: () => import('../../locales/sq.json'),
  'sr-Cyrl': () => import('../../locales/sr-Cyrl.json'),
};

export const i18n = createI18n<[MessageSchema], Lang, false>({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  messages: { en: prepare(en) } as unknown as Record<Lang, MessageSchema>,
  pluralRules: { 'sr-Cyrl': serbianPlural, 'sr-Latn': serbianPlural },
});

const learned = new Map<Lang, Promise<void>>([['en', Promise.resolve()]]);

/** To be awaited before a language is spoken. Four languages at once would hold up every start. */
export function learn(lang: Lang): Promise<void> {
  const learning = learned.get(lang) ?? fetchMessages(lang);
  learned.set(lang, learning);
  return learning;
}

async function fetchMessages(lang: Lang): Promise<void> {
  const { default: messages } = await written[writtenFor(lang)]();
  // Placeholders are Latin and stay as they are.
  const prepared = prepare(messages, lang === 'sr-Latn' ? toLatin : undefined);
  i18n.global.setLocaleMessage(lang, prepared as unknown as MessageSchema);
}
