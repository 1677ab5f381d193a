/** Names that a text quotes in another language than its own; a voice and a font have to know. */
import type { Mention } from '../../shared/domain';
import type { Lang } from '../../shared/lang';

export interface LanguageRun {
  text: string;
  /** Where it is another than the text's. */
  lang?: Lang;
}

/** The runs make up the text, in order. */
export function languageRuns(text: string, mentions: readonly Mention[]): LanguageRun[] {
  const runs: LanguageRun[] = [];
  let after = 0;
  for (const { start, end, lang } of mentions) {
    if (lang === undefined || start < after) continue;
    if (start > after) runs.push({ text: text.slice(after, start) });
    runs.push({ text: text.slice(start, end), lang });
    after = end;
  }
  if (after < text.length) runs.push({ text: text.slice(after) });
  return runs;
}
