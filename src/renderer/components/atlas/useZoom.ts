/** How large the map is, and what of it is in the middle. */
import { shallowRef } from 'vue';
import type { LonLat } from '../../../core/drawings/directions';
import { clamp } from '../../../core/drawings/geometry';
import type { Frame, View } from '../../../core/drawings/map-frame';

export const ZOOM = { step: 1.6, most: 10.5 } as const;
/** Pixels; less is a click with an unsteady hand. */
const STEADY = 4;

export function useZoom(frame: () => Frame | undefined) {
  const view = shallowRef<View>({ zoom: 1 });

  function zoomTo(zoom: number, centre = view.value.centre ?? frame()?.centre): void {
    const next = clamp(zoom, 1, ZOOM.most);
    view.value = next === 1 ? { zoom: 1 } : { zoom: next, centre };
  }

  function moveTo(centre: LonLat): void {
    if (view.value.zoom > 1) view.value = { ...view.value, centre };
  }

  /** What is held stays under the pointer. */
  function drag(event: PointerEvent): void {
    const start = frame();
    const held = event.currentTarget;
    if (view.value.zoom === 1 || !start || event.button !== 0 || !(held instanceof Element)) return;
    const { x, y, width, height } = start.box;
    const from = { x: event.clientX, y: event.clientY };
    let isMoving = false;
    const move = (now: PointerEvent): void => {
      const [right, down] = [now.clientX - from.x, now.clientY - from.y];
      isMoving ||= Math.hypot(right, down) > STEADY;
      if (isMoving) moveTo(start.unproject({ x: x + width / 2 - right, y: y + height / 2 - down }));
    };
    const stop = (): void => {
      window.removeEventListener('pointermove', move);
      if (!isMoving) return;
      // A click that ends a drag opens nothing.
      const swallow = (click: Event): void => click.stopPropagation();
      held.addEventListener('click', swallow, { capture: true });
      setTimeout(() => held.removeEventListener('click', swallow, { capture: true }));
    };
    window.addEventListener('pointermove', move);
    for (const end of ['pointerup', 'pointercancel'] as const)
      window.addEventListener(end, stop, { once: true });
  }

  return {
    view,
    larger: (around?: LonLat) => zoomTo(view.value.zoom * ZOOM.step, around),
    smaller: () => zoomTo(view.value.zoom / ZOOM.step),
    reset: () => zoomTo(1),
    moveTo,
    drag,
  };
}
