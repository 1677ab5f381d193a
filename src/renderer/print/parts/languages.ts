/** Languages as they call themselves, which every reader of a parallel page understands. */
import type { Handout } from '../../../shared/contract';
import { type Lang, LANGS } from '../../../shared/lang';

export const OWN_NAMES: Readonly<Record<Lang, string>> = {
  en: 'English',
  sq: 'shqip',
  'sr-Cyrl': 'српски',
  'sr-Latn': 'srpski',
};

/** The handout's, in its order, then the others. */
export function langColumns({ langs }: Pick<Handout, 'langs'>): Lang[] {
  return [...new Set([...langs, ...LANGS])];
}
