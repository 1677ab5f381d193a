/** Whom words may name, for a list. */
import { citedAs } from '../../../shared/cited';
import type { Candidate, EntityBrief, NameMatch } from '../../../shared/contract';
import { LANGS, type Lang } from '../../../shared/lang';

export const CONFIDENCE_MESSAGES = {
  sure: 'editing.confidence.sure',
  likely: 'editing.confidence.likely',
  doubtful: 'editing.confidence.doubtful',
} as const satisfies Record<Candidate['confidence'], string>;

/** In the text's language, or the first that it has a name in. */
export function candidateName(brief: EntityBrief, lang: Lang): { text: string; lang: Lang } {
  for (const one of [lang, ...LANGS]) {
    const text = citedAs(brief, one);
    if (text !== undefined) return { text, lang: one };
  }
  return { text: brief.id, lang };
}

/** Those that all of the text may name; an entity once. A name inside of it is not what was selected. */
export function candidatesFor(text: string, matches: readonly NameMatch[]): Candidate[] {
  const whole = matches.filter(({ start, end }) => start === 0 && end === text.length);
  const found = new Map(whole.flatMap(({ candidates }) => candidates).map((one) => [one.id, one]));
  return [...found.values()];
}
