/** A scale bar of round kilometres. */
export interface ScaleBar {
  kilometres: number;
  width: number;
  /** Where its parts end, in kilometres, from 0. */
  marks: number[];
}

const ROUND = [1, 2, 5] as const;

/** The longest with a round number that is not wider than `most`. */
export function scaleBar(pixelsPerKilometre: number, most: number): ScaleBar {
  const reach = most / pixelsPerKilometre;
  const power = 10 ** Math.floor(Math.log10(reach));
  const kilometres = power * (ROUND.findLast((round) => round * power <= reach) ?? 1);
  return {
    kilometres,
    width: kilometres * pixelsPerKilometre,
    marks: [0, kilometres / 2, kilometres].map((km) => Number(km.toPrecision(3))),
  };
}
