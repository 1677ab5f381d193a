/** The names as paths of words, packed: each node has a number, and those of the words that begin names are the
 *  words' own. */
import { roomFor } from './vocabulary';

/** Before any word; what leads nowhere leads here. */
export const ROOT = 0;

export class Trie {
  /** Which path ends where: in the order of their nodes. */
  readonly order: Uint32Array;
  /** Per node and one more: where its paths begin in `order`. */
  private readonly ends: Uint32Array;
  /** Per node: the node before it and the word that leads to it. */
  private readonly parents: Uint32Array;
  private readonly words: Uint32Array;
  private readonly leading: Uint8Array;
  private readonly slots: Uint32Array;
  private readonly firsts: number;

  /**
   * @param paths numbers of words, from 1; an empty one ends nowhere
   * @param firsts how many words begin a path; they have the lowest numbers
   */
  constructor(paths: readonly (readonly number[])[], firsts: number) {
    this.firsts = firsts;
    const steps: { parent: number; word: number }[] = [{ parent: ROOT, word: 0 }];
    for (let word = 1; word <= firsts; word++) steps.push({ parent: ROOT, word });
    const edges = new Map<string, number>();
    const last = paths.map(([first = ROOT, ...rest]) =>
      rest.reduce((parent, word) => {
        const edge = `${parent} ${word}`;
        const node = edges.get(edge) ?? steps.push({ parent, word }) - 1;
        edges.set(edge, node);
        return node;
      }, first),
    );
    this.parents = Uint32Array.from(steps, ({ parent }) => parent);
    this.words = Uint32Array.from(steps, ({ word }) => word);
    this.leading = new Uint8Array(steps.length);
    this.slots = new Uint32Array(roomFor(edges.size));
    for (const node of edges.values()) this.place(node);

    const pathsOf = Map.groupBy(last.keys(), (path) => last[path] ?? ROOT);
    const ending = steps.map((_, node) => (node === ROOT ? [] : (pathsOf.get(node) ?? [])));
    this.order = Uint32Array.from(ending.flat());
    this.ends = new Uint32Array(steps.length + 1);
    ending.forEach((those, node) => (this.ends[node + 1] = (this.ends[node] ?? 0) + those.length));
  }

  /** Where a name leads that begins with `word`. */
  first(word: number): number {
    return word <= this.firsts ? word : ROOT;
  }

  /** Where `word` leads after the others. */
  after(node: number, word: number): number {
    for (let slot = this.slotOf(node, word); ; slot = this.beside(slot)) {
      const next = this.slots[slot] ?? ROOT;
      if (next === ROOT || (this.parents[next] === node && this.words[next] === word)) return next;
    }
  }

  leadsOn(node: number): boolean {
    return this.leading[node] === 1;
  }

  /** The paths that end here are those from this position in `order` to that of the next node. */
  endsFrom(node: number): number {
    return this.ends[node] ?? 0;
  }

  private place(node: number): void {
    const parent = this.parents[node] ?? ROOT;
    let slot = this.slotOf(parent, this.words[node] ?? 0);
    while (this.slots[slot] !== 0) slot = this.beside(slot);
    this.slots[slot] = node;
    this.leading[parent] = 1;
  }

  private slotOf(node: number, word: number): number {
    const mixed = Math.imul(node ^ Math.imul(word, 0x9e3779b1), 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & (this.slots.length - 1);
  }

  private beside(slot: number): number {
    return (slot + 1) & (this.slots.length - 1);
  }
}
