/** Places beyond the map's edge: an arrow at the edge, with the name, how far and in which direction. */
import type { Lang } from '../../shared/lang';
import { bearing, type Direction, type LonLat } from './directions';
import { type Box, boxAround, clamp, grown, isWithin, overlap, type Point } from './geometry';
import type { FarPlace, MapWords } from './map';
import type { Frame } from './map-frame';
import type { Measure } from './measure';
import { BETWEEN, namesOf } from './names';
import { LEADING, type Line, linesOf, placedLines, type Run, type SetLine, widest } from './set-text';

export interface FarLabel {
  box: Box;
  lines: SetLine[];
  size: number;
  /** Its point, and the direction in which it points, as a unit. */
  arrow: { at: Point; right: number; down: number };
  arrowBox: Box;
}

interface Room {
  frame: Frame;
  dots: readonly Box[];
  langs: readonly Lang[];
  lang: Lang;
  words: Pick<MapWords, 'away'>;
  textSize: number;
  measure: Measure;
  least?: number | undefined;
}

/** One for each, in their order; undefined where the edge has no room: the list beneath has them all. */
export function farLabels(places: readonly FarPlace[], room: Room): (FarLabel | undefined)[] {
  const taken = [...room.dots];
  return places.map((far) => {
    const found = candidates(far, room).find(
      ({ box, arrowBox }) =>
        isWithin(box, grown(room.frame.box, -2)) &&
        ![box, arrowBox].some((one) => taken.some((other) => overlap(one, other))),
    );
    if (found) taken.push(grown(found.box, room.textSize * 0.3), found.arrowBox);
    return found;
  });
}

function candidates(far: FarPlace, room: Room): FarLabel[] {
  const { frame, textSize } = room;
  const size = Math.max(textSize * 0.9, room.least ?? 0);
  const { point } = far.place;
  if (!point) return [];
  const angle = (bearing(frame.centre, [point.lon, point.lat] satisfies LonLat) * Math.PI) / 180;
  const [right, down] = [Math.sin(angle), -Math.cos(angle)];
  const exit = edgePoint(frame.box, right, down);
  const isAcross =
    Math.abs(exit.y - frame.box.y) < 1 || Math.abs(exit.y - frame.box.y - frame.box.height) < 1;
  return shapesOf(far, room, size).flatMap((lines) =>
    Array.from({ length: 61 }, (_, at) => {
      // Nearest to where it lies first, then to one side and the other.
      const aside = Math.ceil(at / 2) * (at % 2 === 0 ? 1 : -1) * size;
      const tip = isAcross ? { x: exit.x + aside, y: exit.y } : { x: exit.x, y: exit.y + aside };
      return labelAt(lines, inside(tip, frame.box), { right, down }, isAcross, frame.box, size);
    }),
  );
}

function inside({ x, y }: Point, box: Box): Point {
  return { x: clamp(x, box.x, box.x + box.width), y: clamp(y, box.y, box.y + box.height) };
}

/** Where a way from the middle of the box leaves it. */
function edgePoint({ x, y, width, height }: Box, right: number, down: number): Point {
  const share = Math.min(
    width / 2 / Math.max(Math.abs(right), 1e-9),
    height / 2 / Math.max(Math.abs(down), 1e-9),
  );
  return { x: x + width / 2 + right * share, y: y + height / 2 + down * share };
}

/** One line, or the name above how far it is. */
function shapesOf({ place, kilometres, direction }: FarPlace, room: Room, size: number): Line[][] {
  const names = namesOf(place, room.langs).map(({ text, lang }, at, all): Run => ({
    text: at < all.length - 1 ? `${text}${BETWEEN}` : text,
    face: at === 0 ? 'serif' : 'serif-italic',
    lang,
  }));
  const away: Run & { breaks: boolean } = {
    text: room.words.away(kilometres, direction satisfies Direction),
    face: 'sans',
    lang: room.lang,
    breaks: true,
  };
  const setting = { size, measure: room.measure };
  const most = room.frame.box.width * 0.45;
  return [linesOf([...names, away], most, setting)].filter(
    (lines) => lines.length <= 4 && widest(lines) <= most,
  );
}

/** The arrow's tip touches the edge; its words stand beside it along the edge, or before it. */
function labelAt(
  lines: readonly Line[],
  tip: Point,
  way: { right: number; down: number },
  isAcross: boolean,
  frame: Box,
  size: number,
): FarLabel {
  const width = widest(lines);
  const height = lines.length * LEADING * size;
  const pad = size * 0.5;
  const arrow = {
    at: {
      x: clamp(tip.x, frame.x + pad, frame.x + frame.width - pad),
      y: clamp(tip.y, frame.y + pad, frame.y + frame.height - pad),
    },
    ...way,
  };
  const middle = { x: arrow.at.x - way.right * size * 0.8, y: arrow.at.y - way.down * size * 0.8 };
  const isLeft = isAcross ? false : way.right > 0;
  const x = isLeft ? middle.x - size * 1.2 - width : middle.x + size * 1.1;
  const y = isAcross
    ? way.down < 0
      ? frame.y + pad
      : frame.y + frame.height - pad - height
    : middle.y - height / 2;
  return {
    size,
    box: { x, y, width, height },
    lines: placedLines(lines, isLeft ? x + width : x, y, isLeft ? 'end' : 'start', size),
    arrow,
    arrowBox: boxAround(middle, size * 0.9),
  };
}
