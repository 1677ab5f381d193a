/** The matcher's rules again, one regular expression a form, with no thought of speed: what it says is right. */
import type { Span } from '../../../src/shared/domain';
import type { Candidate, Caps, Hit, NamedForm } from '../../../src/core/names/match/matcher';
import { fold, foldWithMap, type Folded, toOriginal } from '../../../src/core/text/fold';

const WORD = String.raw`[\p{L}\p{N}\p{Co}]`;
const LINKER = '(?:e|i|se|te)';

interface Pattern {
  form: number;
  entity: string;
  generated: boolean;
  expression: RegExp;
  /** The words as they are listed. */
  listed: string[];
}

/** A character of several words, or of a word and something else, stands between words: ½, ℀. */
const isMixed = (character: string) => new RegExp(`${WORD}`, 'u').test(fold(character)) && !new RegExp(`^${WORD}+$`, 'u').test(fold(character)); // prettier-ignore
const apart = (text: string) =>
  text.replace(/\P{ASCII}/gu, (one) => (isMixed(one) ? '\uFFFC'.repeat(one.length) : one));

const words = (folded: Folded): Span[] =>
  Array.from(folded.text.matchAll(new RegExp(`${WORD}+`, 'gu')), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
const escaped = (text: string) => text.replace(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);

/** What may stand where `gap` stands in the list, both folded. */
function gapPattern(gap: string, next: string): string {
  const marks = gap.replaceAll(' ', '');
  if (marks === '' || (gap === '-' && !/^\p{Ll}/u.test(next))) return '(?: +|-)';
  if (gap === '-') return '-';
  if (marks === '-') return '(?: +- *| *- +)';
  return ` *${Array.from(marks, escaped).join(' *')} *`;
}

function patternOf({ entity, lang, text: name, generated }: NamedForm, form: number): Pattern | undefined {
  const text = apart(name);
  const folded = foldWithMap(text);
  const spans = words(folded);
  if (spans.length === 0) return undefined;
  const listed = spans.map(({ start, end }) => slice(text, toOriginal(folded, start, end)));
  const source = spans.map(({ start, end }, at) => {
    const word = folded.text.slice(start, end);
    const inside = at > 0 && at < spans.length - 1 && !lang.startsWith('sr');
    const next = spans[at + 1];
    const gap =
      next === undefined ? '' : gapPattern(folded.text.slice(end, next.start), listed[at + 1] ?? '');
    return `(${inside && new RegExp(`^${LINKER}$`).test(word) ? LINKER : escaped(word)})${gap}`;
  });
  return {
    form,
    entity,
    generated: generated === true,
    listed,
    expression: new RegExp(`(?<!${WORD})${source.join('')}(?!${WORD})`, 'uyd'),
  };
}

const spansOf = (folded: Folded) => words(folded).map(({ start, end }) => toOriginal(folded, start, end));
const slice = (text: string, { start, end }: Span) => text.slice(start, end);

export function compileOracle(forms: readonly NamedForm[]): (text: string) => Hit[] {
  const patterns = forms.flatMap((form, at) => patternOf(form, at) ?? []);
  const byFirstWord = Map.groupBy(patterns, ({ listed: [first = ''] }) => fold(first));

  function longestAt(folded: Folded, text: string, at: number): Hit | undefined {
    const first = folded.text.slice(at).match(new RegExp(`^${WORD}+`, 'u'))?.[0] ?? '';
    const found = (byFirstWord.get(first) ?? []).flatMap((pattern) => {
      pattern.expression.lastIndex = at;
      const match = pattern.expression.exec(folded.text);
      if (match?.indices === undefined) return [];
      const spans = match.indices.slice(1).flatMap((range) => (range ? [toOriginal(folded, ...range)] : []));
      if (spans.some(({ start }, k) => /\n\s*\n/u.test(text.slice(spans[k - 1]?.end ?? start, start))))
        return [];
      const written = spans.map((span) => slice(text, span));
      const varied = pattern.listed.filter((word, k) => fold(word) !== match[k + 1]).length;
      const span = { start: spans[0]!.start, end: spans.at(-1)!.end };
      const caps = capsOf(pattern.listed, written, text, span);
      return caps === undefined ? [] : [{ pattern, span, varied, caps }];
    });
    const end = Math.max(...found.map(({ span }) => span.end));
    const longest = found.filter(({ span }) => span.end === end);
    const fewest = Math.min(...longest.map(({ varied }) => varied));
    const best = longest.filter(({ varied }) => varied === fewest);
    if (best[0] === undefined) return undefined;
    const ending = endingOf(folded, text, end);
    return {
      ...best[0].span,
      candidates: candidates(best.map(({ pattern }) => pattern)),
      caps: ORDER.find((one) => best.some(({ caps }) => caps === one))!,
      ...(ending && { ending }),
    };
  }

  return (original) => {
    const text = apart(original);
    const folded = foldWithMap(text);
    const hits: Hit[] = [];
    let after = 0;
    for (const { start } of words(folded)) {
      if ((folded.starts[start] ?? 0) < after) continue;
      const found = longestAt(folded, text, start);
      if (found === undefined) continue;
      hits.push(found);
      after = found.ending?.end ?? found.end;
    }
    return hits;
  };
}

function endingOf(folded: Folded, text: string, at: number): Span | undefined {
  const next = spansOf(folded).find(({ start }) => start === at + 1);
  if (next === undefined) return undefined;
  const joined = text.slice(at, next.end);
  const joins = /^[-\u2010\u2011]\p{Ll}/u.test(joined) || /^['’ʼ]s$/iu.test(joined);
  return joins ? { start: at, end: next.end } : undefined;
}

function candidates(forms: Pattern[]): Candidate[] {
  return Array.from(
    Map.groupBy(forms, ({ entity }) => entity),
    ([entity, those]) => ({
      entity,
      forms: those.map(({ form }) => form),
      generated: those.every(({ generated }) => generated),
    }),
  );
}

const ORDER: Caps[] = ['own', 'sentence', 'heading', 'small-first', 'some', 'none'];

const letters = (word: string) => word.match(/\p{Cased}/gu) ?? [];
const isUpper = (letter: string | undefined) => letter !== undefined && /[\p{Uppercase}\p{Lt}]/u.test(letter);
const isCapitalised = (word: string) => isUpper(letters(word)[0]);
const isAllCapitals = (word: string) => letters(word).length > 1 && letters(word).every(isUpper);
const isAbbreviation = (word: string) => isAllCapitals(word) && letters(word).length <= 5;

function capsOf(listed: string[], written: string[], text: string, { start, end }: Span): Caps | undefined {
  const asked = listed.slice(0, 16).map((word) => isAbbreviation(word) || isCapitalised(word));
  if (!asked.includes(true)) return 'none';
  const states = listed.slice(0, 16).map((word, at) => {
    const here = written[at] ?? '';
    if (!asked[at]) return 'free';
    if (!isAbbreviation(word)) return isCapitalised(here) ? 'given' : 'missing';
    if (isAllCapitals(here)) return 'given';
    return isCapitalised(here) && here.length >= 4 ? 'near' : 'missing';
  });
  if (!states.includes('given') && !states.includes('near')) return undefined;
  if (states.includes('near') || states.lastIndexOf('missing') > 0) return 'some';
  if (states[0] === 'missing') return 'small-first';
  const those = written.filter((_, at) => asked[at]);
  const loud =
    those.every((word) => isAllCapitals(word) || letters(word).length === 1) && those.some(isAllCapitals);
  if (loud && amongCapitals(text, start, end)) return 'heading';
  const single =
    asked.lastIndexOf(true) === 0 && !isAbbreviation(listed[0] ?? '') && !isAllCapitals(written[0] ?? '');
  return single && /(?:^|[.!?…\n])[^\p{L}\p{N}\p{Co}.!?…\n]*$/u.test(text.slice(0, start))
    ? 'sentence'
    : 'own';
}

function amongCapitals(text: string, start: number, end: number): boolean {
  const spans = spansOf(foldWithMap(text));
  const before = spans.findLast((span) => span.end <= start);
  const after = spans.find((span) => span.start >= end);
  const beside = [
    before !== undefined && !text.slice(before.end, start).includes('\n') ? [slice(text, before)] : [],
    after !== undefined && !text.slice(end, after.start).includes('\n') ? [slice(text, after)] : [],
  ].flat();
  const isLoud = (word: string) => isAllCapitals(word) || (letters(word).length === 1 && isCapitalised(word));
  return beside.length > 0 && beside.every(isLoud);
}
