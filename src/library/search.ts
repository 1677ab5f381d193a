/** Search over everything that is read. */
import { allLiteralSpans, mergeSpans } from '../core/search/literal';
import {
  expandQuery,
  type Group,
  literalGroups,
  matchExpression,
  parseQuery,
  type Phrase,
  QUERY_LIMIT,
} from '../core/search/query';
import { makeSnippet } from '../core/search/snippet';
import { foldWithMap, toOriginal } from '../core/text/fold';
import type { Input, SearchHit, SearchResult } from '../shared/contract';
import type { EntityId, Span } from '../shared/domain';
import { AppError } from '../shared/errors';
import { type Lang, type WrittenLang, writtenFor } from '../shared/lang';
import { type IndexHit, MARK_END, MARK_START } from '../store/index/passages';
import type { Context } from './context';
import { TITLE_BLOCK } from './indexing';
import { asSuggestion, namesMeant } from './names-meant';
import { showSpans, shownIn, showText } from './shown';

/** Hits are counted to here; nobody reads further. */
const COUNTED = 10_000;
const DEADLINE_SECONDS = 5;
/** Names that may have been meant; and words of a query that are asked about. */
const SUGGESTED = 5;

/** @throws AppError 'query.empty' | 'query.too-long' | 'query.too-slow' */
export function search(context: Context, input: Input<'search.find'>): SearchResult {
  const started = performance.now();
  const { words, exact = false, prefix = false, limit = 20, offset = 0 } = input;
  if (words.length > QUERY_LIMIT)
    throw new AppError('query.too-long', { length: words.length, limit: QUERY_LIMIT });
  const phrases = parseQuery(words);
  if (phrases.length === 0) throw new AppError('query.empty', { words: words.slice(0, 40) });

  const typed = literalGroups(phrases);
  const groups = exact ? typed : expandQuery(phrases, context.index);
  const query: Query = {
    phrases,
    typed: matchExpression(typed, prefix && !exact),
    match: matchExpression(groups, prefix && !exact),
    lang: input.lang,
    written: input.lang === undefined ? null : writtenFor(input.lang),
    serbian:
      input.lang === 'sr-Latn' || (input.lang === undefined && input.script === 'Latn')
        ? 'sr-Latn'
        : 'sr-Cyrl',
    deadline: started + DEADLINE_SECONDS * 1000,
  };
  const found = exact ? findExactly(context, query, limit, offset) : find(context, query, limit, offset);
  const suggested = found.total === 0 ? suggestionsFor(context, phrases) : [];
  return {
    query: words,
    expanded: groups.flatMap((group) => expansionOf(context, group)),
    ...(suggested.length > 0 && { suggested }),
    ...found,
    ms: Math.round((performance.now() - started) * 10) / 10,
  };
}

/** By the query as a whole, else by what in it names nothing. */
function suggestionsFor(context: Context, phrases: readonly Phrase[]): Suggested {
  const meantBy = (words: string): Suggested =>
    namesMeant(context, words)
      .slice(0, SUGGESTED)
      .map((meant) => {
        const { entity } = meant.name;
        const within = context.entities.get(entity)?.within;
        return { words, entity, ...asSuggestion(meant), ...(within && { within }) };
      });
  const groups = expandQuery(phrases, context.index);
  const unknown = groups.filter(({ entities }) => entities.length === 0).map(({ written }) => written);
  if (unknown.length === 0) return [];
  const whole = meantBy(phrases.map(({ written }) => written).join(' '));
  return whole.length > 0 ? whole : unknown.slice(0, SUGGESTED).flatMap(meantBy);
}

type Suggested = NonNullable<SearchResult['suggested']>;

interface Query {
  phrases: Phrase[];
  /** What the index is asked for, and the part of it that was typed rather than added. */
  match: string;
  typed: string;
  lang: Lang | undefined;
  /** The language that the index has; null for any. */
  written: WrittenLang | null;
  /** The script that Serbian hits are shown in. */
  serbian: 'sr-Latn' | 'sr-Cyrl';
  deadline: number;
}
type Found = Pick<SearchResult, 'total' | 'hits'>;

function find(context: Context, query: Query, limit: number, offset: number): Found {
  const hits: SearchHit[] = [];
  for (const hit of context.index.matching({ ...query, limit, offset })) {
    checkDeadline(query);
    const text = textOf(context, hit);
    const lang = hit.lang === 'sr-Cyrl' ? query.serbian : hit.lang;
    const shown = showSpans(text, foldedMarks(text, context.index.marked(query.match, hit.id)), lang);
    hits.push(hitOf(context, hit, lang, shown));
  }
  return { total: context.index.count(query.match, query.written, COUNTED), hits };
}

/** Folding finds the candidates; each is then read letter by letter, Serbian in both scripts. */
function findExactly(context: Context, query: Query, limit: number, offset: number): Found {
  const wanted = query.phrases.map((phrase) => phrase.written);
  const hits: SearchHit[] = [];
  let total = 0;
  for (const hit of context.index.matching({ ...query, limit: COUNTED, offset: 0 })) {
    checkDeadline(query);
    const text = textOf(context, hit);
    for (const lang of scriptsToRead(hit, query)) {
      const shown = showText(text, lang);
      const spans = allLiteralSpans(shown, wanted);
      if (!spans) continue;
      if (total >= offset && hits.length < limit)
        hits.push(hitOf(context, hit, lang, { text: shown, spans }));
      total += 1;
      break;
    }
  }
  return { total, hits };
}

/** The script asked for first; only that one where a language was asked for. */
function scriptsToRead(hit: IndexHit, query: Query): Lang[] {
  if (query.lang !== undefined) return [query.lang];
  return shownIn(hit.lang).sort((a, b) => Number(b === query.serbian) - Number(a === query.serbian));
}

function checkDeadline({ deadline }: Query): void {
  if (performance.now() > deadline) throw new AppError('query.too-slow', { seconds: DEADLINE_SECONDS });
}

function textOf(context: Context, { article, lang, block }: IndexHit): string {
  const text =
    block === TITLE_BLOCK
      ? context.articles.title(article, lang)
      : context.articles.text(article, lang, block);
  return text ?? '';
}

/** The original's characters behind what the index marked in the folded text. */
function foldedMarks(text: string, marked: string): Span[] {
  const folded = foldWithMap(text);
  const spans: Span[] = [];
  let at = 0;
  let start = 0;
  for (const part of marked.split(new RegExp(`([${MARK_START}${MARK_END}])`))) {
    if (part === MARK_START) start = at;
    else if (part === MARK_END) spans.push(toOriginal(folded, start, at));
    else at += part.length;
  }
  return mergeSpans(spans);
}

function hitOf(
  context: Context,
  hit: IndexHit,
  lang: Lang,
  shown: { text: string; spans: Span[] },
): SearchHit {
  const { text, marks } = makeSnippet(shown.text, shown.spans);
  return {
    article: hit.article,
    lang,
    block: hit.block,
    title: showText(context.articles.title(hit.article, hit.lang) ?? '', lang),
    snippet: text,
    marks: marks.map(({ start, end }) => [start, end]),
    score: Math.round(hit.score * 1e6) / 1e6,
  };
}

/** For each entity that the words named: what else was searched for. */
function expansionOf(context: Context, { written, entities }: Group): SearchResult['expanded'] {
  return entities.map((id) => ({
    entity: id as EntityId,
    matched: written,
    names: [...new Set(context.entities.get(id)?.names.map((name) => name.text))],
  }));
}
