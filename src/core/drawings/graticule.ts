/** Round degrees and minutes across a map. */

/** Minutes. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800] as const;

/** Multiples of a step between two angles, in degrees; about `wanted` of them. */
export function roundAngles(least: number, most: number, wanted: number): number[] {
  const minutes = ((most - least) * 60) / Math.max(wanted, 1);
  const step = STEPS.find((one) => one >= minutes) ?? STEPS[STEPS.length - 1] ?? 60;
  const first = Math.ceil((least * 60) / step);
  const last = Math.floor((most * 60) / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => ((first + at) * step) / 60);
}

/** 42°40′ N. The letters are the language's own. */
export function angleText(angle: number, [positive, negative]: readonly [string, string]): string {
  const minutes = Math.round(Math.abs(angle) * 60);
  const degrees = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const letter = minutes === 0 ? '' : `\u00A0${angle > 0 ? positive : negative}`;
  return `${degrees}°${rest === 0 ? '' : `${String(rest).padStart(2, '0')}′`}${letter}`;
}
