/** Which editions are compared, as the address has it, and how the names fall into those shared and those not. */
import type { Comparison } from '../../../shared/contract';
import type { ArticleId } from '../../../shared/domain';
import { isLang, type Lang } from '../../../shared/lang';

export interface Side {
  article: ArticleId;
  lang: Lang;
}
export type Row = Comparison['rows'][number];

export const MOST_SIDES = 3;
export const VIEWS = ['all', 'shared', 'apart'] as const;
export type View = (typeof VIEWS)[number];

export function isView(value: unknown): value is View {
  return (VIEWS as readonly unknown[]).includes(value);
}

/** `ARTICLE.LANG,ARTICLE.LANG`; what is none is left out. */
export function sidesOf(address: unknown): Side[] {
  if (typeof address !== 'string') return [];
  return address
    .split(',')
    .flatMap((part): Side[] => {
      const dot = part.lastIndexOf('.');
      const lang = part.slice(dot + 1);
      return dot > 0 && isLang(lang) ? [{ article: part.slice(0, dot) as ArticleId, lang }] : [];
    })
    .slice(0, MOST_SIDES);
}

export function addressOf(sides: readonly Side[]): string {
  return sides.map(({ article, lang }) => `${article}.${lang}`).join(',');
}

/** Something to begin with: the first two articles as the reader reads them; of a single one, two editions. */
export function firstSides(
  articles: readonly { id: ArticleId; languages: readonly Lang[] }[],
  preferred: readonly Lang[],
): Side[] {
  const langsOf = (languages: readonly Lang[]) => preferred.filter((lang) => languages.includes(lang));
  const [first, second] = articles.map(({ id, languages }) => ({ id, langs: langsOf(languages) }));
  const ends = second ? [first, second] : [first, first && { ...first, langs: first.langs.slice(1) }];
  return ends.flatMap((one) => (one?.langs[0] ? [{ article: one.id, lang: one.langs[0] }] : []));
}

/** A third beside the two: another edition that is not there yet. */
export function anotherSide(
  sides: readonly Side[],
  articles: readonly { id: ArticleId; languages: readonly Lang[] }[],
): Side | undefined {
  const taken = new Set(sides.map((side) => addressOf([side])));
  const [, second] = sides;
  const all = articles.flatMap(({ id, languages }) => languages.map((lang): Side => ({ article: id, lang })));
  const free = all.filter((side) => !taken.has(addressOf([side])));
  return free.find(({ lang, article }) => lang === second?.lang && article !== second.article) ?? free[0];
}

export const isRepeated = (sides: readonly Side[]): boolean =>
  new Set(sides.map((side) => addressOf([side]))).size < sides.length;

/** On how many sides it stands. */
export const standsOn = ({ forms }: Row): number => forms.filter(({ length }) => length > 0).length;

/** The rows under what they have in common: on all sides, on two of three, on one. */
export function sectionsOf(rows: readonly Row[], sides: number, view: View): { on: number; rows: Row[] }[] {
  const isWanted = (on: number): boolean => view === 'all' || (view === 'shared') === (on === sides);
  const groups = Map.groupBy(rows, standsOn);
  return [...groups].filter(([on]) => isWanted(on)).map(([on, own]) => ({ on, rows: own }));
}

/** Tab-separated, for a table elsewhere: what it is cited by, then the forms on each side with their counts. */
export function asTable(header: readonly string[], rows: readonly Row[], cite: (row: Row) => string): string {
  const cell = (text: string): string => text.replace(/\s+/gu, ' ').trim();
  const lines = rows.map((row) => [
    cite(row),
    ...row.forms.map((forms) => forms.map(({ text, count }) => `${text} (${count})`).join('; ')),
  ]);
  return [header, ...lines].map((line) => line.map(cell).join('\t')).join('\n');
}
