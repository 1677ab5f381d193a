/** Where an edition calls a thing by another name than it mostly does. */
import { categoryOf } from '../../../shared/category';
import type { WrittenLang } from '../../../shared/lang';
import type { Found, Use } from './edition';
import { isAbbreviated } from './keys';
import { type KnownEntity, lemmasFor } from './known';
import { areOfOneName, type Lemma } from './lemmas';

/** What the list of names prefers is kept to, unless the edition itself plainly prefers another. */
const PREFERENCE = 2;

interface Named extends Use {
  lemmas: readonly Lemma[];
}

/** @returns one for each place that has another name than the edition keeps to, unless it is explained there */
export function twoNames(entity: KnownEntity, uses: readonly Use[], lang: WrittenLang): Found[] {
  const groups = grouped(uses.flatMap((use) => named(entity, use)));
  if (groups.length < 2) return [];
  const isPreferred = (group: readonly Named[]): boolean =>
    group.some(({ lemmas }) => lemmas.some((lemma) => lemma.lang === lang && lemma.isPreferred));
  const weight = (group: readonly Named[]): number =>
    group.reduce((sum, { places }) => sum + places.length, 0) * (isPreferred(group) ? PREFERENCE : 1);
  const [main = [], ...others] = groups.toSorted((a, b) => weight(b) - weight(a));
  return others.flat().flatMap(({ text, places, explained }) => {
    const instead = formsUsed(main, text, entity);
    return places
      .filter((place) => !explained.has(place))
      .map((place): Found => ({ code: 'two-names', place, instead }));
  });
}

function named(entity: KnownEntity, use: Use): Named[] {
  if (isAbbreviated(use.text, entity.names) || !isProper(entity, use.text)) return [];
  const lemmas = lemmasFor(entity, use.text);
  return lemmas.length > 0 ? [{ ...use, lemmas }] : [];
}

/** Of what happened, who took part and where, a text also says what it was (Serbian forces, the memorial complex):
 *  a name is what has capitals throughout. Of peoples it can never be told. */
function isProper({ id }: KnownEntity, text: string): boolean {
  if (categoryOf(id) === 'group') return false;
  const content = text.split(/\s+/u).filter((word) => [...word].length > 3 || /^\p{Lu}/u.test(word));
  return content.every((word) => /^\P{L}*\p{Lu}/u.test(word));
}

/** Forms of one name together, in the order of the first of each. */
function grouped(uses: readonly Named[]): Named[][] {
  let groups: Named[][] = [];
  for (const use of uses) {
    const near = groups.filter((group) => group.some((other) => areOfOneName(other.lemmas, use.lemmas)));
    groups = [...groups.filter((group) => !near.includes(group)), [...near.flat(), use]];
  }
  return groups;
}

/** The forms of the name that is kept to: those of the same case first, then by how often they stand. */
function formsUsed(uses: readonly Named[], text: string, { names }: KnownEntity): string[] {
  const formOf = (written: string) => names.find((name) => name.text === written)?.form;
  const form = formOf(text);
  const isSameCase = (use: Named): number => Number(form !== undefined && formOf(use.text) === form);
  return uses
    .toSorted((a, b) => isSameCase(b) - isSameCase(a) || b.places.length - a.places.length)
    .map((use) => use.text);
}
