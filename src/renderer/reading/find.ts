/** Finding words in shown text, with or without regard to marks, script and case. */
import { foldWithMap, fold, toOriginal } from '../../core/text/fold';

export interface Match {
  /** Index into the texts searched. */
  text: number;
  start: number;
  /** Exclusive; UTF-16 code units of the text as given. */
  end: number;
}

export interface FindOptions {
  /** The letters as typed; their case does not matter, and neither does how a mark is encoded. */
  exact?: boolean;
  /** Only from the beginning of a word. */
  fromWordStart?: boolean;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Matches do not overlap and come in reading order. A query without a letter, digit or sign finds nothing. */
export function findMatches(texts: readonly string[], query: string, options: FindOptions = {}): Match[] {
  const words = query.trim().replace(/\s+/gu, ' ');
  const wanted = options.exact ? exactly(words).text : fold(words);
  if (wanted === '') return [];
  return texts.flatMap((text, index) =>
    matchesIn(text, wanted, options).map((span) => ({ text: index, ...span })),
  );
}

function matchesIn(
  text: string,
  wanted: string,
  { exact, fromWordStart }: FindOptions,
): Omit<Match, 'text'>[] {
  const folded = exact ? exactly(text) : foldWithMap(text);
  const found: Omit<Match, 'text'>[] = [];
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length)) {
    if (fromWordStart && LETTER.test(folded.text.charAt(at - 1))) continue;
    const span = toOriginal(folded, at, at + wanted.length);
    // The second half of љ found on its own is the љ that was found before.
    if (span.start >= (found.at(-1)?.end ?? 0)) found.push(span);
  }
  return found;
}

/** As `foldWithMap`, but only case and encoding are levelled. */
function exactly(text: string): ReturnType<typeof foldWithMap> {
  const starts: number[] = [];
  const ends: number[] = [];
  let level = '';
  for (const { segment, index } of clusters.segment(text)) {
    const piece = /^\s$/u.test(segment) ? ' ' : segment.normalize('NFC').toLowerCase();
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(index);
      ends.push(index + segment.length);
    }
    level += piece;
  }
  return { text: level, starts: Uint32Array.from([...starts, text.length]), ends: Uint32Array.from(ends) };
}

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The match to stand on: the first at or after `from`, or the first of all. */
export function nearestMatch(matches: readonly Match[], from: Pick<Match, 'text' | 'start'>): number {
  const index = matches.findIndex(
    (match) => match.text > from.text || (match.text === from.text && match.start >= from.start),
  );
  return Math.max(index, 0);
}
