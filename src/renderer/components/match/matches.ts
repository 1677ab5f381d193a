/** What was found in a text, name by name, and how much of the text is shown at once. */
import { citedAs } from '../../../shared/cited';
import type { Candidate, NameMatch } from '../../../shared/contract';
import type { NameForm } from '../../../shared/domain';
import type { Lang } from '../../../shared/lang';

export const CONFIDENCE_LABELS: Readonly<Record<Candidate['confidence'], string>> = {
  sure: 'match.sure',
  likely: 'match.likely',
  doubtful: 'match.doubtful',
};

export interface FoundForm {
  /** As it is written in the text. */
  text: string;
  count: number;
  /** What it is a form of, at its surest. */
  as: Candidate;
}

export interface FoundName {
  key: string;
  /** As first written first. */
  forms: FoundForm[];
  /** Whose name it may be, the surest first. */
  candidates: Candidate[];
}

/** One for each thing, or for each set of things that the same forms may name; in the order of the text. What is only
 *  suggested is apart from what was found.
 *  How sure a name is depends on its place (at the beginning of a sentence, among capitals); the surest counts. */
export function foundNames(matches: readonly NameMatch[]): FoundName[] {
  const groups = Map.groupBy(matches, (match) =>
    [isSuggested(match) ? 'suggested' : 'found', ...match.candidates.map(({ id }) => id).sort()].join(' '),
  );
  return [...groups].map(([key, own]) => ({
    key,
    forms: [...Map.groupBy(own, ({ text }) => text)].flatMap(([text, written]) => {
      const [as] = surestFirst(written);
      return as ? [{ text, count: written.length, as }] : [];
    }),
    candidates: distinct(surestFirst(own)),
  }));
}

export function isSuggested({ candidates }: NameMatch): boolean {
  return candidates.some(({ suggested }) => suggested !== undefined);
}

const rank = ({ confidence }: Candidate): number => Object.keys(CONFIDENCE_LABELS).indexOf(confidence);

function surestFirst(matches: readonly NameMatch[]): Candidate[] {
  return matches.flatMap(({ candidates }) => candidates).toSorted((a, b) => rank(a) - rank(b));
}

/** Each entity once, with what corresponds to any of its forms. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  return [...Map.groupBy(candidates, ({ id }) => id).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const all = [first, ...others].flatMap(({ corresponding = [] }) => corresponding);
    return all.length > 0 ? [{ ...first, corresponding: all }] : [first];
  });
}

/** What may be written: what it is cited by, and for Albanian the other of definite and indefinite too. */
export function toWrite(candidate: Candidate, lang: Lang): string[] {
  const first = citedAs(candidate, lang);
  const all = [first, candidate.preferred[lang]?.text, lang === 'sq' ? candidate.definite?.text : undefined];
  return [...new Set(all.filter((text) => text !== undefined))];
}

/** And for the cases in which it stands in the text, the same ones; a spelling once, with all that it is. */
export function casesToWrite(
  { corresponding = [] }: Candidate,
  lang: Lang,
): { text: string; forms: NameForm[] }[] {
  const own = corresponding.filter((one) => one.lang === lang);
  return [...Map.groupBy(own, ({ text }) => text)].map(([text, same]) => ({
    text,
    forms: [...new Set(same.map(({ form }) => form))],
  }));
}

/** Tab-separated, a row for each form and whose it may be, for a table elsewhere. */
export function asTable(names: readonly FoundName[], langs: readonly Lang[]): string {
  const rows = names.flatMap(({ forms, candidates }) =>
    forms.flatMap(({ text, count, as }) =>
      candidates.map((candidate) => [
        text,
        String(count),
        candidate.id,
        as.form ?? '',
        as.suggested ? 'suggested' : as.generated ? 'generated' : '',
        as.confidence,
        ...langs.map((lang) => toWrite(candidate, lang).join(', ')),
      ]),
    ),
  );
  const head = ['written', 'count', 'id', 'form', 'made', 'confidence', ...langs];
  const cell = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return [head, ...rows].map((row) => row.map(cell).join('\t')).join('\n');
}

export type TextPiece = { text: string; match: NameMatch | undefined };

/** The beginning of a text, to `length` or to the end of the name that stands there, cut at its names. */
export function beginning(
  text: string,
  matches: readonly NameMatch[],
  length: number,
): { pieces: TextPiece[]; isWhole: boolean } {
  const across = matches.find(({ start, end }) => start < length && end > length);
  const end = Math.min(text.length, across?.end ?? length);
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of matches) {
    if (match.end > end) break;
    if (match.start > at) pieces.push({ text: text.slice(at, match.start), match: undefined });
    pieces.push({ text: text.slice(match.start, match.end), match });
    at = match.end;
  }
  if (end > at) pieces.push({ text: text.slice(at, end), match: undefined });
  return { pieces, isWhole: end === text.length };
}
