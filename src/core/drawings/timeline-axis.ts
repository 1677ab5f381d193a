/**
 * An axis of time on which what is dense has room: months in which something begins or ends are drawn to scale, the
 * time between is pressed together and marked as such. It stays in order, and every moment has a place.
 */
import { scaleLinear } from 'd3-scale';
import type { Occasion } from '../../shared/handout';
import { dayOf, daysOf, monthOf } from './days';

export interface AxisPiece {
  from: number;
  to: number;
  /** Not to scale. */
  isPressed: boolean;
  x: number;
  width: number;
}

export interface Axis {
  pieces: AxisPiece[];
  at(day: number): number;
  /** Where months begin in what is to scale; years everywhere, and whether any of one is to scale. */
  months: { x: number; width: number; year: number; month: number }[];
  years: { x: number; width: number; year: number; isInPressed: boolean; isDrawn: boolean }[];
}

interface Stretch {
  from: number;
  to: number;
}

/** Days; less is not worth a break. */
const WORTH = 62;
/** Days; a longer one is drawn to scale at its ends only. */
const LONG = 125;
/** Of the axis, at most, for what is pressed. */
const PRESSED_AT_MOST = 0.5;

/** @param pressed how wide a pressed piece is; `year`: one in which a whole year stands alone */
export function axisOf(
  occasions: readonly Occasion[],
  x: number,
  width: number,
  pressed: { usual: number; year: number },
): Axis {
  const bounds = occasions.map(({ from, to }) => ({ first: daysOf(from), last: daysOf(to ?? from) }));
  const start = Math.min(...bounds.map(({ first }) => first.from));
  const end = Math.max(...bounds.map(({ first, last }) => Math.max(first.to, last.to)));
  const covers = merged(bounds.flatMap(coversOf));
  const cuts = bounds.flatMap(({ first, last }) => [first, last].flatMap((one) => (one.precision === 'year' ? [one.from, one.to] : []))); // prettier-ignore
  const stretches = [
    ...covers.map((cover) => ({ ...cover, isPressed: false })),
    ...gapsIn(covers, { from: start, to: end })
      .flatMap((gap) => splitAt(gap, cuts))
      .map((gap) => ({ ...gap, isPressed: gap.to - gap.from > WORTH })),
  ].sort((a, b) => a.from - b.from);
  const pieces = spread(stretches, x, width, pressed);
  const scale = scaleLinear()
    .domain([...pieces.map(({ from }) => from), end])
    .range([...pieces.map((piece) => piece.x), x + width])
    .clamp(true);
  const at = (day: number): number => scale(day);
  return { pieces, at, months: monthsOf(pieces, at), years: yearsOf(start, end, at, pieces) };
}

function coversOf({
  first,
  last,
}: {
  first: ReturnType<typeof daysOf>;
  last: ReturnType<typeof daysOf>;
}): Stretch[] {
  const isFine = first.precision !== 'year' && last.precision !== 'year';
  if (isFine && last.to - first.from <= LONG) return [wholeMonths({ from: first.from, to: last.to })];
  return [first, last].flatMap((one) => (one.precision === 'year' ? [] : [wholeMonths(one)]));
}

function wholeMonths({ from, to }: Stretch): Stretch {
  const [first, last] = [monthOf(from), monthOf(to - 1)];
  return { from: dayOf(first.year, first.month), to: dayOf(last.year, last.month + 1) };
}

function merged(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && from - last.to <= WORTH) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole;
}

function gapsIn(covers: readonly Stretch[], { from, to }: Stretch): Stretch[] {
  const edges = [from, ...covers.flatMap((cover) => [cover.from, cover.to]), to];
  return edges.flatMap((edge, at) => {
    const next = edges[at + 1];
    return at % 2 === 0 && next !== undefined && next > edge ? [{ from: edge, to: next }] : [];
  });
}

function splitAt({ from, to }: Stretch, cuts: readonly number[]): Stretch[] {
  const inside = [...new Set(cuts)].filter((cut) => cut > from && cut < to).sort((a, b) => a - b);
  const edges = [from, ...inside, to];
  return edges.slice(1).map((edge, at) => ({ from: edges[at] ?? from, to: edge }));
}

function spread(
  stretches: readonly (Stretch & { isPressed: boolean })[],
  x: number,
  width: number,
  pressed: { usual: number; year: number },
): AxisPiece[] {
  const wanted = stretches.map(({ from, to, isPressed }) => {
    if (!isPressed) return 0;
    return monthOf(from).month === 0 && to - from <= 366 && to - from >= 365 ? pressed.year : pressed.usual;
  });
  const asked = wanted.reduce((sum, one) => sum + one, 0);
  const days = stretches.reduce((sum, { from, to, isPressed }) => sum + (isPressed ? 0 : to - from), 0);
  // Where nothing is known to the month, all is pressed and shares the whole axis.
  const share = days === 0 ? width / asked : Math.min(1, (width * PRESSED_AT_MOST) / Math.max(asked, 1));
  const perDay = days === 0 ? 0 : (width - asked * share) / days;
  let left = x;
  return stretches.map((stretch, at) => {
    const own = stretch.isPressed ? (wanted[at] ?? 0) * share : (stretch.to - stretch.from) * perDay;
    const piece = { ...stretch, x: left, width: own };
    left += own;
    return piece;
  });
}

function monthsOf(pieces: readonly AxisPiece[], at: (day: number) => number): Axis['months'] {
  return pieces
    .filter(({ isPressed }) => !isPressed)
    .flatMap(({ from, to }) => {
      const months: Axis['months'] = [];
      for (let day = from; day < to;) {
        const { year, month } = monthOf(day);
        const next = dayOf(year, month + 1);
        months.push({ x: at(day), width: at(Math.min(next, to)) - at(day), year, month });
        day = next;
      }
      return months;
    });
}

/** Years that begin where time is pressed together have no line of their own. */
function yearsOf(
  start: number,
  end: number,
  at: (day: number) => number,
  pieces: readonly AxisPiece[],
): Axis['years'] {
  const [first, last] = [monthOf(start).year, monthOf(end - 1).year];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const begin = Math.max(dayOf(year, 0), start);
    const x = at(begin);
    const isInPressed = pieces.some(({ from, to, isPressed }) => isPressed && begin > from && begin < to);
    const finish = Math.min(dayOf(year + 1, 0), end);
    const isDrawn = pieces.some(({ from, to, isPressed }) => !isPressed && from < finish && begin < to);
    return { x, width: at(finish) - x, year, isInPressed, isDrawn };
  });
}
