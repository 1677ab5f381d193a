/** Follows the words of a text along the names that begin with one of them. */
import { judge } from './capitals';
import type { Gazetteer } from './gazetteer';
import type { Reader } from './reader';
import { type Shape, shapeOf } from './shape';
import { ROOT } from './trie';

/** What was found last, in arrays that are used again and again: they grow, and counts say how far they hold. */
export class Walk {
  end = 0;
  /** Positions of the forms, in the order of the gazetteer. */
  readonly forms: number[] = [];
  formCount = 0;
  /** How the words of the name are written. */
  readonly words: Shape[] = [];
  wordCount = 0;
  /** How many linkers differ from those of the name. */
  private varied = 0;
  private readonly names: Gazetteer;
  private readonly reader: Reader;

  constructor(names: Gazetteer, reader: Reader) {
    this.names = names;
    this.reader = reader;
  }

  /** Looks for the longest name that begins with the word that was just read; answers whether there is one. */
  from(text: string, start: number, end: number): boolean {
    const first = this.names.trie.first(this.names.vocabulary.numberOf(this.reader));
    if (first === ROOT) return false;
    this.end = this.formCount = 0;
    this.words[0] = shapeOf(text, start, end);
    this.reach(text, first, 0, end, 1);
    return this.formCount > 0;
  }

  /** @param node where `count` words have led, the last of which ends at `end` */
  private reach(text: string, node: number, varied: number, end: number, count: number): void {
    this.accept(node, varied, end, count);
    if (this.names.trie.leadsOn(node)) this.follow(text, node, varied, end, count);
  }

  /** White space and a hyphen may stand between any two words of a name; other marks, and the hyphen of an
   *  ending, where the name has them. */
  private follow(text: string, node: number, varied: number, from: number, count: number): void {
    const { reader } = this;
    const { trie, vocabulary } = this.names;
    const start = reader.gap(text, from);
    if (start === text.length || reader.apart) return;
    const isSpace = reader.length === 0;
    const isHyphen = reader.isHyphen();
    const marked = isSpace ? ROOT : trie.after(node, vocabulary.numberOf(reader));
    const end = reader.word(text, start);
    // Most names are not followed by a word that another has in that place.
    if (isSpace && count === 1 && !this.names.mayFollow(node, reader.hash)) return;
    const word = vocabulary.numberOf(reader);
    this.words[count] = shapeOf(text, start, end);
    if (isSpace || isHyphen) this.through(text, node, word, varied, end, count + 1);
    if (marked !== ROOT) this.through(text, marked, word, varied, end, count + 1);
  }

  private through(
    text: string,
    node: number,
    word: number,
    varied: number,
    end: number,
    count: number,
  ): void {
    const { trie, linkers } = this.names;
    const next = trie.after(node, word);
    if (next !== ROOT) this.reach(text, next, varied, end, count);
    if (!linkers.includes(word)) return;
    for (const other of linkers) {
      const linked = other === word ? ROOT : trie.after(node, other);
      // A linker that links nothing is none: no name ends here.
      if (linked !== ROOT && trie.leadsOn(linked)) this.follow(text, linked, varied + 1, end, count);
    }
  }

  /** Takes the forms that end here and do not miss their capitals, in place of shorter ones, and of those whose
   *  linkers differ more. */
  private accept(node: number, varied: number, end: number, count: number): void {
    const { names, words, forms } = this;
    if (end < this.end || (end === this.end && varied > this.varied)) return;
    let taken = end === this.end && varied === this.varied ? this.formCount : 0;
    const before = taken;
    const to = names.trie.endsFrom(node + 1);
    for (let form = names.trie.endsFrom(node); form < to; form++) {
      if (varied > 0 && !names.varies(form)) continue;
      if (judge(names.askedBy(form), words, count) !== undefined) forms[taken++] = form;
    }
    if (taken === before) return;
    this.end = end;
    this.varied = varied;
    this.formCount = taken;
    this.wordCount = count;
  }
}
