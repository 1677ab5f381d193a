/** The range plot as plain shapes and text: who holds which number, side by side by what is counted. */
import type { Lang } from '../../shared/lang';
import type { Figure } from '../../shared/views';
import { chunksOf, type Heights } from './chunks';
import type { Scale } from './figure-scale';
import type { Box, Point } from './geometry';
import type { Measure } from './measure';
import { capitalised } from './names';
import { type Mark, type Panel, panelsOf } from './range-plot';
import { LEADING, type Line, linesOf, placedLines, type SetLine } from './set-text';

export interface RangeInput {
  figures: readonly Figure[];
  lang: Lang;
  /** CSS pixels. */
  width: number;
  textSize: number;
  measure: Measure;
  /** No letters are smaller. */
  least?: number | undefined;
  /** As the language writes it. */
  number(n: number): string;
  /** Of each drawing; without it there is one. */
  most?: Heights | undefined;
}

/** Where a mark is, in pixels; an open one has an arrow of this length. */
export type PlacedMark =
  | { kind: 'point'; x: number; isRough: boolean }
  | { kind: 'range'; from: number; to: number; isRough: boolean }
  | { kind: 'from' | 'up-to'; x: number; tip: number };

export interface RangeRow {
  id: string;
  y: number;
  mark: PlacedMark;
  /** Who holds it, and of which place and days. */
  label: SetLine[];
  /** The number in words, beside its mark. */
  value: { text: string; at: Point; anchor: 'start' | 'end'; box: Box };
}

export interface RangeAxis {
  top: number;
  foot: number;
  ticks: { x: number; text: string }[];
}

export interface RangeDrawing {
  width: number;
  height: number;
  textSize: number;
  small: number;
  axes: RangeAxis[];
  /** What is counted, above its rows. */
  heads: SetLine[][];
  rows: RangeRow[];
}

interface Sizes {
  input: RangeInput;
  small: number;
  /** Of the axis. */
  from: number;
  to: number;
  isBeside: boolean;
}

interface Group {
  head: Line[];
  rows: { figure: Figure; mark: Exclude<Mark, { kind: 'none' }>; label: Line[]; height: number }[];
  height: number;
}

/** So many letters' sizes wide, who holds a number stands beside its mark; narrower, above. */
const BESIDE = 30;
const LABELS = 0.36;
const PADDING = 0.35;
const HEAD_GAP = 0.7;
const AXIS = 2;

const ENDLESS: Heights = { first: Infinity, others: Infinity };

/** None where no figure has a number: those stand in the table only. */
export function layoutRangePlot(input: RangeInput): RangeDrawing[] {
  const { width, textSize: size } = input;
  const small = Math.max(size * 0.9, input.least ?? 0);
  const isBeside = width >= size * BESIDE;
  const sizes: Sizes = {
    input,
    small,
    from: isBeside ? width * LABELS : size * 0.5,
    to: width - size * 1.2,
    isBeside,
  };
  const panels = panelsOf(input.figures).flatMap((panel) => {
    const groups = panel.scale ? groupsOf(panel, sizes) : [];
    return panel.scale && groups.length > 0 ? [{ scale: panel.scale, groups }] : [];
  });
  const parts = panels.flatMap(({ scale, groups }) => groups.map((group) => ({ scale, group })));
  const axisHeight = AXIS * small;
  return chunksOf(parts, ({ group }) => group.height + axisHeight, input.most ?? ENDLESS).map((chunk) =>
    drawn(chunk, sizes),
  );
}

function groupsOf({ rows }: Panel, sizes: Sizes): Group[] {
  const { input, small, isBeside, from } = sizes;
  const { width, textSize: size, measure, lang } = input;
  const labelWidth = isBeside ? from - size : width;
  return [...Map.groupBy(rows, ({ figure }) => figure.what)].flatMap(([what, own]): Group[] => {
    const set = own.flatMap(({ figure, mark }) => {
      if (mark.kind === 'none') return [];
      const said = [figure.heldBy, figure.scope].filter((text) => text !== '').join(', ');
      const label = linesOf([{ text: said, face: 'sans', lang }], labelWidth, { size: small, measure });
      const lane = isBeside ? 0 : size * 1.5;
      const height = Math.max(label.length * LEADING * small + lane, size * 1.5) + size * PADDING * 2;
      return [{ figure, mark, label, height }];
    });
    if (set.length === 0) return [];
    const head = linesOf([{ text: capitalised(what), face: 'serif', lang }], width, { size, measure });
    const height =
      head.length * LEADING * size + size * HEAD_GAP + set.reduce((sum, row) => sum + row.height, 0);
    return [{ head, rows: set, height }];
  });
}

function drawn(parts: readonly { scale: Scale; group: Group }[], sizes: Sizes): RangeDrawing {
  const { input, small } = sizes;
  const { width, textSize: size } = input;
  const axes: RangeAxis[] = [];
  const heads: SetLine[][] = [];
  const rows: RangeRow[] = [];
  let top = 0;
  parts.forEach(({ scale, group }, at) => {
    heads.push(placedLines(group.head, 0, top + size * HEAD_GAP * 0.5, 'start', size));
    top += group.head.length * LEADING * size + size * HEAD_GAP;
    const axisTop = top;
    for (const row of group.rows) {
      rows.push(placedRow(row, scale, top, sizes));
      top += row.height;
    }
    // Groups that share a scale share its numbers, which stand beneath the last of them.
    const isLast = parts[at + 1]?.scale !== scale;
    axes.push({ top: axisTop, foot: top, ticks: ticksOf(scale, sizes, isLast) });
    top += isLast ? AXIS * small : 0;
  });
  return { width, height: top + size * 0.2, textSize: size, small, axes, heads, rows };
}

function ticksOf(scale: Scale, sizes: Sizes, hasNumbers: boolean): RangeAxis['ticks'] {
  const at = placing(scale, sizes);
  return scale.ticks.map((tick) => ({ x: at(tick), text: hasNumbers ? sizes.input.number(tick) : '' }));
}

function placing({ end }: Scale, { from, to }: Sizes): (n: number) => number {
  return (n) => from + (n / end) * (to - from);
}

/** Of the letters' size. */
const ARROW = 3.2;

function placedRow(
  { figure, mark, label }: Group['rows'][number],
  scale: Scale,
  top: number,
  sizes: Sizes,
): RangeRow {
  const { input, small, from, isBeside } = sizes;
  const { textSize: size, measure, width } = input;
  const at = placing(scale, sizes);
  const labelTop = top + size * PADDING;
  const labelFoot = labelTop + label.length * LEADING * small;
  const y = isBeside ? labelTop + small * LEADING * 0.55 : labelFoot + size * 0.85;
  const placed = placedMark(mark, at, size * ARROW, sizes);
  const [left, right] = extentOf(placed);
  const valueWidth = measure(figure.value, small, 'sans-strong');
  const gap = size * 0.8;
  const fitsRight = right + gap + valueWidth <= width;
  const fitsLeft = left - gap - valueWidth >= (isBeside ? from - size * 0.4 : 0);
  const anchor = fitsRight || !fitsLeft ? 'start' : 'end';
  const x = anchor === 'end' ? left - gap : fitsRight ? right + gap : Math.max(0, width - valueWidth);
  // Where there is room on neither side, above the mark.
  const foot = y + small * (fitsRight || fitsLeft ? 0.35 : -0.55);
  return {
    id: figure.id,
    y,
    mark: placed,
    label: placedLines(label, 0, labelTop, 'start', small),
    value: {
      text: figure.value,
      at: { x, y: foot },
      anchor,
      box: {
        x: (anchor === 'end' ? x - valueWidth : x) - small * 0.2,
        y: foot - small * 0.85,
        width: valueWidth + small * 0.4,
        height: small * 1.1,
      },
    },
  };
}

function placedMark(
  mark: Exclude<Mark, { kind: 'none' }>,
  at: (n: number) => number,
  arrow: number,
  { from, to }: Sizes,
): PlacedMark {
  switch (mark.kind) {
    case 'point':
      return { kind: 'point', x: at(mark.at), isRough: mark.isRough };
    case 'range':
      return { kind: 'range', from: at(mark.from), to: at(mark.to), isRough: mark.isRough };
    case 'from':
      return { kind: 'from', x: at(mark.at), tip: Math.min(at(mark.at) + arrow, to) };
    case 'up-to':
      return { kind: 'up-to', x: at(mark.at), tip: Math.max(at(mark.at) - arrow, from) };
  }
}

function extentOf(mark: PlacedMark): [number, number] {
  switch (mark.kind) {
    case 'point':
      return [mark.x, mark.x];
    case 'range':
      return [mark.from, mark.to];
    default:
      return [Math.min(mark.x, mark.tip), Math.max(mark.x, mark.tip)];
  }
}
