/** From what a reader types to what the index is asked. */
import { fold } from '../text/fold';
import { tokens } from '../text/words';

/** Longer queries are refused: nobody types them, and each word costs a look-up. In UTF-16 code units. */
export const QUERY_LIMIT = 500;

/** Words that have to stand one after the other. What stands in quotation marks is one phrase. */
export interface Phrase {
  /** Folded. */
  words: string[];
  /** As typed, in NFC. */
  written: string;
  quoted: boolean;
}

const QUOTED = /"([^"]*)"?/gu;
/** Typographic quotation marks ask for a phrase as plain ones do; single ones are apostrophes. */
const QUOTATION_MARKS = /[“”„«»]/gu;

/** Operators have no meaning but as words; what has no letter or digit is passed over. */
export function parseQuery(query: string): Phrase[] {
  const normal = query.normalize('NFC').replace(QUOTATION_MARKS, '"');
  const phrases: Phrase[] = [];
  const add = (written: string, quoted: boolean) => {
    const words = foldedWords(written);
    if (words.length > 0) phrases.push({ words, written: written.trim(), quoted });
  };
  let after = 0;
  const addLoose = (text: string) => text.split(/\s+/u).forEach((word) => add(word, false));
  for (const match of normal.matchAll(QUOTED)) {
    addLoose(normal.slice(after, match.index));
    add(match[1] ?? '', true);
    after = match.index + match[0].length;
  }
  addLoose(normal.slice(after));
  return phrases;
}

/** The words of a text as the index cuts and folds them. */
export function foldedWords(text: string): string[] {
  const folded = fold(text);
  return tokens(folded).map(({ start, end }) => folded.slice(start, end));
}

/** The key under which a name is looked up: its folded words. */
export function nameKey(name: string): string {
  return foldedWords(name).join(' ');
}

/** One thing that a hit has to have, in any of these ways. */
export interface Group {
  /** As typed. */
  written: string;
  /** Each a sequence of folded words. */
  alternatives: string[];
  /** Entities that the words name. */
  entities: string[];
}

export interface Gazetteer {
  entitiesNamed(words: string): readonly string[];
  keysOf(entity: string): readonly string[];
}

/** Names longer than this many words are not looked for in a query. */
const LONGEST_NAME = 12;

/** Groups of a query, all of which a hit must have. Unquoted words that name an entity, the longest run first,
 *  stand for all its names. */
export function expandQuery(phrases: readonly Phrase[], gazetteer: Gazetteer): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < phrases.length;) {
    const named = longestName(phrases, at, gazetteer);
    if (named) {
      groups.push(named.group);
      at = named.next;
    } else {
      groups.push(...literalGroups(phrases.slice(at, at + 1)));
      at += 1;
    }
  }
  return groups;
}

/** Groups of a query in which nothing stands for anything else. */
export function literalGroups(phrases: readonly Phrase[]): Group[] {
  return phrases.map(({ words, written }) => ({ written, alternatives: [words.join(' ')], entities: [] }));
}

function longestName(phrases: readonly Phrase[], at: number, gazetteer: Gazetteer) {
  let end = at;
  while (end < phrases.length && end - at < LONGEST_NAME && !phrases[end]?.quoted) end += 1;
  for (; end > at; end -= 1) {
    const run = phrases.slice(at, end);
    const words = run.flatMap((phrase) => phrase.words).join(' ');
    const entities = gazetteer.entitiesNamed(words);
    if (entities.length > 0) {
      const alternatives = new Set([words, ...entities.flatMap((entity) => gazetteer.keysOf(entity))]);
      const written = run.map((phrase) => phrase.written).join(' ');
      return { next: end, group: { written, alternatives: [...alternatives], entities: [...entities] } };
    }
  }
  return undefined;
}

/** The groups in the query language of FTS5. Folded words hold letters and digits only, so quoting is enough.
 *  @param prefix the last word may be unfinished */
export function matchExpression(groups: readonly Group[], prefix: boolean): string {
  return groups
    .map(({ alternatives }, at) => {
      const open = prefix && at === groups.length - 1;
      const ways = alternatives.map((words, index) => (open && index === 0 ? `"${words}" *` : `"${words}"`));
      return `(${ways.join(' OR ')})`;
    })
    .join(' AND ');
}
