/** Electron's screen. The displays are a test's to arrange; without one there is a single common one. */
import type Electron from 'electron';
import { asElectron, Emitter, onlyInstances, PreventableEvent } from './gaps.ts';
import { isReady } from './registry.ts';

/** What a test says of a display; its bounds are enough. */
export interface TestDisplay {
  bounds: Electron.Rectangle;
  /** Its place in the list, from 1, if none. */
  id?: number;
  /** All of it if none. */
  workArea?: Electron.Rectangle;
  scaleFactor?: number;
}

/** A panel takes the top 27 pixels. */
let displays: Required<TestDisplay>[] = [
  {
    id: 1,
    bounds: { x: 0, y: 0, width: 1920, height: 1080 },
    workArea: { x: 0, y: 27, width: 1920, height: 1053 },
    scaleFactor: 1,
  },
];

function first(): Required<TestDisplay> {
  const [display] = displays;
  if (!display) throw new Error('The double has no display');
  return display;
}

export function primaryDisplay(): Electron.Display {
  return display(first());
}

export function displayMatching(rectangle: Electron.Rectangle): Electron.Display {
  const best = displays.reduce(
    (best, next) => (shared(next.bounds, rectangle) > shared(best.bounds, rectangle) ? next : best),
    first(),
  );
  return display(best);
}

/** How much of the one lies on the other, in square pixels. */
function shared(a: Electron.Rectangle, b: Electron.Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function distance({ bounds }: Required<TestDisplay>, { x, y }: Electron.Point): number {
  const dx = Math.max(bounds.x - x, 0, x - (bounds.x + bounds.width - 1));
  const dy = Math.max(bounds.y - y, 0, y - (bounds.y + bounds.height - 1));
  return Math.hypot(dx, dy);
}

function display({ id, bounds, workArea, scaleFactor }: Required<TestDisplay>): Electron.Display {
  const { width, height } = bounds;
  return asElectron({
    id,
    label: `Display ${id}`,
    bounds: { ...bounds },
    workArea: { ...workArea },
    size: { width, height },
    workAreaSize: { width: workArea.width, height: workArea.height },
    scaleFactor,
    rotation: 0,
    internal: id === 1,
  });
}

type Has =
  | 'getAllDisplays' | 'getCursorScreenPoint' | 'getDisplayMatching' | 'getDisplayNearestPoint' | 'getPrimaryDisplay'; // prettier-ignore

class Screen extends Emitter implements Pick<Electron.Screen, Has> {
  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed']);
  }

  getAllDisplays(): Electron.Display[] {
    mustBeReady();
    return displays.map(display);
  }
  getPrimaryDisplay(): Electron.Display {
    mustBeReady();
    return primaryDisplay();
  }
  getDisplayMatching(rectangle: Electron.Rectangle): Electron.Display {
    mustBeReady();
    return displayMatching(rectangle);
  }
  getDisplayNearestPoint(point: Electron.Point): Electron.Display {
    mustBeReady();
    return display(
      displays.reduce((best, next) => (distance(next, point) < distance(best, point) ? next : best), first()),
    );
  }
  getCursorScreenPoint(): Electron.Point {
    mustBeReady();
    return { x: 0, y: 0 };
  }
}
onlyInstances('screen', Screen);

export const screen = new Screen();

function mustBeReady(): void {
  if (!isReady()) throw new Error("The 'screen' module can't be used before the app 'ready' event");
}

/** As if displays were plugged in, pulled out or changed: Electron's events say so. */
export function setDisplays(given: TestDisplay[]): void {
  const before = displays;
  const next = given.map((one, i) => ({ id: i + 1, workArea: one.bounds, scaleFactor: 1, ...one }));
  displays = next;
  const event = new PreventableEvent();
  for (const old of before)
    if (!next.some(({ id }) => id === old.id)) screen.emit('display-removed', event, display(old));
  for (const now of next) {
    const old = before.find(({ id }) => id === now.id);
    if (!old) screen.emit('display-added', event, display(now));
    else if (JSON.stringify(old) !== JSON.stringify(now))
      screen.emit('display-metrics-changed', event, display(now), ['bounds', 'workArea', 'scaleFactor']);
  }
}
