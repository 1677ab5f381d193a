/** An axis from 0 in round steps. Linear: a bar twice as long is twice as many. */

export interface Scale {
  /** Where the axis ends. */
  end: number;
  ticks: readonly number[];
}

/** At most so many steps between the ticks, so that their numbers have room. */
const STEPS = 4;
const ROUND = [1, 2, 5, 10] as const;

export function scaleTo(reach: number): Scale {
  const least = Math.max(reach, 1) / STEPS;
  const power = 10 ** Math.floor(Math.log10(least));
  // Counts are whole.
  const step = Math.max(1, power * (ROUND.find((round) => round * power >= least) ?? 10));
  const count = Math.max(1, Math.ceil(Math.max(reach, 1) / step));
  return { end: count * step, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) };
}

/** In percent of the axis. */
export function along({ end }: Scale, n: number): number {
  return Math.round((n / end) * 10_000) / 100;
}
