/** What was found in a text, name by name, and how much of the text is shown at once. */
import { citedAs } from '../../../shared/cited';
import type { Candidate, NameMatch } from '../../../shared/contract';
import type { Lang } from '../../../shared/lang';

export const CONFIDENCE_LABELS: Readonly<Record<Candidate['confidence'], string>> = {
  sure: 'match.sure',
  likely: 'match.likely',
  doubtful: 'match.doubtful',
};

export interface FoundName {
  /** As it is written in the text. */
  text: string;
  count: number;
  /** The surest first. */
  candidates: Candidate[];
}

/** How sure a name is depends on its place (at the beginning of a sentence, among capitals); the surest counts. */
export function foundNames(matches: readonly NameMatch[]): FoundName[] {
  return [...Map.groupBy(matches, ({ text }) => text)].map(([text, own]) => {
    const byEntity = new Map<string, Candidate>();
    for (const candidate of own.flatMap(({ candidates }) => candidates)) {
      const known = byEntity.get(candidate.id);
      if (!known || rank(candidate) < rank(known)) byEntity.set(candidate.id, candidate);
    }
    return {
      text,
      count: own.length,
      candidates: [...byEntity.values()].toSorted((a, b) => rank(a) - rank(b)),
    };
  });
}

const rank = ({ confidence }: Candidate): number => Object.keys(CONFIDENCE_LABELS).indexOf(confidence);

/** What may be written: what it is cited by, and for Albanian the other of definite and indefinite too. */
export function toWrite(candidate: Candidate, lang: Lang): string[] {
  const first = citedAs(candidate, lang);
  const all = [first, candidate.preferred[lang]?.text, lang === 'sq' ? candidate.definite?.text : undefined];
  return [...new Set(all.filter((text) => text !== undefined))];
}

/** The beginning of a text, to `length` or to the end of the name that stands there. */
export function beginning(text: string, matches: readonly NameMatch[], length: number) {
  const across = matches.find(({ start, end }) => start < length && end > length);
  const end = Math.min(text.length, across?.end ?? length);
  const within = matches.filter((match) => match.end <= end);
  return {
    text: text.slice(0, end),
    marks: within.map((match): [number, number] => [match.start, match.end]),
    isWhole: end === text.length,
  };
}
