/** Sources by their number in the list that goes with them, and the lines that are cited of each. */
import type { Chapter, Handout } from '../../../shared/contract';
import type { Citation, Source, SourceId } from '../../../shared/domain';
import { byArticle, chaptersOfPart } from './articles';

/** What citations point into. */
export interface SourceList {
  sources: readonly Pick<Source, 'id' | 'title'>[];
  /** The handout has the list, so that a number says which. */
  isPrinted: boolean;
}

/** Each source once, as first named. */
export function sourcesOf(chapters: readonly Chapter[]): Source[] {
  const all = chapters.flatMap(({ editions }) => editions.flatMap(({ sources }) => sources));
  return [...new Map(all.toReversed().map((source) => [source.id, source])).values()].toSorted(
    (a, b) => all.findIndex(({ id }) => id === a.id) - all.findIndex(({ id }) => id === b.id),
  );
}

/** The list that the chapter's citations are numbered by. */
export function sourceListFor(chapter: Chapter, handout: Pick<Handout, 'sheets' | 'chapters'>): SourceList {
  const listed = chaptersOfPart('sources', chapter, handout);
  return { sources: sourcesOf(listed ?? [chapter]), isPrinted: listed !== undefined };
}

/** “1: 8, 12–14; 2: 35”; by title where the handout has no list of sources. */
export function citationText(citations: readonly Citation[], { sources, isPrinted }: SourceList): string {
  return citations
    .map(({ source, lines }) => {
      const at = sources.findIndex(({ id }) => id === source);
      const called = isPrinted && at >= 0 ? at + 1 : (sources[at]?.title ?? source);
      return `${called}: ${withDashes(lines)}`;
    })
    .join('; ');
}

/** The lines of a source that the chapters cite, merged: “8–10, 12”; '' where they cite none. */
export function linesCited(source: SourceId, chapters: readonly Pick<Chapter, 'editions'>[]): string {
  const ranges = chapters
    .flatMap(({ editions }) => editions)
    .flatMap(({ facts, blocks, figures }) => [...facts, ...blocks, ...figures])
    .flatMap(({ citations }) => citations)
    .filter((citation) => citation.source === source)
    .flatMap(({ lines }) => rangesOf(lines));
  return merged(ranges)
    .map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`))
    .join(', ');
}

export interface SourceRow {
  source: Source;
  /** The articles that have it, each with the lines that it cites. */
  articles: { chapters: readonly Chapter[]; lines: string }[];
}

export function sourceRows(chapters: readonly Chapter[]): SourceRow[] {
  const articles = byArticle(chapters);
  return sourcesOf(chapters).map((source) => ({
    source,
    articles: articles
      .filter((article) => sourcesOf(article.chapters).some(({ id }) => id === source.id))
      .map((article) => ({ chapters: article.chapters, lines: linesCited(source.id, article.chapters) })),
  }));
}

interface Range {
  from: number;
  to: number;
}

function rangesOf(lines: string): Range[] {
  return lines.split(',').map((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return { from, to };
  });
}

function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

function withDashes(lines: string): string {
  return lines.replaceAll('-', '–').replace(/,\s*/g, ', ');
}
