/** How written forms are compared. */
import { toLatin } from '../../text/script';
import { FOLDED_LINKERS } from '../linkers';
import { wordsOf } from '../match/loose';
import type { NamedEntity } from './edition';

/** Words whatever the script, marks, hyphens and the form of an Albanian linker. */
export function comparedWords(text: string): string[] {
  return wordsOf(text).map((word, at) => (at > 0 && FOLDED_LINKERS.includes(word) ? 'e' : word));
}

export const keyOf = (text: string): string => comparedWords(text).join(' ');

/** Marks count, capitals and the Serbian script do not: Čirez is Чирез, and not Ćirez. */
export const spellingOf = (text: string): string => toLatin(text.normalize('NFC')).toLowerCase();

/** UÇK, and UÇK-së with it. */
export function isAbbreviated(text: string, names: NamedEntity['names']): boolean {
  const whole = text.split(/[-‐‑’']/u)[0];
  return names.some((name) => name.form === 'abbreviation' && name.text === whole);
}
