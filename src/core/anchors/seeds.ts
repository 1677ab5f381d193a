/** Where in an edition a piece of text may stand that was changed: where many of its runs of letters do. */

/** Letters in a run. Of text with a third of its letters changed, one run in eight is whole: enough of them to see. */
const RUN = 5;
/** Of a piece so many runs are looked up, evenly spread: long quotes cost no more than short ones. */
const LOOKED_UP = 64;
/** A run that is everywhere (“ косо”) tells nothing. */
const EVERYWHERE = 256;
/** Runs with the same shift, give or take these units (2^5), speak for the same place. */
const SHIFT_BITS = 5;
/** Two runs may meet by chance, and do so all the time. */
const FEWEST = 3;
/** A place with less than half of the votes that the best has cannot be as like the piece as that. */
const OF_BEST = 0.5;

export interface Guess {
  block: number;
  /** Where the piece would begin; it may lie before the block where its beginning was cut away. */
  at: number;
  votes: number;
}

export interface Seeds {
  /** Best first, at most `limit` in the block asked for and as many in all others. */
  guess(piece: string, own: number, limit: number): Guess[];
}

export function compileSeeds(texts: readonly string[]): Seeds {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, at) => (starts[at + 1] = (starts[at] ?? 0) + text.length));
  const mask = 2 ** Math.ceil(Math.log2(Math.max(1024, 2 * (starts.at(-1) ?? 0)))) - 1;

  // Positions by bucket in one array: first how many each has, then where each begins.
  const ends = new Uint32Array(mask + 2);
  const eachRun = (visit: (bucket: number, position: number) => void) =>
    texts.forEach((text, block) => {
      for (let at = 0; at + RUN <= text.length; at += 1)
        visit(hash(text, at) & mask, (starts[block] ?? 0) + at);
    });
  eachRun((bucket) => (ends[bucket + 1] = (ends[bucket + 1] ?? 0) + 1));
  for (let bucket = 1; bucket < ends.length; bucket += 1)
    ends[bucket] = (ends[bucket] ?? 0) + (ends[bucket - 1] ?? 0);
  const positions = new Uint32Array(ends.at(-1) ?? 0);
  const filled = ends.slice();
  eachRun((bucket, position) => {
    positions[filled[bucket] ?? 0] = position;
    filled[bucket] = (filled[bucket] ?? 0) + 1;
  });

  const blockOf = (position: number): number => {
    let [low, high] = [0, texts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  /** Votes by block and shift; shifts are counted from the piece's length, so that none is below zero. */
  function poll(piece: string): Map<number, Guess> {
    const polled = new Map<number, Guess>();
    const step = Math.max(1, Math.floor((piece.length - RUN + 1) / LOOKED_UP));
    for (let at = 0; at + RUN <= piece.length; at += step) {
      const bucket = hash(piece, at) & mask;
      const [from, to] = [ends[bucket] ?? 0, ends[bucket + 1] ?? 0];
      if (to - from > EVERYWHERE) continue;
      for (let hit = from; hit < to; hit += 1) {
        const position = positions[hit] ?? 0;
        const block = blockOf(position);
        const shift = position - (starts[block] ?? 0) - at;
        const key = block * 2 ** 26 + ((shift + piece.length) >> SHIFT_BITS);
        const guess = polled.get(key);
        if (guess) guess.votes += 1;
        else polled.set(key, { block, at: shift, votes: 1 });
      }
    }
    return polled;
  }

  return {
    guess(piece, own, limit) {
      const polled = poll(piece);
      const best = [...polled]
        .map(([key, guess]) => ({ ...guess, votes: guess.votes + (polled.get(key + 1)?.votes ?? 0) }))
        .filter(({ votes }) => votes >= FEWEST)
        .sort((a, b) => b.votes - a.votes);
      const good = best.filter(({ votes }) => votes >= (best[0]?.votes ?? 0) * OF_BEST);
      const here = good.filter(({ block }) => block === own).slice(0, limit);
      return [...here, ...good.filter(({ block }) => block !== own).slice(0, limit)];
    },
  };
}

function hash(text: string, at: number): number {
  let mixed = 0;
  for (let unit = at; unit < at + RUN; unit += 1)
    mixed = Math.imul(mixed ^ text.charCodeAt(unit), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
