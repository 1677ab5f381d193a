/** What may have been meant by words that are no name as they are: put before a person, never taken for a match. */
import { suggestNames, type Suggestion as Alike } from '../core/names/match/suggest';
import type { Suggestion } from '../shared/contract';
import type { AlikeName } from '../store/index/entities';
import type { Context } from './context';

/** The nearest first, each entity once. */
export function namesMeant({ entities }: Context, words: string): Alike<AlikeName>[] {
  return suggestNames(words, entities.alike);
}

export function asSuggestion({ name: { text, lang }, reasons }: Alike<AlikeName>): Suggestion {
  return { text, lang, reasons };
}
