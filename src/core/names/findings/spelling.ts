/** Forms that the list of names knows to be misspelt, or does not know at all. */
import type { Lang, WrittenLang } from '../../../shared/lang';
import { isCitationForm } from '../brief';
import { looseKey, wordsOf } from '../match/loose';
import type { Remark } from './edition';
import { keyOf, spellingOf } from './keys';
import type { KnownEntity, KnownName } from './known';

/** What would be written instead is a hint; its card has them all. */
const NAMED = 3;

export function misspelling({ names }: KnownEntity, text: string, lang: WrittenLang): Remark | undefined {
  const spelling = spellingOf(text);
  const written = names.filter((name) => name.spelling === spelling);
  // What the edition's own language says of it; else what Serbian Latin says of the Cyrillic; else any.
  const [meant = written] = [lang, lang === 'sr-Cyrl' ? 'sr-Latn' : lang]
    .map((own) => written.filter((name) => name.lang === own))
    .filter((own) => own.length > 0);
  const [misspelt] = meant;
  if (!misspelt || meant.some(({ kind }) => kind !== 'misspelling')) return undefined;
  return { code: 'misspelling', instead: spelled(names, misspelt, lang) };
}

/** The same name with its marks; else the preferred one, in the same case where there is one. */
function spelled(names: readonly KnownName[], misspelt: KnownName, lang: WrittenLang): string[] {
  const right = names.filter(({ kind }) => kind !== 'misspelling');
  const inLang = (wanted: Lang) => right.filter((name) => name.lang === wanted);
  const preferred = inLang(lang).filter(({ kind }) => kind === 'preferred');
  const choices = [
    ...[lang, misspelt.lang].map((wanted) => inLang(wanted).filter(({ key }) => key === misspelt.key)),
    preferred.filter(({ form }) => form === misspelt.form),
    preferred.filter(({ form }) => isCitationForm(form)),
  ];
  return textsOf(choices.find((some) => some.length > 0) ?? []);
}

export function unlistedForm(
  { names, keys }: KnownEntity,
  text: string,
  lang: WrittenLang,
): Remark | undefined {
  if (keys.has(keyOf(text)) || keys.has(keyOf(withoutEnding(text)))) return undefined;
  const own = names.filter((name) => name.lang === lang && name.kind !== 'misspelling');
  const loose = looseKey(wordsOf(text));
  const alike = own.filter((name) => looseKey(wordsOf(name.text)) === loose);
  const preferred = own.filter(({ kind, form }) => kind === 'preferred' && isCitationForm(form));
  return { code: 'unlisted-form', instead: textsOf(alike.length > 0 ? alike : preferred) };
}

const textsOf = (names: readonly KnownName[]): string[] =>
  [...new Set(names.map(({ text }) => text))].slice(0, NAMED);

/** NATO of NATO-s, KLA of KLA’s. */
function withoutEnding(text: string): string {
  return text.replace(/(?:[-‐‑]\p{Ll}+|['’ʼ]s)$/u, '');
}
