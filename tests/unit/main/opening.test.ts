import { describe, expect, it } from 'vitest';
import { isPlainObject } from '../../../src/main/policies/call';
import { mayOpenAnother, MOST_WINDOWS } from '../../../src/main/policies/navigation';

describe('windows that pages ask for', () => {
  const now = 1_000_000;
  it('are opened as fast as a person clicks', () => {
    expect(mayOpenAnother([], now)).toBe(true);
    expect(
      mayOpenAnother(
        Array.from({ length: MOST_WINDOWS - 1 }, (_, i) => now - i * 500),
        now,
      ),
    ).toBe(true);
    expect(mayOpenAnother(Array<number>(50).fill(now - 60_000), now)).toBe(true);
  });
  it('are not opened in a flood', () => {
    expect(mayOpenAnother(Array<number>(MOST_WINDOWS).fill(now), now)).toBe(false);
    expect(mayOpenAnother(Array<number>(MOST_WINDOWS).fill(now - 9_000), now)).toBe(false);
  });
});

describe('a call’s input', () => {
  it('is a plain object', () => {
    for (const input of [{}, { id: 'x' }, Object.create(null)]) expect(isPlainObject(input)).toBe(true);
  });
  it.each([undefined, null, 0, 'x', true, 1n, [], new Date(), new Map(), new Uint8Array(1), new ArrayBuffer(1), /x/u, new Error('x'), () => 1])(
    'is never %s', (input) => {
    expect(isPlainObject(input)).toBe(false);
  }); // prettier-ignore
});
