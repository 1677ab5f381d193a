/** The words of a block that somebody types, to note them without selecting. */
import type { Span } from '../../../shared/domain';
import { findMatches } from '../find';

export type Sought = { state: 'none' | 'several' } | ({ state: 'found' } & Span);

/** Undefined where nothing is sought. Letters as they are typed decide where the folding finds several places. */
export function soughtIn(text: string, typed: string): Sought | undefined {
  if (typed.trim() === '') return undefined;
  for (const options of [
    {},
    { fromWordStart: true },
    { exact: true },
    { exact: true, fromWordStart: true },
  ]) {
    const matches = findMatches([text], typed, options);
    const [match] = matches;
    if (!match && Object.keys(options).length === 0) return { state: 'none' };
    if (match && matches.length === 1) return { state: 'found', start: match.start, end: match.end };
  }
  return { state: 'several' };
}

const SHORT = 48;

/** The beginning of a text, in whole words, to tell it by. */
export function firstWords(text: string): string {
  if (text.length <= SHORT) return text;
  const cut = text.slice(0, SHORT + 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut.slice(0, SHORT)).replace(/[\s,;:–-]+$/u, '')}…`;
}
