/** Whether the reader arrives by going back or forward, and the place that was left there. */
import type { Router } from 'vue-router';
import { pageNow } from '../composables/useScrollMemory';
import type { Place } from './place';

const places = new Map<string, Place>();
let watched = false;
let pending = false;
let returning = false;
let page = pageNow();

/** Once a window; `place` is asked for whenever an entry is left. */
export function watchVisits(router: Router): void {
  if (watched) return;
  watched = true;
  page = pageNow();
  router.options.history.listen(() => {
    pending = true;
  });
  router.beforeEach(() => {
    returning = pending;
    pending = false;
  });
  router.afterEach(() => {
    page = pageNow();
  });
}

/** To be called before the address changes. */
export function leavePlace(place: Place | undefined): void {
  if (place) places.set(page, place);
}

/** The place to return to, where the reader has come back to this entry. */
export function placeReturnedTo(): Place | undefined {
  return returning ? places.get(pageNow()) : undefined;
}
