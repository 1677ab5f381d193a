/** What keeps a form from being saved, and what a reader should look at again. */
import { scriptOf } from '../../../core/text/script';
import { degrees, type EntityDraft, isBlank, type NameDraft, tidy } from './draft';
import { isEntityId } from './entity-id';

/** Code → the sentence at the field. */
export const PROBLEMS = {
  type: 'editing.problems.type',
  id: 'editing.problems.id',
  localized: 'editing.problems.localized',
  latitude: 'editing.problems.latitude',
  longitude: 'editing.problems.longitude',
  precision: 'editing.problems.precision',
  credit: 'editing.problems.credit',
  noNames: 'editing.problems.noNames',
  text: 'editing.problems.text',
  twice: 'editing.problems.twice',
  certainty: 'editing.problems.certainty',
  sources: 'editing.problems.sources',
  period: 'editing.problems.period',
} as const;
export type Problem = keyof typeof PROBLEMS;

export const WARNINGS = {
  mixed: 'editing.warnings.mixed',
  latin: 'editing.warnings.latin',
  cyrillic: 'editing.warnings.cyrillic',
  invisible: 'editing.warnings.invisible',
} as const;
export interface Warning {
  code: keyof typeof WARNINGS;
  /** The words that it is about. */
  words: string;
}

/** Field → what is wrong with it, in the order of the form. */
export type Problems = ReadonlyMap<string, Problem>;

export const nameField = ({ key }: Pick<NameDraft, 'key'>, field: string): string => `name-${key}-${field}`;

export function problemsOf(draft: EntityDraft): Problems {
  const found: [string, Problem | false][] = [
    ['type', draft.type === '' && 'type'],
    // Made of the type, which is asked for first.
    ['id', draft.type !== '' && !isEntityId(draft.id, draft.type) && 'id'],
    ['names', draft.names.length === 0 && 'noNames'],
    ...draft.names.flatMap((name): [string, Problem | false][] => [
      [nameField(name, 'text'), textProblem(name, draft.names)],
      [nameField(name, 'certainty'), name.certainty === '' && 'certainty'],
      [nameField(name, 'sources'), name.sources.length === 0 && 'sources'],
      [nameField(name, 'period'), !isPeriod(name) && 'period'],
    ]),
    ['within', !isWhole(draft.within) && 'localized'],
    ...pointProblems(draft.point),
    ['note', !isWhole(draft.note) && 'localized'],
  ];
  return new Map(found.flatMap(([field, problem]) => (problem ? [[field, problem] as const] : [])));
}

function textProblem(name: NameDraft, names: readonly NameDraft[]): Problem | false {
  if (tidy(name.text) === '') return 'text';
  const isSame = (other: NameDraft): boolean =>
    other.lang === name.lang &&
    other.form === name.form &&
    other.kind === name.kind &&
    tidy(other.text) === tidy(name.text);
  return names.find(isSame) !== name && 'twice';
}

/** All three languages, or none: a reader of any of them sees it. */
function isWhole(texts: EntityDraft['within']): boolean {
  return isBlank(texts) || Object.values(texts).every((text) => text.trim() !== '');
}

function pointProblems(point: EntityDraft['point']): [string, Problem | false][] {
  if (isBlank(point)) return [];
  const isWithin = (text: string, most: number): boolean => Math.abs(degrees(text)) <= most;
  return [
    ['lat', !isWithin(point.lat, 90) && 'latitude'],
    ['lon', !isWithin(point.lon, 180) && 'longitude'],
    ['precision', point.precision.trim() === '' && 'precision'],
    ['credit', point.credit.trim() === '' && 'credit'],
  ];
}

function isPeriod({ from, to }: NameDraft): boolean {
  const [begun, ended] = [from.trim(), to.trim()];
  if (![begun, ended].every((date) => date === '' || isPartialDate(date))) return false;
  // To the precision of both: 1999 is not before 1999-03.
  const precision = Math.min(begun.length, ended.length);
  return precision === 0 || begun.slice(0, precision) <= ended.slice(0, precision);
}

function isPartialDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const WORDS = /[\p{L}\p{M}]+/gu;
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

/** Search never finds a word of two scripts, and nobody sees that it has two. */
export function warningsOf({ lang, text }: Pick<NameDraft, 'lang' | 'text'>): Warning[] {
  const words = text.match(WORDS) ?? [];
  const mixed = words.filter((word) => scriptOf(word) === 'mixed');
  const wrong = lang === 'sr-Cyrl' ? 'Latn' : 'Cyrl';
  const other = words.filter((word) => scriptOf(word) === wrong);
  const hasOwn = words.some((word) => scriptOf(word) === (wrong === 'Latn' ? 'Cyrl' : 'Latn'));
  return [
    ...(mixed.length > 0 ? [{ code: 'mixed', words: mixed.join(', ') } as const] : []),
    // A Cyrillic name may quote a Latin one: only a name that is all in the other script is told of.
    ...(other.length > 0 && !hasOwn && mixed.length === 0
      ? [{ code: wrong === 'Latn' ? 'latin' : 'cyrillic', words: other.join(' ') } as const]
      : []),
    ...(INVISIBLE.test(text) ? [{ code: 'invisible', words: '' } as const] : []),
  ];
}
