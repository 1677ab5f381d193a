/** What is wrong with a file from elsewhere, as a line. */
import en from '../../locales/en.json';
import type { FileProblem } from '../shared/contract';
import { fillIn } from '../shared/errors';

export type Sentences = Readonly<Record<string, string | undefined>>;

export function problemLine({ code, at, params }: Omit<FileProblem, 'severity'>): string {
  const sentences: Sentences = en.exchange.problems;
  const sentence = fillIn(sentences[code] ?? code, params);
  const where = [at.sheet, at.cell, at.line && `line ${at.line}`, at.entry].filter(Boolean).join(', ');
  return where === '' ? sentence : `${where}: ${sentence}`;
}
