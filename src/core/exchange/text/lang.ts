/** Language tags of other programs, as one of ours. */
import { type Lang, LANGS } from '../../../shared/lang';
import { scriptOf } from '../../text/script';

/** `how`: ours as it stands; `mapped` to ours by what the tag says; by the `script` of the text, for Serbian
 *  without one. */
export interface UnderstoodLang {
  lang: Lang;
  how: 'same' | 'mapped' | 'script';
}

/** ISO 639-1, -2 and -3; Tosk and Gheg are Albanian here. `sh` and `hbs` are tags under which Serbian is kept. */
const LANGUAGES = new Map<string, 'en' | 'sq' | 'sr'>([
  ['en', 'en'], ['eng', 'en'],
  ['sq', 'sq'], ['sqi', 'sq'], ['alb', 'sq'], ['als', 'sq'], ['aln', 'sq'],
  ['sr', 'sr'], ['srp', 'sr'], ['scc', 'sr'], ['sh', 'sr'], ['hbs', 'sr'],
]); // prettier-ignore

/** Wikidata's: ekavian Cyrillic and Latin, not Ecuador and not a country at all. */
const WIKIDATA = new Map<string, Lang>([
  ['sr-ec', 'sr-Cyrl'],
  ['sr-el', 'sr-Latn'],
]);

/** `unknown`: not a language of this library; `undecided`: Serbian, in a script that the text does not tell. */
export function understandLang(tag: string, text: string): UnderstoodLang | 'unknown' | 'undecided' {
  const lower = tag.trim().replaceAll('_', '-').toLowerCase();
  const ours = LANGS.find((lang) => lang.toLowerCase() === lower);
  if (ours) return { lang: ours, how: ours === tag ? 'same' : 'mapped' };
  const wikidata = WIKIDATA.get(lower);
  if (wikidata) return { lang: wikidata, how: 'mapped' };

  const [primary = '', ...rest] = lower.split('-');
  const language = LANGUAGES.get(primary);
  if (language === undefined) return 'unknown';
  if (language !== 'sr') return { lang: language, how: 'mapped' };
  if (rest.includes('cyrl')) return { lang: 'sr-Cyrl', how: 'mapped' };
  if (rest.includes('latn')) return { lang: 'sr-Latn', how: 'mapped' };
  const script = scriptOf(text);
  if (script === 'Cyrl') return { lang: 'sr-Cyrl', how: 'script' };
  if (script === 'Latn') return { lang: 'sr-Latn', how: 'script' };
  return 'undecided';
}
