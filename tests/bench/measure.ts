/** Two ways of doing the same work, measured in turns in one run: the ratio holds where the machine's speed does not. */
import { cpus } from 'node:os';

export interface Rival {
  name: string;
  /** Does the work once and answers how long it took, in milliseconds. */
  run(): Promise<number>;
}

export interface Comparison {
  title: string;
  goal: number;
  ours: Rival;
  peer: Rival;
  /** What was measured, for whoever reads the figures later. */
  how: string;
}

export interface Result {
  title: string;
  how: string;
  goal: number;
  ours: string;
  peer: string;
  oursMs: number;
  peerMs: number;
  /** Median of the ratios, turn by turn. */
  ratio: number;
}

const ROUNDS = 15;

export async function compare(
  { title, goal, how, ours, peer }: Comparison,
  rounds = ROUNDS,
): Promise<Result> {
  await ours.run();
  await peer.run();
  const turns: [number, number][] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Who goes first changes, so that neither always finds the machine warm.
    if (round % 2 === 0) turns.push([await ours.run(), await peer.run()]);
    else {
      const theirs = await peer.run();
      turns.push([await ours.run(), theirs]);
    }
  }
  return {
    title,
    how,
    goal,
    ours: ours.name,
    peer: peer.name,
    oursMs: median(turns.map(([a]) => a)),
    peerMs: median(turns.map(([, b]) => b)),
    ratio: median(turns.map(([a, b]) => a / b)),
  };
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function lineOf({ title, ours, peer, oursMs, peerMs, ratio, goal }: Result): string {
  const verdict = ratio <= goal ? 'within' : 'beyond';
  return `${title}: ${ratio.toFixed(2)}x (${verdict} the goal of ${goal.toFixed(goal < 1 ? 2 : 1)}x); ${ours} ${oursMs.toFixed(0)} ms, ${peer} ${peerMs.toFixed(0)} ms`;
}

export function machine(chromium: string): string {
  return `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, ${chromium}`;
}
