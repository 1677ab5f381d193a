import type { LooseRule } from '../../../shared/likeness';

/** Why two spellings may be of one name; that of two sounds is told by how they are spelt, and stays on one line. */
export function reasonsTold(reasons: readonly LooseRule[], ending: string): string {
  return reasons
    .map((reason) => (reason === 'ending' ? ending : reason.replaceAll(' ', '\u00a0')))
    .join(', ');
}
