/** Rows of several chapters made into one table: editions beside each other, and articles one after the other. */
import type { Chapter, Figure } from '../../../shared/contract';
import type { Citation, FactKey } from '../../../shared/domain';
import type { Lang } from '../../../shared/lang';
import type { LanguageRun } from '../shown-names';
import { figureRows } from './figureRows';

type Edition = Chapter['editions'][number];
type Fact = Edition['facts'][number];

export interface FactRow {
  key: FactKey;
  /** One for each edition; undefined where it does not have the fact. */
  facts: (Fact | undefined)[];
  citations: readonly Citation[];
}

/** In the order of the first edition; what only the others have follows. */
export function factRows(editions: readonly Edition[]): FactRow[] {
  const keys = new Set(editions.flatMap(({ facts }) => facts.map(({ key }) => key)));
  return [...keys].map((key) => {
    const facts = editions.map((edition) => edition.facts.find((fact) => fact.key === key));
    return { key, facts, citations: facts.find((fact) => fact !== undefined)?.citations ?? [] };
  });
}

export interface FigureGroup {
  id: string;
  /** How many figures it is counted within. */
  depth: number;
  /** As each edition has it. */
  said: { lang: Lang; figure: Figure }[];
}

/** A figure once, in the order of the first edition that has it. */
export function figureGroups(editions: readonly Edition[]): FigureGroup[] {
  const groups = new Map<string, FigureGroup>();
  for (const { lang, figures } of editions)
    for (const { figure, depth } of figureRows(figures)) {
      const group = groups.get(figure.id) ?? { id: figure.id, depth, said: [] };
      group.said.push({ lang, figure });
      groups.set(figure.id, group);
    }
  return [...groups.values()];
}

/** What editions say, each with its language; what all of them write alike, once and in the first. */
export function saidOnce<T extends { lang: Lang; text: string }>(said: readonly T[]): T[] {
  return said.every(({ text }) => text === said[0]?.text) ? said.slice(0, 1) : [...said];
}

export interface NameRow extends Omit<Chapter['names'][number], 'inText'> {
  /** Each form with its language. */
  inText: Required<LanguageRun>[];
}

/** A row an entity, in the order of first mention; the forms of all chapters, each once. */
export function nameRows(chapters: readonly Chapter[]): NameRow[] {
  const rows = new Map<string, NameRow>();
  for (const chapter of chapters) {
    const langs = formLangs(chapter);
    for (const { inText, ...brief } of chapter.names) {
      const row = rows.get(brief.id) ?? { ...brief, inText: [] };
      rows.set(brief.id, row);
      for (const text of inText)
        if (!row.inText.some((form) => form.text === text))
          row.inText.push({ text, lang: langs.get(`${brief.id} ${text.toLowerCase()}`) ?? chapter.lang });
    }
  }
  return [...rows.values()];
}

/** Of an entity and a form, in small letters: in which language it was first written so. */
function formLangs({ editions }: Chapter): Map<string, Lang> {
  const langs = new Map<string, Lang>();
  for (const { lang, facts, blocks } of editions)
    for (const { mentions } of [...facts, ...blocks])
      for (const mention of mentions) {
        const form = `${mention.entity} ${mention.text.toLowerCase()}`;
        if (!langs.has(form)) langs.set(form, mention.lang ?? lang);
      }
  return langs;
}

/** In the order in which they are named; an article that two articles point to stands once. */
export function seeAlsoOf(chapters: readonly Chapter[], lang: Lang): Edition['seeAlso'] {
  const perArticle = Map.groupBy(chapters, ({ article }) => article).values();
  const links = [...perArticle].flatMap((group) => {
    const editions = group.flatMap(({ editions: all }) => all);
    return (editions.find((edition) => edition.lang === lang) ?? editions[0])?.seeAlso ?? [];
  });
  return links.filter(({ entity }, at) => links.findIndex((link) => link.entity === entity) === at);
}
