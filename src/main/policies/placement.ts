/** Where a window opens: where it was, as far as the screens that are there now allow. */
import type { Rectangle } from 'electron';

export const LEAST = { width: 720, height: 520 };
const USUAL = { width: 1280, height: 860 };
/** From the edge of the window before it, so that both can be seen. */
const CASCADE = 28;

/** @param screens work areas of the screens that are there, the main one first; at least one */
export function placeWindow(
  saved: Rectangle | undefined,
  screens: readonly Rectangle[],
  others: readonly Rectangle[] = [],
): Rectangle {
  const [main = { x: 0, y: 0, ...USUAL }] = screens;
  if (!saved) return cascade(centred(main), main, others);
  const home = screens.find((screen) => shares(saved, screen)) ?? main;
  return cascade(within(saved, home), home, others);
}

/** Enough of the window's upper edge lies on the screen for it to be grasped and moved. */
function shares(window: Rectangle, screen: Rectangle): boolean {
  const width = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  return width >= 100 && window.y >= screen.y && window.y < screen.y + screen.height - 40;
}

function centred(screen: Rectangle): Rectangle {
  const width = Math.min(USUAL.width, screen.width);
  const height = Math.min(USUAL.height, screen.height);
  return {
    x: screen.x + Math.round((screen.width - width) / 2),
    y: screen.y + Math.round((screen.height - height) / 2),
    width,
    height,
  };
}

/** As large as it was or as the screen is, and not beyond its edges. */
function within(window: Rectangle, screen: Rectangle): Rectangle {
  const width = Math.min(Math.max(window.width, LEAST.width), screen.width);
  const height = Math.min(Math.max(window.height, LEAST.height), screen.height);
  return {
    x: clamp(window.x, screen.x, screen.x + screen.width - width),
    y: clamp(window.y, screen.y, screen.y + screen.height - height),
    width,
    height,
  };
}

function cascade(window: Rectangle, screen: Rectangle, others: readonly Rectangle[]): Rectangle {
  const isTaken = ({ x, y }: Rectangle) => others.some((other) => other.x === x && other.y === y);
  let place = window;
  for (let step = 0; isTaken(place) && step < others.length; step += 1) {
    place = { ...place, x: place.x + CASCADE, y: place.y + CASCADE };
  }
  return within(place, screen);
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));
