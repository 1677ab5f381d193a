import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownText, toShown, toWritten, withoutSpace } from '../../../../src/renderer/reading/notes/offsets';
import { SEPARATOR } from '../../../../src/renderer/reading/separator';
import type { Segment } from '../../../../src/renderer/reading/segments';
import type { EntityId } from '../../../../src/shared/domain';

type Part = string | { name: string; shown?: string; gloss?: string[] };

/** Of parts that adjoin, as `segmentsOf` makes them. */
function segmentsOf(parts: readonly Part[]): { text: string; segments: Segment[] } {
  let text = '';
  const segments = parts.map((part): Segment => {
    const original = typeof part === 'string' ? part : part.name;
    const span = { start: text.length, end: text.length + original.length };
    text += original;
    if (typeof part === 'string') return { kind: 'text', text: part, ...span };
    const gloss = part.gloss?.map((name) => ({ lang: 'sq' as const, text: name }));
    return {
      kind: 'name', entity: 'pl-x' as EntityId, shown: part.shown ?? original, original, lang: 'en', ...span, first: true,
      ...(gloss && { gloss }),
    }; // prettier-ignore
  });
  return { text, segments };
}

const izbica = segmentsOf([
  'They fled from ',
  { name: 'Izbica', shown: 'Izbicë' },
  ' to ',
  { name: 'Qirez', gloss: ['Qirez', 'Ћирез'] },
  ', and on.',
]);
const shownSpan = (words: string) => {
  const start = shownText(izbica.segments).indexOf(words);
  return { start, end: start + words.length };
};
const written = (words: string) => {
  const span = toWritten(izbica.segments, shownSpan(words));
  return span && izbica.text.slice(span.start, span.end);
};
const shown = (words: string) => {
  const start = izbica.text.indexOf(words);
  const text = shownText(izbica.segments);
  return toShown(izbica.segments, { start, end: start + words.length }).map((span) =>
    text.slice(span.start, span.end),
  );
};

describe('words that are selected where names are shown otherwise than they are written', () => {
  it('are the same letters where nothing is replaced', () => {
    expect(written('fled')).toBe('fled');
    expect(written('rez')).toBe('rez');
  });

  it('are the whole name where a replaced name is touched', () => {
    expect(written('bic')).toBe('Izbica');
    expect(written('from Iz')).toBe('from Izbica');
    expect(written('cë to')).toBe('Izbica to');
  });

  it('leave a gloss out, which is in no text', () => {
    expect(written(`Qirez (Qirez${SEPARATOR}Ћирез), and`)).toBe('Qirez, and');
    expect(written('Ћирез')).toBeUndefined();
    expect(written('Ћирез), and')).toBe(', and');
  });

  it('are painted without the gloss, and under the name in whichever language it is shown', () => {
    expect(shown('from Izbica to')).toEqual(['from Izbicë to']);
    expect(shown('Izb')).toEqual(['Izbicë']);
    expect(shown('Qirez, and')).toEqual(['Qirez', ', and']);
  });
});

describe('any text with any names in it', () => {
  const word = fc.string({ minLength: 1, maxLength: 6 });
  const part: fc.Arbitrary<Part> = fc.oneof(
    word,
    fc.record({ name: word, shown: word }),
    fc.record({ name: word, gloss: fc.array(word, { minLength: 1, maxLength: 3 }) }),
  );
  const selection = fc.tuple(fc.array(part, { minLength: 1, maxLength: 6 }), fc.nat(40), fc.nat(40));

  it('brings written words back to themselves, or to whole names around them', () => {
    fc.assert(
      fc.property(selection, ([parts, a, b]) => {
        const { text, segments } = segmentsOf(parts);
        const start = Math.min(a, b) % text.length;
        const end = Math.min(start + 1 + Math.abs(a - b), text.length);
        const spans = toShown(segments, { start, end });
        const back = toWritten(segments, {
          start: spans[0]?.start ?? 0,
          end: spans.at(-1)?.end ?? 0,
        });
        expect(back).toBeDefined();
        expect(back?.start).toBeLessThanOrEqual(start);
        expect(back?.end).toBeGreaterThanOrEqual(end);
        const isReplaced = (at: number): boolean =>
          segments.some(
            (one) => one.kind === 'name' && one.shown !== one.original && one.start < at && at < one.end,
          );
        if (!isReplaced(start)) expect(back?.start).toBe(start);
        if (!isReplaced(end)) expect(back?.end).toBe(end);
      }),
    );
  });

  it('paints pieces in order, apart, and within what is shown', () => {
    fc.assert(
      fc.property(selection, ([parts, a, b]) => {
        const { text, segments } = segmentsOf(parts);
        const start = Math.min(a, b) % text.length;
        const spans = toShown(segments, { start, end: text.length });
        const length = shownText(segments).length;
        let last = -1;
        for (const span of spans) {
          expect(span.start).toBeGreaterThan(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(length);
          last = span.end;
        }
      }),
    );
  });
});

describe('a hasty hand', () => {
  it('gets the words without the space around them', () => {
    expect(withoutSpace('one  two ', { start: 3, end: 9 })).toEqual({ start: 5, end: 8 });
  });
  it('gets nothing where there is no letter and no digit', () => {
    expect(withoutSpace('one – two', { start: 3, end: 6 })).toBeUndefined();
  });
});
