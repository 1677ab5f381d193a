/** What is not consistent in an edition: for a person to look at, who decides. A finding that nobody agrees with does
 *  more harm than one that is missing. */
import { citedAs } from '../../../shared/cited';
import type { EntityBrief } from '../../../shared/contract';
import type { EntityId } from '../../../shared/domain';
import type { Lang, WrittenLang } from '../../../shared/lang';
import { asidesAmong } from './asides';
import type { EditionText, Found, Place, Use } from './edition';
import { againstUsage } from './english';
import { type KnownEntity, lemmasFor } from './known';
import { areOfOneName } from './lemmas';
import { misspelling, unlistedForm } from './spelling';
import { twoNames } from './two-names';

export type { EditionText, Found, NamedEntity, Place } from './edition';
export { knownEntity, type KnownEntity } from './known';

/** In the order of the text, one at a place: correcting a misspelling may well settle what else could be said. */
export function findingsIn(
  { lang, blocks }: EditionText,
  entityOf: (id: EntityId) => KnownEntity | undefined,
): Found[] {
  const written = new Map<Place, string>();
  const explained = new Set<Place>();
  for (const { text, places } of blocks) {
    const textOf = ({ start, end }: Place): string => text.slice(start, end);
    const asides = asidesAmong(text, places, (one, other) => {
      const entity = entityOf(one.entity);
      return !entity || areOfOneName(lemmasFor(entity, textOf(one)), lemmasFor(entity, textOf(other)));
    });
    for (const place of places) {
      if (!asides.shown.has(place)) written.set(place, textOf(place));
      if (asides.explained.has(place)) explained.add(place);
    }
  }
  const places = [...written.keys()];
  const found = [...Map.groupBy(places, ({ entity }) => entity)].flatMap(([id, own]) => {
    const entity = entityOf(id);
    const byText = Map.groupBy(own, (place) => written.get(place) ?? '');
    const uses = [...byText].map(([text, those]): Use => ({ text, places: those, explained }));
    return entity ? findingsOf(entity, uses, lang) : [];
  });
  const byPlace = new Map(found.toReversed().map((one) => [one.place, one]));
  return places.flatMap((place) => byPlace.get(place) ?? []);
}

function findingsOf(entity: KnownEntity, uses: readonly Use[], lang: WrittenLang): Found[] {
  const ofForms = uses.flatMap(({ text, places }): Found[] => {
    const remark =
      misspelling(entity, text, lang) ??
      unlistedForm(entity, text, lang) ??
      (lang === 'en' ? againstUsage(entity, text) : undefined);
    return remark ? places.map((place) => ({ ...remark, place })) : [];
  });
  return [...ofForms, ...twoNames(entity, uses, lang)];
}

/** Languages in which a thing has no name to be cited by. Serbian Latin follows from the Cyrillic. */
export function langsMissing(brief: EntityBrief, langs: readonly Lang[]): Lang[] {
  const has = (lang: Lang): boolean => citedAs(brief, lang) !== undefined;
  return langs.filter((lang) => !has(lang) && !(lang === 'sr-Latn' && has('sr-Cyrl')));
}
