/** Names that an edition does not use but show: in a quotation, or set beside another to say what a thing is also
 *  called. Whoever wrote them knew what they did. */
import type { Span } from '../../../shared/domain';
import type { Lang } from '../../../shared/lang';

export interface Shown extends Span {
  entity: string;
  quoted: Lang | null;
}

/** UTF-16 units between two names of a thing that are told in one breath. */
const BREATH = 24;
const SENTENCE_END = /[.!?…:;\n]/u;
/** “now Drenas, now Glogovac”, “Drenas or Glogovac”, “Drenas / Glogovac”: a word at most before the second. */
const TOLD = /[,/–—]\s*(?:\p{L}{1,5}\s+)?$|^\s+(?:or|ose|apo|или|ili)\s+$/u;
/** Who only joins them takes them for two things. */
const JOINED = /^[\s,]*(?:and|dhe|e|и|i)?\s*$/u;

export interface Asides<T> {
  /** No use of the name. */
  shown: ReadonlySet<T>;
  /** Uses that what is also called so is told beside: Drenas (Glogovac). */
  explained: ReadonlySet<T>;
}

/** @param areOfOneName of two places of one entity: what are forms of one name explains nothing */
export function asidesAmong<T extends Shown>(
  text: string,
  places: readonly T[],
  areOfOneName: (one: T, other: T) => boolean,
): Asides<T> {
  const quotations = quotationsIn(text);
  const brackets = bracketsIn(text);
  const shown = new Set<T>(places.filter((place) => quotations.some((span) => holds(span, place))));
  const explained = new Set<T>();
  for (const [at, place] of places.entries()) {
    const before = places.slice(0, at).filter(({ entity }) => entity === place.entity);
    const bracket = brackets.find((span) => holds(span, place));
    const beside = bracket && before.find(({ end }) => text.slice(end, bracket.start).trim() === '');
    if (beside) explained.add(beside);
    if (bracket && (beside || place.quoted !== null)) shown.add(place);
    const last = before.at(-1);
    if (last && !bracket && areToldTogether(text, last, place) && !areOfOneName(last, place))
      shown.add(last).add(place);
  }
  return { shown, explained };
}

const holds = (span: Span, { start, end }: Span): boolean => span.start <= start && end <= span.end;

function areToldTogether(text: string, one: Span, other: Span): boolean {
  const between = text.slice(one.end, other.start);
  if (between.length > BREATH || SENTENCE_END.test(between)) return false;
  return TOLD.test(between) && !JOINED.test(between);
}

/** What closes each. A mark that opens in one language closes in another: „…“ and “…”. */
const CLOSING: Partial<Record<string, string>> = {
  '„': '“”',
  '“': '”',
  '«': '»',
  '»': '«',
  '"': '"',
  '‘': '’',
  '‚': '‘',
};

/** Between quotation marks that pair; one without its other quotes nothing. */
function quotationsIn(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const closing = CLOSING[text.charAt(at)];
    if (closing === undefined) continue;
    const end = [...closing].map((mark) => text.indexOf(mark, at + 1)).filter((found) => found !== -1);
    if (end.length === 0) continue;
    spans.push({ start: at, end: Math.min(...end) + 1 });
    at = Math.min(...end);
  }
  return spans;
}

function bracketsIn(text: string): Span[] {
  return Array.from(text.matchAll(/\([^()]*\)|\[[^[\]]*\]/gu), ({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
  }));
}
