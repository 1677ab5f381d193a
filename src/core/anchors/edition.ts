/** An edition's blocks, made ready for many questions. */
import { compileSeeds, type Seeds } from './seeds';

export interface AnchoredBlock {
  id: string;
  text: string;
}

export interface Edition {
  readonly blocks: readonly AnchoredBlock[];
  /** -1 where there is none of that id. */
  indexOf(id: string): number;
  /** Made when something has to be looked for that is not there letter for letter. */
  readonly seeds: Seeds;
}

/** In the edition's order. Of two blocks with one id, the first has it. */
export function prepareEdition(blocks: readonly AnchoredBlock[]): Edition {
  const indices = new Map<string, number>();
  blocks.forEach(({ id }, at) => indices.has(id) || indices.set(id, at));
  let seeds: Seeds | undefined;
  return {
    blocks,
    indexOf: (id) => indices.get(id) ?? -1,
    get seeds() {
      return (seeds ??= compileSeeds(blocks.map(({ text }) => text)));
    },
  };
}
