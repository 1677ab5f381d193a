/** The languages a library can hold, and what is derived rather than written. Free of zod: the window loads it. */

/** BCP 47 tags, always these four; their order here is no order of rank. */
export const LANGS = ['en', 'sq', 'sr-Cyrl', 'sr-Latn'] as const;
export type Lang = (typeof LANGS)[number];

/** Editions and localised texts are written in these; `sr-Latn` is derived from `sr-Cyrl`, which is exact. */
export const WRITTEN_LANGS = ['en', 'sq', 'sr-Cyrl'] as const;
export type WrittenLang = (typeof WRITTEN_LANGS)[number];

/** One text in every written language. */
export type Localized = Record<WrittenLang, string>;

/** As they call themselves, in running text. */
export const LANG_NAMES: Readonly<Record<Lang, string>> = {
  en: 'English',
  sq: 'shqip',
  'sr-Cyrl': 'српски',
  'sr-Latn': 'srpski',
};

/** The written language whose text shows `lang`. */
export function writtenFor(lang: Lang): WrittenLang {
  return lang === 'sr-Latn' ? 'sr-Cyrl' : lang;
}

export function isLang(value: unknown): value is Lang {
  return (LANGS as readonly unknown[]).includes(value);
}

/** The interface language that the machine asks for, by its BCP 47 tags in the order of preference. */
export function langOfMachine(preferred: readonly string[]): Lang {
  for (const tag of preferred) {
    const [language, ...rest] = tag.toLowerCase().split('-');
    if (language === 'sr' || language === 'sh') {
      return rest.includes('latn') || language === 'sh' ? 'sr-Latn' : 'sr-Cyrl';
    }
    if (isLang(language)) return language;
  }
  return 'en';
}
