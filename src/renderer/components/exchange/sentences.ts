/** What a sentence about a file needs, before it is one in the reader's language. */
import type { FileProblem, PlannedChange } from '../../../shared/contract';
import { isLang, type Lang } from '../../../shared/lang';

type Params = FileProblem['params'];

/** The message that says where something stands; undefined for what is about the whole file. */
export function placeKey({ line, column, cell, sheet, entry }: FileProblem['at']) {
  if (sheet !== undefined && cell !== undefined) return 'cell';
  if (sheet !== undefined && line !== undefined) return 'row';
  if (line !== undefined) return column === undefined ? 'line' : 'position';
  return entry === undefined ? undefined : 'entry';
}

/** Parameters in which languages or kinds of records stand by their tags. */
const LANG_PARAMS = new Set(['lang', 'langs']);

export interface Words {
  lang(tag: Lang): string;
  type(type: string): string;
  number(n: number): string;
}

export function spoken(params: Params, words: Words): Record<string, string> {
  const lang = (tag: string): string => (isLang(tag) ? words.lang(tag) : tag);
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'number') return [name, words.number(value)];
      if (LANG_PARAMS.has(name)) return [name, value.split(', ').map(lang).join(', ')];
      return [name, name === 'type' ? words.type(value) : value];
    }),
  );
}

export const SEVERITIES = ['fatal', 'error', 'warning', 'note'] as const;

/** The gravest first; within them as they stand in the file. */
export function bySeverity(problems: readonly FileProblem[]) {
  return SEVERITIES.flatMap((severity) => {
    const own = problems.filter((problem) => problem.severity === severity);
    return own.length > 0 ? [{ severity, problems: own }] : [];
  });
}

export type NameChanged = Extract<PlannedChange, { what: 'name-changed' }>;
type Fields = NameChanged['to'];

/** Fields in the order in which they are told. */
const FIELDS = Object.keys({
  kind: true, form: true, certainty: true, sources: true, note: true, period: true,
} satisfies Record<keyof Fields, true>) as (keyof Fields)[]; // prettier-ignore

export function changedFields({ to }: NameChanged): (keyof Fields)[] {
  return FIELDS.filter((field) => to[field] !== undefined);
}

/** Names that a file has for something, each once. */
export function namesIn(changes: readonly PlannedChange[]): { text: string; lang: Lang }[] {
  const names = changes.flatMap((change) => (change.what === 'name-added' ? [change.name] : []));
  return [...new Map(names.map(({ text, lang }) => [`${lang} ${text}`, { text, lang }])).values()];
}
