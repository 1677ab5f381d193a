/** Events in order beside an axis of time; what is known to the day looks otherwise than what is not. */
import type { AtlasEvent, Occasion } from '../../shared/handout';
import type { Lang } from '../../shared/lang';
import { formatDate, formatDateRange } from '../text/dates';
import { chunksOf, type Heights } from './chunks';
import { daysOf } from './days';
import type { Point } from './geometry';
import type { Measure } from './measure';
import { namesOf } from './names';
import { LEADING, type Line, linesOf, placedLines, type SetLine } from './set-text';
import { type Axis, axisOf } from './timeline-axis';

export interface TimelineInput {
  events: readonly AtlasEvent[];
  /** Of names. */
  lang: Lang;
  /** Of dates, where that is another. */
  wordsLang?: Lang;
  /** CSS pixels. */
  width: number;
  textSize: number;
  measure: Measure;
  /** No letters are smaller. */
  least?: number | undefined;
  /** Of one drawing; more events go on in the next. */
  most?: Heights | undefined;
}

export type TimeMark =
  /** Known to the day. */
  | { kind: 'day'; x: number }
  /** From one to another; an end that is not known to the day is open. */
  | { kind: 'span'; from: number; to: number; isFromExact: boolean; isToExact: boolean };

export interface TimelineRow {
  id: string;
  top: number;
  height: number;
  /** Of the marks. */
  y: number;
  /** Where the lines of the axis begin: beneath the name, where that stands above its marks. */
  laneTop: number;
  marks: TimeMark[];
  name: SetLine[];
  date: SetLine[];
}

export interface AxisLabel {
  text: string;
  at: Point;
  width: number;
}

export interface TimelineDrawing {
  width: number;
  height: number;
  textSize: number;
  small: number;
  axis: Axis;
  /** Where the axis is, and where the rows end. */
  axisY: number;
  foot: number;
  months: AxisLabel[];
  years: AxisLabel[];
  rows: TimelineRow[];
}

/** So many letters' sizes wide, names stand beside their marks; narrower, above. */
const BESIDE = 34;
const NAMES = 0.4;

/** None where there are no events. */
export function layoutTimeline(input: TimelineInput): TimelineDrawing[] {
  const { events, width, textSize: size, measure, lang, most } = input;
  const wordsLang = input.wordsLang ?? lang;
  if (events.length === 0) return [];
  const isBeside = width >= size * BESIDE;
  const small = Math.max(size * 0.85, input.least ?? 0);
  const nameWidth = isBeside ? width * NAMES - size : width;
  const axisX = isBeside ? width * NAMES : size * 0.6;
  const axis = axisOf(
    events.flatMap(({ occasions }) => occasions),
    axisX,
    width - axisX - size * 0.6,
    { usual: size * 1.7, year: measure('0000', small, 'sans-strong') + size * 1.2 },
  );
  const set = events.map((event) => setEvent(event, input, { width: nameWidth, size, small, isBeside }));
  const axisHeight = small * 3.1;
  const taken = axisHeight + size * 0.5;
  return chunksOf(set, ({ height }) => height, {
    first: (most?.first ?? Infinity) - taken,
    others: (most?.others ?? Infinity) - taken,
  }).map((rows) => {
    let top = axisHeight;
    return {
      width,
      textSize: size,
      small,
      axis,
      axisY: axisHeight,
      months: monthLabels(axis, wordsLang, small, measure),
      years: yearLabels(axis, small, measure, width),
      rows: rows.map((row) => {
        const placed = placeRow(row, top, axis, size, small, isBeside);
        top += row.height;
        return placed;
      }),
      foot: top,
      height: top + size * 0.5,
    };
  });
}

interface SetEvent {
  event: AtlasEvent;
  name: Line[];
  date: Line[];
  height: number;
}

/** Between events, and for the marks where they stand beneath the name. */
const PADDING = 0.55;
const LANE = 1.3;

function setEvent(
  event: AtlasEvent,
  { lang, wordsLang = lang, measure }: TimelineInput,
  { width, size, small, isBeside }: { width: number; size: number; small: number; isBeside: boolean },
): SetEvent {
  const [first] = namesOf(event, [lang]);
  const title = { text: first?.text ?? event.id, face: 'serif', lang: first?.lang } as const;
  const when = { text: whenOf(event.occasions, wordsLang), face: 'sans', lang: wordsLang } as const;
  const name = linesOf([title], width, { size, measure });
  const date = linesOf([when], width, { size: small, measure });
  const text = name.length * LEADING * size + date.length * LEADING * small;
  return { event, name, date, height: text + size * (PADDING * 2 + (isBeside ? 0 : LANE)) };
}

function placeRow(
  { event, name, date, height }: SetEvent,
  top: number,
  axis: Axis,
  size: number,
  small: number,
  isBeside: boolean,
): TimelineRow {
  const textTop = top + size * PADDING;
  const dateTop = textTop + name.length * LEADING * size;
  return {
    id: event.id,
    top,
    height,
    y: isBeside ? textTop + size * LEADING * 0.55 : top + height - size * (PADDING + LANE * 0.45),
    laneTop: isBeside ? top : top + height - size * (PADDING * 0.5 + LANE),
    marks: event.occasions.map((occasion) => markOf(occasion, axis)),
    name: placedLines(name, 0, textTop, 'start', size),
    date: placedLines(date, 0, dateTop, 'start', small),
  };
}

function markOf({ from, to }: Occasion, axis: Axis): TimeMark {
  const first = daysOf(from);
  const last = daysOf(to ?? from);
  if (first.precision === 'day' && last.to - first.from === 1)
    return { kind: 'day', x: axis.at(first.from + 0.5) };
  const [start, end] = [Math.min(first.from, last.from), Math.max(first.to, last.to)];
  return {
    kind: 'span',
    from: axis.at(start),
    to: axis.at(end),
    isFromExact: first.precision === 'day',
    isToExact: last.precision === 'day',
  };
}

/** As it is said: “28 February – 1 March 1998; September 1998”. */
export function whenOf(occasions: readonly Occasion[], lang: Lang): string {
  return occasions.map(({ from, to }) => formatDateRange(from, to ?? from, lang)).join('; ');
}

/** Every month, or so many apart that their names have room; in Albanian and Serbian too three letters will do. */
function monthLabels(axis: Axis, lang: Lang, size: number, measure: Measure): AxisLabel[] {
  const labels = axis.months.map(({ x, width, year, month }) => {
    const name = formatDate(
      `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`,
      lang,
      'month',
    );
    const text = name.split(' ')[0]?.slice(0, 3) ?? '';
    return { month, text, at: { x: x + width / 2, y: size * 2.4 }, width: measure(text, size, 'sans') };
  });
  const room = Math.min(...axis.months.map(({ width }) => width));
  const widest = Math.max(0, ...labels.map(({ width }) => width)) + size * 0.4;
  const every = [1, 2, 3, 6].find((months) => months * room >= widest);
  if (every === undefined) return [];
  let taken = -Infinity;
  return labels.flatMap(({ month, ...label }) => {
    // Months of two stretches may stand closer than those of one.
    if (month % every !== 0 || label.at.x - label.width / 2 < taken) return [];
    taken = label.at.x + label.width / 2;
    return [label];
  });
}

/** In the middle of the year; where that is narrow, as near as the years before it leave room. */
function yearLabels(axis: Axis, size: number, measure: Measure, most: number): AxisLabel[] {
  let taken = -Infinity;
  return axis.years.flatMap(({ x, width, year, isDrawn }) => {
    const text = String(year);
    const own = measure(text, size, 'sans-strong');
    const middle = Math.min(x + width / 2, most - own / 2);
    const isHeld = own + size * 0.3 <= width || isDrawn;
    if (!isHeld || middle - own / 2 < taken) return [];
    taken = middle + own / 2 + size * 0.3;
    return [{ text, at: { x: middle, y: size }, width: own }];
  });
}
