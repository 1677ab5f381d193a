/** The names of a map: which matters more, how each may be set, and numbers for those without room. */
import { type Box, boxAround, grown, type Segment } from './geometry';
import { placeLabels, type Shape, type Spot } from './labels';
import type { MapInput, MapMark, MarkKind } from './map';
import type { Frame } from './map-frame';
import type { Thing } from './map-things';
import type { Face } from './measure';
import { BETWEEN, namesOf, type ShownName } from './names';
import { linesOf, type Run, widest } from './set-text';

/** Towns first, then what most articles name; what is wide fills what is left. */
const RANK: readonly MarkKind[] = ['town', 'village', 'site', 'event', 'wide'];

/** Gives marks that are in sight their names, or else numbers. */
export function label(
  marks: readonly MapMark[],
  things: readonly Thing[],
  input: MapInput,
  frame: Frame,
  taken: readonly Box[],
): void {
  const shown = marks.flatMap((mark, at) => {
    const thing = things[at]?.thing;
    return mark.isInFrame && thing ? [{ mark, thing }] : [];
  });
  const ranked = shown.toSorted(
    (a, b) =>
      RANK.indexOf(a.mark.kind) - RANK.indexOf(b.mark.kind) ||
      b.thing.articles.length - a.thing.articles.length,
  );
  const spots = ranked.map(({ mark, thing }) => spotOf(mark, namesOf(thing, input.langs), input, frame));
  const inner = grown(frame.box, -2);
  const named = placeLabels(spots, { frame: inner, taken, leaders: [] });
  for (const { mark } of ranked) mark.label = named.get(mark.id);
  const nameless = ranked
    .filter(({ mark }) => !mark.label)
    .sort((a, b) => a.mark.at.y - b.mark.at.y || a.mark.at.x - b.mark.at.x);
  const dots = ranked.filter(({ mark }) => mark.label && mark.kind !== 'wide').map(({ mark }) => boxAround(mark.at, mark.radius + 1)); // prettier-ignore
  const placed = [...named.values()];
  const numbers = placeLabels(
    nameless.map(({ mark }, at): Spot => ({
      ...spotOf(mark, [], input, frame),
      shapes: [numberShape(at + 1, input)],
    })),
    {
      frame: inner,
      taken: [...taken, ...dots, ...placed.map(({ box }) => box)],
      leaders: placed.flatMap(({ leader }): Segment[] => (leader ? [leader] : [])),
    },
  );
  nameless.forEach(({ mark }, at) => {
    mark.number = at + 1;
    mark.label = numbers.get(mark.id);
  });
}

function numberShape(number: number, { textSize, measure }: MapInput): Shape {
  return linesOf([{ text: String(number), face: 'sans-strong' }], Infinity, { size: textSize, measure });
}

/** Letters of a wide thing stand apart, as of regions on any map. */
export const WIDE_SPACING = 0.14;
/** No name is set wider than so much of the map. */
const WIDEST = 0.46;
/** Letters of a label in a line at most, before it is broken. */
const LONG = 13;

function spotOf(mark: MapMark, names: readonly ShownName[], input: MapInput, frame: Frame): Spot {
  const isWide = mark.kind === 'wide';
  const size = input.textSize * (isWide ? 1.1 : 1);
  const faces: [Face, Face] = isWide || mark.kind === 'event' ? ['serif-italic', 'serif-italic'] : mark.kind === 'town' ? ['serif-strong', 'serif-italic'] : ['serif', 'serif-italic']; // prettier-ignore
  const runs = names.map(({ text, lang }, at): Run & { breaks: boolean } => ({
    text: at < names.length - 1 ? `${text}${BETWEEN}` : text,
    face: at === 0 ? faces[0] : faces[1],
    lang,
    breaks: at > 0,
  }));
  const setting = { size, measure: input.measure, spacing: isWide ? WIDE_SPACING : 0 };
  const flat = linesOf(
    runs.map(({ breaks: _, ...run }) => run),
    Infinity,
    setting,
  );
  const most = Math.max(widest(flat) * 0.62, LONG * size * 0.5);
  const shapes = [flat, linesOf(runs, Infinity, setting), linesOf(runs, most, setting)]
    .filter((shape) => shape.length <= 4 && widest(shape) <= frame.box.width * WIDEST)
    .filter((shape, at, all) => all.findIndex((one) => isSameShape(one, shape)) === at);
  // Long lines would run across half of the map.
  const [first, ...rest] = shapes;
  const isLong = !isWide && first !== undefined && widest(first) > LONG * size;
  const ordered = isLong && rest.length > 0 ? [...rest, first] : shapes;
  return {
    id: mark.id,
    at: mark.at,
    radius: mark.radius,
    shapes: ordered,
    size,
    ...(isWide && { wide: Math.min(mark.reach ?? size * 4, frame.box.width / 3) }),
  };
}

function isSameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && widest(a) === widest(b);
}
