/** Sources by their number in the part's list, and the lines that are cited of each. */
import type { Handout } from '../../shared/contract';
import type { Citation, SourceId } from '../../shared/domain';

type PrintedArticle = Handout['parts'][number]['article'];

/** “1: 8, 12–14; 2: 35” */
export function citationText(citations: readonly Citation[], sources: readonly { id: SourceId }[]): string {
  return citations
    .map(({ source, lines }) => {
      const number = sources.findIndex(({ id }) => id === source) + 1;
      return `${number === 0 ? source : number}: ${withDashes(lines)}`;
    })
    .join('; ');
}

/** The lines of a source that the part cites, merged: “8–10, 12”; '' where it cites none. */
export function linesCited(source: SourceId, { facts, blocks, figures }: PrintedArticle): string {
  const cited = [...facts, ...blocks, ...figures].flatMap(({ citations }) => citations);
  const ranges = cited
    .filter((citation) => citation.source === source)
    .flatMap(({ lines }) => rangesOf(lines));
  return merged(ranges)
    .map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`))
    .join(', ');
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
