/** Where things lie on a page: matrices and rectangles (ISO 32000-1, 8.3). */

export type Matrix = readonly [number, number, number, number, number, number];
/** Left, bottom, right, top. */
export type Box = readonly [number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `a`, then `b`. */
export function after(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

/** The smallest upright box about points, given as x, y, x, y …; undefined without any. */
export function around(points: readonly number[], matrix: Matrix): Box | undefined {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [px = 0, py = 0] = [points[at], points[at + 1]];
    const x = px * matrix[0] + py * matrix[2] + matrix[4];
    const y = px * matrix[1] + py * matrix[3] + matrix[5];
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return left <= right ? [left, bottom, right, top] : undefined;
}

/** The four corners, for `around`. */
export function corners([left, bottom, right, top]: Box): number[] {
  return [left, bottom, right, bottom, right, top, left, top];
}

export function union(a: Box | undefined, b: Box | undefined): Box | undefined {
  if (!a || !b) return a ?? b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** Undefined where they do not meet; an absent clip is everything. */
export function within(box: Box | undefined, clip: Box | undefined): Box | undefined {
  if (!box || !clip) return box;
  const cut: Box = [
    Math.max(box[0], clip[0]),
    Math.max(box[1], clip[1]),
    Math.min(box[2], clip[2]),
    Math.min(box[3], clip[3]),
  ];
  return cut[0] <= cut[2] && cut[1] <= cut[3] ? cut : undefined;
}
