/** What of a map can be pointed at: dots with their names, and the names at its edge. */
import type { Box, Point } from '../../../core/drawings/geometry';
import type { MapDrawing } from '../../../core/drawings/map';

export interface Target {
  id: string;
  box: Box | undefined;
  /** Of its dot; a name that stands alone has none. */
  at: Point | undefined;
  radius: number;
}

export function targetsOf({ marks, far }: MapDrawing): Target[] {
  return [
    ...marks.flatMap(({ id, kind, at, radius, label, isInFrame }): Target[] => {
      if (!isInFrame) return [];
      // What is wide has no dot, unless there is nothing else of it.
      return [{ id, box: label?.box, at: kind === 'wide' && label ? undefined : at, radius }];
    }),
    ...far.flatMap(({ place, label }): Target[] =>
      label ? [{ id: place.id, box: label.box, at: undefined, radius: 0 }] : [],
    ),
  ];
}
