/** Everything the matcher knows of the names, packed. Forms are known by their position in the trie's order, so
 *  that those of one name lie side by side. */
import { FOLDED_LINKERS } from '../linkers';
import type { Asked } from './capitals';
import { type NamedForm, readerOfNames, spell } from './forms';
import { hashed, hashOf } from './reader';
import { Sieve } from './sieve';
import { Trie } from './trie';
import { Vocabulary } from './vocabulary';

const GENERATED = 1;
const VARYING = 2;

export class Gazetteer {
  readonly vocabulary: Vocabulary;
  readonly trie: Trie;
  /** Words that begin a name. */
  readonly firstWords: Sieve;
  readonly linkers: readonly number[];
  private readonly entities: readonly string[];
  /** Words that come second, with the first. */
  private readonly secondWords: Sieve;
  private readonly owners: Uint32Array;
  private readonly asked: Int32Array;
  private readonly marks: Uint8Array;

  constructor(forms: Iterable<NamedForm>) {
    const reader = readerOfNames();
    const listed = Array.from(forms, ({ entity, lang, text, generated = false }) => ({
      ...spell(text, reader),
      entity,
      marks: (generated ? GENERATED : 0) | (lang.startsWith('sr') ? 0 : VARYING),
    }));
    const words = new Map<string, number>();
    for (const { path } of listed) path.slice(0, 1).forEach((word) => numberOf(word, words));
    const firsts = [...words.keys()];
    this.firstWords = new Sieve(firsts.map(hashOf));
    this.trie = new Trie(
      listed.map(({ path }) => path.map((word) => numberOf(word, words))),
      firsts.length,
    );
    this.secondWords = new Sieve(
      listed.flatMap(({ path: [first = '', second] }) => {
        if (second === undefined) return [];
        const those = FOLDED_LINKERS.includes(second) ? FOLDED_LINKERS : [second];
        return those.map((word) => hashed(hashOf(word), numberOf(first, words)));
      }),
    );
    // Also where no name has them: a text may.
    this.linkers = FOLDED_LINKERS.map((linker) => numberOf(linker, words));
    this.vocabulary = new Vocabulary([...words.keys()]);

    const entities = new Map<string, number>();
    const inOrder = Array.from(this.trie.order, (form) => listed[form]).filter((form) => form !== undefined);
    this.owners = Uint32Array.from(inOrder, ({ entity }) => numberOf(entity, entities));
    this.asked = Int32Array.from(inOrder, ({ capitals }) => capitals);
    this.marks = Uint8Array.from(inOrder, ({ marks }) => marks);
    this.entities = ['', ...entities.keys()];
  }

  /** Whether a name may go on with a word of this hash; `first` is the node of the word before. */
  mayFollow(first: number, hash: number): boolean {
    return this.secondWords.lets(hashed(hash, first));
  }

  /** Its place in what was listed. */
  formAt(position: number): number {
    return this.trie.order[position] ?? 0;
  }

  askedBy(position: number): Asked {
    return this.asked[position] ?? 0;
  }

  entityOf(position: number): string {
    return this.entities[this.owners[position] ?? 0] ?? '';
  }

  isGenerated(position: number): boolean {
    return ((this.marks[position] ?? 0) & GENERATED) !== 0;
  }

  /** Whether its linkers may be others: not in Serbian, where i means and. */
  varies(position: number): boolean {
    return ((this.marks[position] ?? 0) & VARYING) !== 0;
  }
}

/** From 1, in the order of coming. */
function numberOf(key: string, numbers: Map<string, number>): number {
  const number = numbers.get(key) ?? numbers.size + 1;
  numbers.set(key, number);
  return number;
}
