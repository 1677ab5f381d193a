import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeWindow } from '../../../src/main/policies/placement';

const LAPTOP = { x: 0, y: 24, width: 1440, height: 876 };
const BESIDE = { x: 1440, y: 0, width: 1920, height: 1080 };
const SAVED = { x: 1700, y: 100, width: 1200, height: 800 };

describe('a window', () => {
  it('opens where it was', () => {
    expect(placeWindow(SAVED, [LAPTOP, BESIDE])).toEqual(SAVED);
  });

  it('comes to the main screen when its own has gone', () => {
    expect(placeWindow(SAVED, [LAPTOP])).toEqual({ x: 240, y: 100, width: 1200, height: 800 });
  });

  it('opens in the middle the first time, and not beyond a small screen', () => {
    expect(placeWindow(undefined, [BESIDE])).toEqual({ x: 1760, y: 110, width: 1280, height: 860 });
    expect(placeWindow(undefined, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({
      x: 0, y: 0, width: 1024, height: 600,
    }); // prettier-ignore
  });

  it('does not cover the one before it', () => {
    const second = placeWindow(SAVED, [LAPTOP, BESIDE], [SAVED]);
    expect([second.x - SAVED.x, second.y - SAVED.y]).toEqual([28, 28]);
  });

  const screen = fc.record({
    x: fc.integer({ min: -5000, max: 5000 }),
    y: fc.integer({ min: -3000, max: 3000 }),
    width: fc.integer({ min: 640, max: 7680 }),
    height: fc.integer({ min: 400, max: 4320 }),
  });
  const anywhere = fc.record({
    x: fc.integer({ min: -20_000, max: 20_000 }),
    y: fc.integer({ min: -20_000, max: 20_000 }),
    width: fc.integer({ min: 1, max: 20_000 }),
    height: fc.integer({ min: 1, max: 20_000 }),
  });

  it('lies wholly on a screen that is there, wherever it was', () => {
    fc.assert(
      fc.property(
        fc.option(anywhere, { nil: undefined }),
        fc.array(screen, { minLength: 1, maxLength: 4 }),
        fc.array(anywhere, { maxLength: 3 }),
        (saved, screens, others) => {
          const { x, y, width, height } = placeWindow(saved, screens, others);
          const holds = screens.some(
            (one) =>
              x >= one.x && y >= one.y && x + width <= one.x + one.width && y + height <= one.y + one.height,
          );
          expect(holds).toBe(true);
        },
      ),
    );
  });
});
