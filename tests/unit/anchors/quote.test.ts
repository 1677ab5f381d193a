import fc from 'fast-check';
import { describe as about, expect, it } from 'vitest';
import { CONTEXT, describe } from '../../../src/core/anchors/quote';
import { blocksOf, textOf } from './editions';

const HALF = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/u;

about('a description', () => {
  it('has the words, and as much on either side as four or five words are', () => {
    const text = textOf(blocksOf('izbica-massacre sr-Cyrl'), 'events-2');
    const start = text.indexOf('У селу');
    expect(describe(text, { start, end: start + 6 })).toEqual({
      start,
      end: start + 6,
      exact: 'У селу',
      prefix: 'кци побегли су 28. марта у планине. '.slice(-CONTEXT),
      suffix: ' су остали углавном жене, деца и старци.'.slice(0, CONTEXT),
    });
  });

  it('has nothing on a side where the block ends', () => {
    expect(describe('Позадина', { start: 0, end: 8 })).toMatchObject({
      prefix: '',
      suffix: '',
      exact: 'Позадина',
    });
  });

  it('has all of a surrogate pair that the selection cuts, and none of one that the context would cut', () => {
    expect(describe('a🕯b', { start: 2, end: 4 })).toEqual({
      start: 1,
      end: 4,
      exact: '🕯b',
      prefix: 'a',
      suffix: '',
    });
    const candle = describe('🕯'.repeat(40), { start: 41, end: 43 });
    expect(candle).toMatchObject({ start: 40, end: 44, exact: '🕯🕯' });
    const odd = describe(`x${'🕯'.repeat(20)}Izbica${'🕯'.repeat(20)}`, { start: 41, end: 47 });
    expect([odd.prefix, odd.suffix]).toEqual(['🕯'.repeat(16), '🕯'.repeat(16)]);
    const cut = describe(`${'🕯'.repeat(20)}.Izbica.${'🕯'.repeat(20)}`, { start: 41, end: 47 });
    expect([cut.prefix, cut.suffix]).toEqual([`${'🕯'.repeat(15)}.`, `.${'🕯'.repeat(15)}`]);
  });

  it('is one of the text, whatever the text and the span are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer(),
        fc.integer(),
        (text, start, end) => {
          const quote = describe(text, { start, end });
          expect(quote.exact).toBe(text.slice(quote.start, quote.end));
          expect(text.slice(0, quote.start).endsWith(quote.prefix)).toBe(true);
          expect(text.slice(quote.end).startsWith(quote.suffix)).toBe(true);
          for (const part of [quote.exact, quote.prefix, quote.suffix]) expect(part).not.toMatch(HALF);
          expect(Math.max(quote.prefix.length, quote.suffix.length)).toBeLessThanOrEqual(CONTEXT);
        },
      ),
    );
  });
});
