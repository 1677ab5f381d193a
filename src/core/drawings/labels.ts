/**
 * Labels beside their dots, so that none lies on another, on a dot or over the frame: eight positions in the order that
 * mapmakers prefer (Imhof 1975), then farther away on a leader line. Greedy, and begun anew with those first that
 * found no place; the same input always gives the same drawing.
 */
import { type Box, boxAround, clamp, crosses, grown, isWithin, nearestIn, overlap, type Point, type Segment } from './geometry'; // prettier-ignore
import { LEADING, type Line, type SetLine, placedLines, widest } from './set-text';

/** A way to set a label. */
export type Shape = readonly Line[];

export interface Spot {
  id: string;
  at: Point;
  /** Of its dot; nothing else is written there. */
  radius: number;
  /** The best first. */
  shapes: readonly Shape[];
  /** There is no dot: the label stands anywhere around the point, so far from it. */
  wide?: number;
  /** Of the letters. */
  size: number;
}

export interface Placed {
  box: Box;
  lines: SetLine[];
  size: number;
  leader?: Segment | undefined;
}

/** A place that a label might take; its lines are put there only when it does. */
interface Candidate {
  cost: number;
  box: Box;
  shape: Shape;
  anchor: SetLine['anchor'];
  /** Where the anchor is. */
  held: number;
  leader?: Segment | undefined;
}

export interface Ground {
  frame: Box;
  /** What is drawn already. */
  taken: readonly Box[];
  leaders: readonly Segment[];
}

/** So often it is tried in another order; with very many labels the first has to do. */
const ROUNDS = 6;
const MANY = 150;
/** A leader costs more than any position beside the dot. */
const LEADER_COST = 20;
/** Of the letters' size, around a name with a leader. */
const CLEAR = 0.3;

/** @param spots those that matter most first */
export function placeLabels(spots: readonly Spot[], ground: Ground): ReadonlyMap<string, Placed> {
  let order = [...spots];
  let best = attempt(order, spots, ground);
  for (let round = 1; round < (spots.length > MANY ? 1 : ROUNDS); round++) {
    const failed = order.filter(({ id }) => !best.placed.has(id));
    const costly = order.filter(({ id }) => (best.placed.get(id)?.cost ?? 0) >= LEADER_COST);
    const first = [...failed, ...costly];
    if (first.length === 0) break;
    order = [...first, ...order.filter((spot) => !first.includes(spot))];
    const next = attempt(order, spots, ground);
    if (next.cost < best.cost) best = next;
  }
  return new Map(
    spots.flatMap((spot) => {
      const found = best.placed.get(spot.id);
      return found ? [[spot.id, placedAt(found, spot.size)] as const] : [];
    }),
  );
}

function placedAt({ box, shape, anchor, held, leader }: Candidate, size: number): Placed {
  return { box, size, leader, lines: placedLines(shape, held, box.y, anchor, size) };
}

function attempt(
  order: readonly Spot[],
  all: readonly Spot[],
  { frame, taken, leaders }: Ground,
): { placed: Map<string, Candidate>; cost: number } {
  const placed = new Map<string, Candidate>();
  const dots = all.filter(({ wide }) => wide === undefined);
  const boxes = [...taken];
  const lines = [...leaders];
  let cost = 0;
  for (const spot of order) {
    const others = dots.filter((dot) => dot !== spot).map(({ at, radius }) => boxAround(at, radius + 1));
    const own = spot.wide === undefined ? [boxAround(spot.at, spot.radius)] : [];
    const isFree = ({ box, leader }: Candidate): boolean =>
      isWithin(box, frame) &&
      ![...boxes, ...others, ...own].some((other) => overlap(box, other)) &&
      !lines.some((line) => crosses(line, grown(box, 1))) &&
      !(leader && isCrowded(box, leader, boxes, others, spot.size));
    const found = cheapest(beside(spot), isFree) ?? cheapest(away(spot), isFree);
    if (!found) {
      // More than everything else together, so that a label that is there counts most.
      cost += 1000;
      continue;
    }
    cost += found.cost;
    placed.set(spot.id, found);
    // Some air between lines of different labels.
    boxes.push(grown(found.box, spot.size * 0.08));
    if (found.leader) lines.push(found.leader);
  }
  return { placed, cost };
}

/** A name at the end of a line stands clear of the others, and so does the line: else nobody sees which is whose. */
function isCrowded(
  box: Box,
  leader: Segment,
  labels: readonly Box[],
  dots: readonly Box[],
  size: number,
): boolean {
  const air = size * CLEAR;
  return (
    labels.some((other) => overlap(grown(box, air), other) || crosses(leader, grown(other, air))) ||
    dots.some((other) => overlap(grown(box, air), other) || crosses(leader, grown(other, 1)))
  );
}

function cheapest(
  candidates: readonly Candidate[],
  isFree: (candidate: Candidate) => boolean,
): Candidate | undefined {
  return candidates.toSorted((a, b) => a.cost - b.cost).find(isFree);
}

/** Which way the label goes from the dot: -1, 0, 1 to the right and down. */
const POSITIONS = [
  [1, 0],
  [1, -1],
  [1, 1],
  [-1, 0],
  [-1, -1],
  [-1, 1],
  [0, 1],
  [0, -1],
] as const;
/** The dot stands in a corner rather than beside the label. */
const DIAGONAL = Math.SQRT1_2;

function beside(spot: Spot): Candidate[] {
  if (spot.wide !== undefined) return around(spot, spot.wide);
  return spot.shapes.flatMap((shape, shapeCost) =>
    POSITIONS.map(([right, down], cost) => {
      const gap = spot.radius + spot.size * 0.25;
      const reach = right !== 0 && down !== 0 ? gap * DIAGONAL : gap;
      const edge = { x: spot.at.x + right * reach, y: spot.at.y + down * reach };
      return candidate(spot, shape, edge, right, down, cost + shapeCost * 2.5);
    }),
  );
}

const FARTHEST = 6;
const WAYS = 16;

function away(spot: Spot): Candidate[] {
  if (spot.wide !== undefined) return [];
  const distances = Array.from({ length: FARTHEST * 2 - 2 }, (_, at) => 1.5 + at / 2);
  return distances.flatMap((distance, nearness) =>
    Array.from({ length: WAYS }, (_, way) => {
      const angle = (way / WAYS) * 2 * Math.PI;
      const [right, down] = [Math.cos(angle), Math.sin(angle)];
      const end = {
        x: spot.at.x + right * (spot.radius + distance * spot.size),
        y: spot.at.y + down * (spot.radius + distance * spot.size),
      };
      const start = { x: spot.at.x + right * spot.radius, y: spot.at.y + down * spot.radius };
      const side = Math.abs(right) < 0.3 ? 0 : Math.sign(right);
      return spot.shapes.map((shape, shapeCost) => {
        const level = side === 0 ? Math.sign(down) : 0;
        const cost = LEADER_COST + nearness + shapeCost * 2.5;
        const label = candidate(spot, shape, end, side, level, cost);
        const to = nearestIn(grown(label.box, 1), start);
        return { ...label, leader: { from: start, to } };
      });
    }).flat(),
  );
}

/** A label without a dot, from its point outwards. */
function around(spot: Spot, reach: number): Candidate[] {
  const rings = Math.min(24, Math.ceil(reach / spot.size));
  return Array.from({ length: rings + 1 }, (_, ring) =>
    Array.from(
      { length: ring === 0 ? 1 : 8 + ring * 2 },
      (_, way, angle = (way / (8 + ring * 2)) * 2 * Math.PI) => {
        const distance = (ring / Math.max(rings, 1)) * reach;
        const centre = {
          x: spot.at.x + Math.cos(angle) * distance,
          y: spot.at.y + Math.sin(angle) * distance,
        };
        return spot.shapes.map((shape, shapeCost) =>
          candidate(spot, shape, centre, 0, 0, ring / 4 + shapeCost),
        );
      },
    ).flat(),
  ).flat();
}

/** @param edge where the label is held: by its left end, middle or right, and its top, middle or foot */
function candidate(
  { size }: Spot,
  shape: Shape,
  edge: Point,
  right: number,
  down: number,
  cost: number,
): Candidate {
  const width = widest(shape);
  const height = shape.length * LEADING * size;
  const x = edge.x - (width * (1 - right)) / 2;
  const y = edge.y - (height * (1 - down)) / 2;
  const anchor = right > 0 ? 'start' : right < 0 ? 'end' : 'middle';
  const held = x + (width * (1 - clamp(right, -1, 1))) / 2;
  return { cost, shape, anchor, held, box: { x, y, width, height } };
}
