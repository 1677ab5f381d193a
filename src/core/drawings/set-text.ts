/** Words into lines, each word in its own face and language. */
import type { Lang } from '../../shared/lang';
import type { Face, Measure } from './measure';

/** Text in one face and one language. */
export interface Run {
  text: string;
  face: Face;
  lang?: Lang | undefined;
}

export interface Line {
  runs: Run[];
  width: number;
}

/** Of the letters' size: from one line to the next. */
export const LEADING = 1.2;
/** Of the letters' size: from a line's upper edge down to where the letters stand. */
export const ASCENT = 0.92;

export interface Setting {
  size: number;
  measure: Measure;
  /** Between letters, of their size. */
  spacing?: number;
}

/**
 * @param runs are broken at their spaces, and before a run that `breaks`
 * @param most the width of a line; a word that is wider has a line of its own and reaches beyond
 */
export function linesOf(
  runs: readonly (Run & { breaks?: boolean })[],
  most: number,
  setting: Setting,
): Line[] {
  const lines: Line[] = [];
  for (const { text, face, lang, breaks } of runs) {
    let isFirst = true;
    for (const word of text.split(' ').filter((part) => part !== '')) {
      const line = lines.at(-1);
      const added = { text: line ? ` ${word}` : word, face, lang };
      if (line && !(isFirst && breaks) && line.width + widthOf(added, setting) <= most) {
        append(line, added, setting);
      } else {
        const run = { ...added, text: word };
        lines.push({ runs: [run], width: widthOf(run, setting) });
      }
      isFirst = false;
    }
  }
  return lines;
}

function append(line: Line, run: Run, setting: Setting): void {
  const last = line.runs.at(-1);
  if (last && last.face === run.face && last.lang === run.lang) last.text += run.text;
  else line.runs.push(run);
  line.width += widthOf(run, setting);
}

function widthOf({ text, face }: Run, { size, measure, spacing = 0 }: Setting): number {
  return measure(text, size, face) + text.length * spacing * size;
}

export function widest(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map(({ width }) => width));
}

/** Lines put somewhere. */
export interface SetLine {
  x: number;
  /** Where the letters stand. */
  y: number;
  anchor: 'start' | 'middle' | 'end';
  runs: Run[];
}

/** @param x the left end, the middle or the right end, as `anchor` says; `top` of the first line */
export function placedLines(
  lines: readonly Line[],
  x: number,
  top: number,
  anchor: SetLine['anchor'],
  size: number,
): SetLine[] {
  return lines.map(({ runs }, at) => ({ x, y: top + (at * LEADING + ASCENT) * size, anchor, runs }));
}
