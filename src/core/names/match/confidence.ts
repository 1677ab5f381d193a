/** How much speaks for a name standing where one was found. Which of several it is, is another question. */
import type { Candidate, Caps, Hit } from './matcher';

/** Best first. */
export const CONFIDENCES = ['sure', 'likely', 'doubtful'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

const DOUBTS: Record<Caps, number> = { own: 0, sentence: 1, heading: 1, 'small-first': 1, none: 1, some: 2 };

/** One step down where capitals do not tell, two where they speak against it, and one for a candidate whose form
 *  nobody is known to have written. */
export function confidenceOf(
  { caps }: Pick<Hit, 'caps'>,
  { generated }: Pick<Candidate, 'generated'>,
): Confidence {
  return CONFIDENCES[DOUBTS[caps] + (generated ? 1 : 0)] ?? 'doubtful';
}
