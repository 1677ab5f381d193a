/** Citations in words: "Izbica massacre, lines 5–8, 12". */
import type { Citation, Source } from '../../shared/domain';

export interface CitationText {
  source: string;
  lines: string;
  /** For the choice between line and lines. */
  count: number;
}

/** A source that the article does not list keeps its id: better a bare id than none. */
export function citationTexts(citations: readonly Citation[], sources: readonly Source[]): CitationText[] {
  return citations.map(({ source, lines }) => ({
    source: sources.find(({ id }) => id === source)?.title ?? source,
    lines: lines.replaceAll('-', '–').replace(/, ?/g, ', '),
    count: /^\d+$/.test(lines) ? 1 : 2,
  }));
}
