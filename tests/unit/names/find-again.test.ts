import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAgain, quote } from '../../../src/core/names/find-again';

const TEXT =
  'Në Çikatovë të Vjetër dhe në Gllogjan. Снаге су ушле у Чикатово; Čikatovo lies near Glogovac, and Glogovac is Drenas.';
const spanOf = (text: string, from = 0) => {
  const start = TEXT.indexOf(text, from);
  return { start, end: start + text.length };
};

describe('a place in a text', () => {
  it('is where it was, wherever that is', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 12 }), (start, length) => {
        const span = { start, end: Math.min(start + length, TEXT.length) };
        expect(findAgain(TEXT, quote(TEXT, span))).toEqual(span);
      }),
    );
  });

  it('is found again behind words that were put before it', () => {
    fc.assert(
      fc.property(fc.constantFrom('', 'Më 28 mars, ', 'У Избици. '), (put) => {
        const span = spanOf('Čikatovo');
        expect(findAgain(put + TEXT, quote(TEXT, span))).toEqual({
          start: span.start + put.length,
          end: span.end + put.length,
        });
      }),
    );
  });

  it('of two that are alike is the one with the words around it', () => {
    const second = spanOf('Glogovac', spanOf('Glogovac').end);
    const put = ', a village,';
    const changed = TEXT.replace('Čikatovo lies', `Čikatovo${put} lies`);
    expect(findAgain(changed, quote(TEXT, second))).toEqual({
      start: second.start + put.length,
      end: second.end + put.length,
    });
  });

  it('is nowhere where it was taken out, or could be in two places', () => {
    const quoted = quote(TEXT, spanOf('Gllogjan'));
    expect(findAgain(TEXT.replace('Gllogjan', 'Gllogovc'), quoted)).toBeUndefined();
    expect(findAgain('Gllogjan x Gllogjan', quoted)).toBeUndefined();
    expect(findAgain('', quoted)).toBeUndefined();
  });

  it('is found though all around it was rewritten, where it is the only one', () => {
    expect(findAgain('Pranë Gllogjan', quote(TEXT, spanOf('Gllogjan')))).toEqual({ start: 6, end: 14 });
  });
});
