/** Forms that nobody has listed, made by rule from those that somebody has. */
import type { EntityType } from '../../../shared/domain';
import type { Lang } from '../../../shared/lang';
import { fold } from '../../text/fold';
import { toCyrillic, toLatin } from '../../text/script';
import { withLatinTwins } from '../latin';
import { declineAlbanian } from './albanian';
import type { Declined, Sort } from './declined';
import { type Listed, type Paradigm, paradigmsOf } from './paradigms';
import { declineAbbreviation, declineSerbian, hasLastName } from './serbian';

export type { Declined, Rule } from './declined';
export type { Listed } from './paradigms';

export interface GeneratedName extends Declined {
  lang: Lang;
  /** The listed form that it is made from. */
  from: string;
}

const INFLECTED = ['sq', 'sr-Cyrl', 'sr-Latn'] as const satisfies readonly Lang[];

const PLACES: ReadonlySet<EntityType> = new Set(['territory', 'region', 'town', 'village', 'city', 'mountain', 'state', 'site']); // prettier-ignore

export function sortOf(type: EntityType): Sort {
  if (type === 'person') return 'person';
  if (type === 'family' || type === 'group') return 'people';
  return PLACES.has(type) ? 'place' : 'thing';
}

/** Of one entity. What is listed wins: no form of a name is made where the list has that form of it, and nothing
 *  that is listed already. */
export function generateForms(type: EntityType, names: readonly Listed[]): GeneratedName[] {
  const all = withLatinTwins(names);
  return INFLECTED.flatMap((lang) => {
    const listed = all.filter((name) => name.lang === lang);
    const texts = new Set(listed.map(({ text }) => text));
    const added = (from: string, forms: readonly Declined[]): GeneratedName[] =>
      forms.flatMap((made): GeneratedName[] => {
        if (texts.has(made.text)) return [];
        texts.add(made.text);
        return [{ ...made, lang, from }];
      });
    const paradigms = paradigmsOf(listed).filter(
      ({ citation }) => lang !== 'sr-Latn' || !isForeign(citation.text, names),
    );
    const whole = paradigms.flatMap((paradigm) => {
      const has = new Set(paradigm.forms.map(({ form }) => form));
      const { from, forms } = decline(paradigm, lang, sortOf(type));
      return added(
        from,
        forms.filter(({ form }) => !has.has(form)),
      );
    });
    if (lang === 'sq') return whole;
    const citations = paradigms.map(({ citation }) => citation.text);
    const alone = type === 'person' ? lastNamesAlone(citations, names) : [];
    const short = listed.filter(({ form }) => form === 'abbreviation').map(({ text }) => text);
    return [
      ...whole,
      ...alone.flatMap((text) =>
        added(
          text,
          inScript(text, lang, (name) => declineSerbian(name, 'person')),
        ),
      ),
      ...short.flatMap((text) => added(text, inScript(text, lang, declineAbbreviation))),
    ];
  });
}

/** Last names that are listed without a first name as well, in whatever language. */
function lastNamesAlone(citations: readonly string[], names: readonly Listed[]): string[] {
  const listed = new Set(names.map(({ text }) => fold(text)));
  return citations.flatMap((text) => {
    const last = text.split(' ').at(-1) ?? '';
    const isAlone = listed.has(fold(last)) && !citations.includes(last);
    return isAlone && hasLastName(toCyrillic(text).text) ? [last] : [];
  });
}

/** Where the list has Cyrillic, a name in Latin only is another language's: Susan Schuppli beside Сузан Шупли. */
function isForeign(latin: string, names: readonly Listed[]): boolean {
  const cyrillic = names.filter(({ lang }) => lang === 'sr-Cyrl');
  return cyrillic.length > 0 && !cyrillic.some(({ text }) => toLatin(text) === latin);
}

/** Everything that the rules make of a name, listed or not. */
export function decline(paradigm: Paradigm, lang: Lang, sort: Sort): { from: string; forms: Declined[] } {
  // The definite form tells the gender.
  const model = paradigm.forms.find(({ form }) => form === 'definite') ?? paradigm.citation;
  if (lang === 'sq') return { from: model.text, forms: declineAlbanian(model.text, model.form, sort) };
  const { text } = paradigm.citation;
  return { from: text, forms: inScript(text, lang, (name) => declineSerbian(name, sort)) };
}

/** Serbian is declined in Cyrillic, whichever script it is wanted in. */
function inScript(text: string, lang: Lang, declined: (cyrillic: string) => Declined[]): Declined[] {
  if (lang === 'sr-Cyrl') return declined(text);
  const cyrillic = toCyrillic(text).text;
  // Where something else comes back (Djakovica as Đakovica), nothing is made.
  const forms = toLatin(cyrillic) === text ? declined(cyrillic) : [];
  return forms.map((made) => ({ ...made, text: toLatin(made.text) }));
}
