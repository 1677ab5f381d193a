/** The forms of an Albanian name, from the one that stands in lists. */
import type { NameForm } from '../../../shared/domain';
import { LINKERS } from '../linkers';
import { fromDefinite, fromIndefinite, fromPerson, type Noun } from './albanian-nouns';
import type { Declined, Sort } from './declined';

/** What follows these belongs to them, and does not change. */
const PREPOSITION = /^(?:në|nga|mbi|për|te|tek|me|pa|ndaj|ndër|kundër|dhe)$/u;

type Case = 'definite' | 'accusative' | 'genitive';

/** A linker agrees with the noun that it follows: Çikatovës së Vjetër, Prekazin e Poshtëm. */
const BESIDE: Record<Noun['gender'], Record<Case, string>> = {
  masculine: { definite: 'i', accusative: 'e', genitive: 'të' },
  feminine: { definite: 'e', accusative: 'e', genitive: 'së' },
};
/** After another word it has two forms only: Ushtrinë Çlirimtare të Kosovës. */
const FURTHER: Record<Noun['gender'], Record<Case, string>> = {
  masculine: { definite: 'i', accusative: 'të', genitive: 'të' },
  feminine: { definite: 'e', accusative: 'të', genitive: 'të' },
};

/** @param form what `text` is: indefinite, definite, or base where the list does not say */
export function declineAlbanian(text: string, form: NameForm, sort: Sort): Declined[] {
  const [head = '', ...rest] = text.split(' ');
  if (sort === 'people') return [];
  if (sort === 'person') return declinePerson([head, ...rest]);
  const isWhole = rest.length === 0 || (rest.length > 1 && LINKERS.includes(rest[0] ?? ''));
  if (form !== 'indefinite') return declineThing(fromDefinite(head), rest, sort === 'place' && isWhole);
  return sort === 'place' && isWhole ? declineThing(fromIndefinite(head), rest, true) : [];
}

/** Only the last name changes: Adem Jasharit. */
function declinePerson(words: readonly string[]): Declined[] {
  const noun = fromPerson(words.at(-1) ?? '');
  const others = words.slice(0, -1);
  return noun === undefined ? [] : cases(noun, (at) => [...others, noun[at]]);
}

/** The linker that agrees with the noun before `rest`; one that links nothing is none. */
function linkerOf(rest: readonly string[]): { at: number; agreeing: typeof BESIDE } | undefined {
  const isLinker = (at: number) => at < rest.length - 1 && LINKERS.includes(rest[at] ?? '');
  if (isLinker(0)) return { at: 0, agreeing: BESIDE };
  return isLinker(1) && !PREPOSITION.test(rest[0] ?? '') ? { at: 1, agreeing: FURTHER } : undefined;
}

/** The first word changes, and its linker; what they are linked to does not. Of a descriptive name only the
 *  definite form can be trusted to be a singular. */
function declineThing(noun: Noun | undefined, rest: readonly string[], hasIndefinite: boolean): Declined[] {
  if (noun === undefined) return [];
  const linker = linkerOf(rest);
  const linkers = linker?.agreeing[noun.gender];
  // Linked as another gender or a plural is: it was taken for what it is not.
  if (linker && rest[linker.at] !== linkers?.definite) return [];
  const linked = (by: string | undefined) => (linker && by ? rest.with(linker.at, by) : rest);
  const definite = cases(noun, (at) => [noun[at], ...linked(linkers?.[at])]);
  if (!hasIndefinite) return definite;
  const indefinite = (form: NameForm, words: readonly string[]): Declined => ({
    form,
    text: [noun.indefinite, ...words].join(' '),
    rule: noun.rule,
  });
  // në Çikatovë të Vjetër: the one case that an indefinite name shows.
  const afterNe = linker ? [indefinite('accusative', linked('të'))] : [];
  return [...definite, indefinite('indefinite', rest), ...afterNe];
}

function cases(noun: Noun, words: (at: Case) => readonly string[]): Declined[] {
  const of = (form: NameForm, at: Case) => ({ form, text: words(at).join(' '), rule: noun.rule });
  return [of('definite', 'definite'), of('accusative', 'accusative'), of('genitive-dative', 'genitive')];
}
