/** Reads a text once, for words that may begin a name. */
import { leavesNoTrace } from '../../text/fold-letters';
import { BETWEEN, characterAt, DROPPED, firstOf, FOLDED, isLetter, kindAt, NO_LETTER, secondOf, SPECIAL } from './characters'; // prettier-ignore
import { hashed, type Reader } from './reader';
import type { Sieve } from './sieve';

/** Is told of a word that the sieve lets through, and that the reader has read; answers where to go on. */
type Read = (start: number, end: number) => number;

/** Most words begin no name, and their hash is all that it takes to know. Nothing but that is done for a letter
 *  here: this loop is where the time goes. */
export function scan(text: string, sieve: Sieve, reader: Reader, read: Read): void {
  const { length } = text;
  /** After what came last between words; where a word begins, if one does. */
  let start = 0;
  let hash = 0;
  for (let at = 0; at < length;) {
    const folded = FOLDED[text.charCodeAt(at)] ?? BETWEEN;
    if (isLetter(folded)) {
      hash = hashed(hash, folded);
      at++;
    } else if (folded === BETWEEN) {
      if (at > start && sieve.lets(hash)) start = at = candidate(text, start, reader, read);
      else start = ++at;
      hash = 0;
    } else if (folded > SPECIAL) {
      const last = at === start ? BETWEEN : (FOLDED[text.charCodeAt(at - 1)] ?? BETWEEN);
      if (folded === DROPPED) at++;
      // What came before decides whether a j leaves a trace; where that is no plain letter, let the reader tell.
      else if (at > start && !isLetter(last)) {
        at = reader.word(text, start);
        hash = reader.hash;
      } else {
        if (!leavesNoTrace(firstOf(folded), last)) hash = hashed(hash, firstOf(folded));
        if (secondOf(folded) !== NO_LETTER) hash = hashed(hash, secondOf(folded));
        at++;
      }
    } else {
      const { kind, size } = characterAt(text, at);
      if (kind === 'word') {
        at = reader.word(text, start);
        hash = reader.hash;
      } else if (kind === 'dropped') at += size;
      else {
        if (at > start && sieve.lets(hash)) start = at = candidate(text, start, reader, read);
        else start = at += size;
        hash = 0;
      }
    }
  }
  if (length > start && sieve.lets(hash)) candidate(text, start, reader, read);
}

function candidate(text: string, from: number, reader: Reader, read: Read): number {
  let start = from;
  while (start < text.length && kindAt(text, start) === 'dropped') start += characterAt(text, start).size;
  return read(start, reader.word(text, start));
}
