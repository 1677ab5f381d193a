/** Whether the reader arrives by going back or forward, and the place that was left there. */
import type { Router } from 'vue-router';
import type { Place } from './place';

/** By the entry's number in the window's history, which vue-router keeps in `history.state`. */
const places = new Map<number, Place>();
let watched = false;
let pending = false;
let returning = false;
let entry = entryNow();

function entryNow(): number {
  return (history.state as { position?: number } | null)?.position ?? 0;
}

/** Once a window; `place` is asked for whenever an entry is left. */
export function watchVisits(router: Router): void {
  if (watched) return;
  watched = true;
  entry = entryNow();
  router.options.history.listen(() => {
    pending = true;
  });
  router.beforeEach(() => {
    returning = pending;
    pending = false;
  });
  router.afterEach(() => {
    entry = entryNow();
  });
}

/** To be called before the address changes. */
export function leavePlace(place: Place | undefined): void {
  if (place) places.set(entry, place);
}

/** The place to return to, where the reader has come back to this entry. */
export function placeReturnedTo(): Place | undefined {
  return returning ? places.get(entryNow()) : undefined;
}
