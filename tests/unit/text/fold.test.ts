import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithMap, toOriginal } from '../../../src/core/text/fold';
import { toLatin } from '../../../src/core/text/script';

/** What a highlight of `query` in `text` would cover. */
function found(text: string, query: string): string | undefined {
  const folded = foldWithMap(text);
  const wanted = fold(query);
  const at = folded.text.indexOf(wanted);
  if (at < 0) return undefined;
  const { start, end } = toOriginal(folded, at, at + wanted.length);
  return text.slice(start, end);
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  // Where the rules meet: d and j in every guise, marks, ligatures, things dropped, half pairs.
  fc
    .array(
      fc.constantFrom(...'dDjJđЂдјяюљњџǆǉﬁëç\u030C\u0301\u00AD\u200D\u034F '.split(''), '\uD835', '\uDC00'),
      {
        maxLength: 12,
      },
    )
    .map((characters) => characters.join('')),
);
const serbian = fc.string({
  unit: fc.constantFrom(...'абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ .-1'.split('')),
});

describe('a search', () => {
  it.each([
    ['Ђаковица', 'djakovica'],
    ['Đakovica', 'dakovica'],
    ['Djakovica', 'đakovica'],
    ['ЂАКОВИЦА', 'Djakovica'],
    ['Çikatovë e Vjetër', 'cikatove e vjeter'],
    ['Çikatovë', 'ÇIKATOVË'],
    ['Ћирез', 'cirez'],
    ['Чичавица', 'čičavica'],
    ['Горње Обриње', 'gornje obrinje'],
    ['Љубенић', 'ljubenic'],
    ['Џаферај', 'dzaferaj'],
    ['Łódź', 'lodz'],
    ['Straße', 'STRASSE'],
    ['ﬁgure', 'figure'],
    ['ＤＲＥＮＩＣＡ', 'drenica'],
    ['Pre\u00ADkaz', 'prekaz'],
    ['Račak', 'Rac\u030Cak'],
    ['Jashari’s', "jashari's"],
    ['“Izbica”', '"izbica"'],
    ['1998–1999', '1998-1999'],
    ['28\u00A0mars', '28 mars'],
    ['ΣΕΡΒΊΑΣ', 'σερβίας'],
    ['Москвой', 'moskvoi'],
  ])('finds all of %s when asked for %s', (text, query) => {
    expect(found(`— ${text}, 1999`, query)).toBe(text);
  });

  it('keeps apart what only looks alike', () => {
    expect(fold('Drenas')).not.toBe(fold('Drenica'));
    expect(fold('rezala')).not.toBe(fold('Rezallë'));
  });

  it('keeps every space, so that positions in a line can be told', () => {
    expect(fold('a \t\r\nb')).toBe('a    b');
  });
});

describe('a highlight', () => {
  it('covers the whole of a letter of which a half was found', () => {
    expect(found('Њива', 'j')).toBe('Њ');
    expect(found('ǈubovac', 'jubo')).toBe('ǈubo');
    expect(found('ﬁn', 'i')).toBe('ﬁ');
  });

  it('covers the j of a dj and the marks of a letter', () => {
    expect(found('Djakovica', 'd')).toBe('Dj');
    expect(found('C\u0327ikatove\u0308 e', 'cikatove')).toBe('C\u0327ikatove\u0308');
  });

  it('does not begin with a mark that has no letter', () => {
    expect(found('\uFEFFPrekaz', 'prekaz')).toBe('Prekaz');
  });

  it('never holds half a character', () => {
    const text = '𝔻renica 😀 x';
    expect(found(text, 'd')).toBe('𝔻');
    expect(toOriginal(foldWithMap(text), 8, 9)).toEqual({ start: 9, end: 11 });
    expect(toOriginal(foldWithMap(text), 9, 10)).toEqual({ start: 9, end: 11 });
  });

  it('stays inside the text when asked for more', () => {
    expect(toOriginal(foldWithMap('Abri'), 2, 99)).toEqual({ start: 2, end: 4 });
    expect(toOriginal(foldWithMap('Abri'), 2, 2)).toEqual({ start: 2, end: 2 });
    expect(toOriginal(foldWithMap(''), 0, 1)).toEqual({ start: 0, end: 0 });
  });
});

describe('half a surrogate pair', () => {
  it('is not mistaken for the pair it may begin', () => {
    expect(fold('\uD835 𝔻')).toBe('\uFFFD d');
    expect(fold('\uD835\u00AD\uDD3B')).toBe('\uFFFD\uFFFD');
  });
});

describe('folding, for any text', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('answers the same with and without a map', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldWithMap(text).text).toBe(fold(text));
      }),
    );
  });

  it('does not depend on how accents are encoded', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text.normalize('NFC'))).toBe(fold(text.normalize('NFD')));
      }),
    );
  });

  it('does not depend on the script of Serbian', () => {
    fc.assert(
      fc.property(serbian, (text) => {
        expect(fold(toLatin(text))).toBe(fold(text));
      }),
    );
  });

  it('does not depend on capitals', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text.toLowerCase())).toBe(fold(text));
      }),
    );
    fc.assert(
      fc.property(serbian, (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text));
      }),
    );
  });

  it('holds these for every character of the first two planes and of CJK compatibility', () => {
    const broken: string[] = [];
    for (let point = 0; point < 0x2fa20; point++) {
      if (point === 0x20000) point = 0x2f800;
      const character = String.fromCodePoint(point);
      const folded = fold(character);
      const same = [folded, character.normalize('NFC'), character.normalize('NFD'), character.toLowerCase()];
      const lawful = folded === folded.toLowerCase() && folded.isWellFormed() && !/\p{M}/u.test(folded);
      if (!lawful || same.some((text) => fold(text) !== folded)) broken.push(point.toString(16));
    }
    expect(broken).toEqual([]);
  });

  it('maps forwards, in order, onto whole characters within the text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), fc.nat(40), (text, one, other) => {
        const folded = foldWithMap(text);
        const { starts, ends } = folded;
        expect(starts).toHaveLength(folded.text.length + 1);
        expect(ends).toHaveLength(folded.text.length);
        expect(starts.at(-1)).toBe(text.length);
        expect([...starts]).toEqual([...starts].sort((a, b) => a - b));

        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        const span = toOriginal(folded, start, end);
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        if (start < Math.min(end, folded.text.length)) {
          expect(span.end).toBeGreaterThan(span.start);
          expect(fold(text.slice(span.start, span.end))).toContain(folded.text.slice(start, end));
        }
        for (const edge of [span.start, span.end]) {
          const unit = text.slice(edge - 1, edge + 1);
          expect(edge === 0 || edge === text.length || !/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(unit)).toBe(
            true,
          );
        }
        expect(text.slice(span.end)).not.toMatch(span.end > span.start ? /^\p{M}/u : /^(?!)/);
      }),
      { numRuns: 1000 },
    );
  });
});
