/** Where a small box stands beside what it is about. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Between the two, and between the box and the window's edge. */
const GAP = 8;

/** Below, or above where there is more room; never beyond the window's edges. */
export function besides(about: Box, box: Pick<Box, 'width' | 'height'>, view: Pick<Box, 'width' | 'height'>) {
  const below = view.height - (about.top + about.height);
  const isBelow = below >= box.height + 2 * GAP || below >= about.top;
  const top = isBelow ? about.top + about.height + GAP : about.top - box.height - GAP;
  const within = (at: number, size: number, room: number): number =>
    Math.max(GAP, Math.min(at, room - size - GAP));
  return {
    left: within(about.left, box.width, view.width),
    top: within(top, box.height, view.height),
  };
}
