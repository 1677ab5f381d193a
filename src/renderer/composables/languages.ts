/** How the four languages are called wherever the interface shows them: the same in every interface language. */
import { LANGS, type Lang } from '../../shared/lang';

/** Short, for a tag or a switch. */
export const LANG_CODES: Readonly<Record<Lang, string>> = {
  en: 'EN',
  sq: 'SQ',
  'sr-Cyrl': 'СР',
  'sr-Latn': 'SR',
};

export const OWN_NAMES: Readonly<Record<Lang, string>> = {
  en: 'English',
  sq: 'Shqip',
  'sr-Cyrl': 'Српски',
  'sr-Latn': 'Srpski',
};

/** In a row of all languages, EN SQ СР SR. */
export const LANG_ROW: readonly Lang[] = ['en', 'sq', 'sr-Cyrl', 'sr-Latn'];

/** The reader's languages first, in their order, then the others. */
export function langsInOrder(first: readonly Lang[]): Lang[] {
  return [...new Set([...first, ...LANGS])];
}

/** Editions that are read side by side. */
export const MOST_EDITIONS = 3;

/** Chosen last comes last; choosing again takes it out; beyond `most` nothing comes in. */
export function toggledLang(chosen: readonly Lang[], lang: Lang, most: number): Lang[] {
  if (chosen.includes(lang)) return chosen.filter((other) => other !== lang);
  return [...chosen, lang].slice(0, most);
}

/** The script in which the reader sees Serbian. */
export function serbianScript(interfaceLang: Lang, readingLangs: readonly Lang[]): 'Cyrl' | 'Latn' {
  const chosen = [...readingLangs, interfaceLang].find((lang) => lang.startsWith('sr'));
  return chosen === 'sr-Latn' ? 'Latn' : 'Cyrl';
}
