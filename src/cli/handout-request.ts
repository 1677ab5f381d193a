/** From a command's options to what the library is asked to compose. Only what is said replaces a preset's choice. */
import type { HandoutRequestInput, NamesDisplay, PartChoice } from '../shared/contract';
import type { ArticleId } from '../shared/domain';
import { handoutRequestSchema, type OwnQuestion, partChoicesSchema } from '../shared/handout';
import { LAYOUTS, PAPERS, type Part, PARTS, type Scope, SCOPES, SCOPES_OF } from '../shared/handout-parts';
import type { Lang } from '../shared/lang';
import { isLang, LANGS } from '../shared/lang';
import { issuesOf } from '../shared/router';

type Choices = Omit<HandoutRequestInput, 'articles' | 'langs'>;

export interface HandoutOptions {
  langs?: Lang[];
  layout?: string;
  names?: NamesDisplay;
  parts?: PartChoice[];
  sections?: Map<string, string[]>;
  paper?: string;
  landscape?: boolean;
  margin?: number;
  binding?: number;
  size?: number;
  columns?: number;
  contrast?: boolean;
  hyphenate?: boolean;
  withoutDetails?: boolean;
  title?: string;
  subtitle?: string;
  notes?: 'all' | string[];
  withoutQuestions?: string[];
  /** As read from a file. */
  questions?: OwnQuestion[] | undefined;
}

export interface Basis extends Choices {
  articles?: HandoutRequestInput['articles'];
  langs?: Lang[];
}

/**
 * @param basis a preset, or a handout that was opened again
 * @throws RangeError in words for whoever typed it
 */
export function requestOf(
  articles: readonly ArticleId[],
  options: HandoutOptions,
  basis: Basis,
): HandoutRequestInput {
  const { page = {}, questions = {} } = basis;
  const own = options.questions ?? questions.own;
  const request = {
    ...basis,
    ...given({
      layout: options.layout,
      names: options.names,
      parts: options.parts,
      withoutDetails: options.withoutDetails,
      title: options.title,
      subtitle: options.subtitle,
      notes: options.notes,
    }),
    articles: withSections(
      articles.length > 0 ? [...new Set(articles)].map((id) => ({ id })) : (basis.articles ?? []),
      options.sections,
    ),
    langs: options.langs ?? basis.langs ?? ['en'],
    page: {
      ...page,
      ...given({
        paper: options.paper,
        landscape: options.landscape,
        margin: options.margin,
        binding: options.binding,
        size: options.size,
        columns: options.columns,
        contrast: options.contrast,
        hyphenate: options.hyphenate,
      }),
    },
    questions: {
      ...questions,
      ...given({ without: options.withoutQuestions, own }),
    },
  };
  const parsed = handoutRequestSchema.safeParse(request);
  if (!parsed.success) throw new RangeError(issuesOf(parsed.error));
  return parsed.data;
}

const given = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

type ChosenArticles = NonNullable<Basis['articles']>;

function withSections(articles: ChosenArticles, sections: HandoutOptions['sections']): ChosenArticles {
  const stray = [...(sections?.keys() ?? [])].find((id) => !articles.some((article) => article.id === id));
  if (stray !== undefined)
    throw new RangeError(`--sections names “${stray}”, which is not among the articles.`);
  return articles.map((article) => {
    const chosen = sections?.get(article.id);
    return chosen ? { id: article.id, sections: chosen } : article;
  });
}

/** `text,figures,names:once,map:each:landscape`. @throws RangeError */
export function parseParts(list: string): PartChoice[] {
  const choices = list.split(',').map((item): PartChoice => {
    const [name = '', ...how] = item.trim().split(':');
    const part = PARTS.find((one) => one === name);
    if (!part) throw new RangeError(`“${name}” is no part of a handout. Parts: ${PARTS.join(', ')}.`);
    const scope = how.map((word) => scopeOf(part, word)).find((one) => one !== undefined);
    return { part, ...(scope && { scope }), ...(how.includes('landscape') && { landscape: true }) };
  });
  const parsed = partChoicesSchema.safeParse(choices);
  if (!parsed.success) throw new RangeError(issuesOf(parsed.error));
  return parsed.data;
}

function scopeOf(part: Part, word: string): Scope | undefined {
  if (word === 'landscape') return undefined;
  const scope = SCOPES.find((one) => one === word);
  if (scope && SCOPES_OF[part].includes(scope)) return scope;
  throw new RangeError(`“${part}” takes ${[...SCOPES_OF[part], 'landscape'].join(', ')}, not “${word}”.`);
}

/** `izbica-massacre:lead,h-events`; may be said for each article. @throws RangeError */
export function parseSections(
  text: string,
  before: Map<string, string[]> = new Map(),
): Map<string, string[]> {
  const [article = '', list = ''] = text.split(':');
  const sections = list.split(',').filter(Boolean);
  if (article === '' || sections.length === 0)
    throw new RangeError(`“${text}” is not ARTICLE:SECTION,SECTION, as in izbica-massacre:lead,h-events.`);
  return new Map([...before, [article, sections]]);
}

/** @throws RangeError */
export function parseNames(value: string): NamesDisplay {
  if (value === 'as-written' || value === 'gloss' || isLang(value)) return value;
  throw new RangeError(`“${value}” is no way to show names. Ways: as-written, gloss, ${LANGS.join(', ')}.`);
}

/** @throws RangeError */
export function parseOneOf<T extends string>(what: string, values: readonly T[]): (value: string) => T {
  return (value) => {
    const found = values.find((one) => one.toLowerCase() === value.toLowerCase());
    if (found !== undefined) return found;
    throw new RangeError(`“${value}” is no ${what}. There are: ${values.join(', ')}.`);
  };
}

export const parsePaper = parseOneOf('paper size', PAPERS);
export const parseLayout = parseOneOf('layout', LAYOUTS);
