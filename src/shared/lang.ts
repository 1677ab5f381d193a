/** The languages a library can hold, and what is derived rather than written. */
import { z } from 'zod';

/** BCP 47 tags, always these four, nowhere in an order of rank. */
export const LANGS = ['en', 'sq', 'sr-Cyrl', 'sr-Latn'] as const;
export const langSchema = z.enum(LANGS);
export type Lang = z.infer<typeof langSchema>;

/** Editions and localised texts are written in these; `sr-Latn` is derived from `sr-Cyrl`, which is exact. */
export const WRITTEN_LANGS = ['en', 'sq', 'sr-Cyrl'] as const;
export const writtenLangSchema = z.enum(WRITTEN_LANGS);
export type WrittenLang = z.infer<typeof writtenLangSchema>;

/** The written language whose text shows `lang`. */
export function writtenFor(lang: Lang): WrittenLang {
  return lang === 'sr-Latn' ? 'sr-Cyrl' : lang;
}

/** One text in every written language. */
export const localizedSchema = z.strictObject({
  en: z.string().min(1),
  sq: z.string().min(1),
  'sr-Cyrl': z.string().min(1),
});
export type Localized = z.infer<typeof localizedSchema>;
