import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf } from '../../../src/core/names/match/confidence';
import { compileMatcher, type NamedForm } from '../../../src/core/names/match/matcher';
import { fold } from '../../../src/core/text/fold';
import { listed, passages } from './prose';

const named = (text: string, more: Partial<NamedForm> = {}): NamedForm => ({ entity: text, lang: 'sq', text, ...more }); // prettier-ignore

/** What is found of these names, as it stands in the text. */
function found(text: string, ...names: string[]): string[] {
  const hits = compileMatcher(names.map((name) => named(name))).find(text);
  return hits.map(({ start, end }) => text.slice(start, end));
}
const caps = (text: string, ...names: string[]) => compileMatcher(names.map((name) => named(name))).find(text)[0]?.caps; // prettier-ignore
function endings(text: string, ...names: string[]): string[] {
  const hits = compileMatcher(names.map((name) => named(name))).find(text);
  return hits.map(({ ending }) => (ending === undefined ? '' : text.slice(ending.start, ending.end)));
}

describe('a name', () => {
  it('is found whatever its script and marks', () => {
    const text = 'Ćirez, Cirez, Çirez, ЋИРЕЗ, C\u0327irez, Či\u00ADrez und \u{1D402}irez';
    expect(found(text, 'Ћирез')).toEqual(['Ćirez', 'Cirez', 'Çirez', 'ЋИРЕЗ', 'C\u0327irez', 'Či\u00ADrez', '\u{1D402}irez']); // prettier-ignore
  });

  it('is found with all of its letters: the j of dj, both parts of љ, the marks', () => {
    expect(found('Djakovica и Љубенић, Ljubenic\u0301!', 'Đakovica', 'Ljubenić')).toEqual([
      'Djakovica',
      'Љубенић',
      'Ljubenic\u0301',
    ]);
  });

  it('is whole: no part of a longer word', () => {
    expect(found('Drenasi, Drenas2, preDrenas, Drenas\u0301 Drenas_', 'Drenas')).toEqual(['Drenas\u0301', 'Drenas']); // prettier-ignore
  });

  it('is found between any marks', () => {
    const text = '“Izbica”, (Izbica) [Izbica] *Izbica* «Izbica»—Izbica/Izbica…';
    expect(found(text, 'Izbica')).toHaveLength(7);
  });

  it('is the longest that begins where it does', () => {
    const names = ['Kosovo', 'Kosovo Polje', 'Polje', 'Kosovo Polje Sever'];
    expect(found('Kosovo Polje i Kosovo', ...names)).toEqual(['Kosovo Polje', 'Kosovo']);
    expect(found('Kosovo. Polje', ...names)).toEqual(['Kosovo', 'Polje']);
  });

  it('keeps all that it may be the name of', () => {
    const matcher = compileMatcher([
      named('Vrbovac', { entity: 'pl-verboc', lang: 'sr-Latn' }),
      named('Врбовац', { entity: 'pl-verboc', lang: 'sr-Cyrl' }),
      named('Vrbovac', { entity: 'pl-verboc-klokot', generated: true }),
    ]);
    expect(matcher.find('u Vrbovac')).toEqual([
      {
        start: 2,
        end: 9,
        caps: 'own',
        candidates: [
          { entity: 'pl-verboc', forms: [0, 1], generated: false },
          { entity: 'pl-verboc-klokot', forms: [2], generated: true },
        ],
      },
    ]);
  });

  it('may be long, and what is too long for a name is not looked for', () => {
    const name = (words: number) => 'Masakra ' + 'e re '.repeat(words);
    expect(found(name(50), name(50))).toEqual([name(50).trim()]);
    expect(found(`${name(20000)}. Drenas`, name(20000), 'A'.repeat(500000), 'Drenas')).toEqual(['Drenas']);
  });

  it('is not found in a list of none, nor where nothing is written', () => {
    expect(found('Drenas')).toEqual([]);
    expect(found('', 'Drenas', '', '—')).toEqual([]);
  });
});

describe('a name of several words', () => {
  it.each([' ', '  ', '\u00A0', '\n', '\r\n', '\t', '-', '\u2011', '\u202F', ' \u200B '])(
    'may have %j between them',
    (gap) => {
      expect(found(`u Gornje${gap}Obrinje.`, 'Gornje Obrinje')).toEqual([`Gornje${gap}Obrinje`]);
    },
  );

  it.each(['', '. ', ', ', ' - ', ' – ', '\n\n', '\r\n \r\n', '\u2029', ' (', '½'])(
    'may not have %j',
    (gap) => {
      expect(found(`u Gornje${gap}Obrinje.`, 'Gornje Obrinje')).toEqual([]);
    },
  );

  it('keeps the marks that it is listed with, and no others', () => {
    expect(found('Schuppli, Susan; Schuppli ,Susan', 'Schuppli, Susan')).toHaveLength(2);
    expect(found('Schuppli Susan; Schuppli. Susan', 'Schuppli, Susan')).toEqual([]);
    expect(found("Muqolli's house, Muqolli’s house", 'Muqolli’s house')).toHaveLength(2);
    expect(found('17. april 1999. i 17 april', '17. april 1999.')).toEqual(['17. april 1999']);
  });

  it('may be linked otherwise than it is listed', () => {
    const text = 'në Çikatovë të Vjetër, Çikatovë së Vjetër, Cikatove-e-Vjeter';
    expect(found(text, 'Çikatovë e Vjetër')).toEqual(['Çikatovë të Vjetër', 'Çikatovë së Vjetër', 'Cikatove-e-Vjeter']); // prettier-ignore
    expect(found('Kuvendit të Republikës e Kosovës', 'Kuvendit të Republikës së Kosovës')).toHaveLength(1);
    expect(found('Çikatovë dhe Vjetër, Çikatovë e, Çikatovë Vjetër', 'Çikatovë e Vjetër')).toEqual([]);
  });

  it('comes with the forms that are linked so, where there are any', () => {
    const forms = ['Abri e Epërme', 'Abri të Epërme', 'Abri e Eperme'].map((text) =>
      named(text, { entity: 'pl' }),
    );
    const { find } = compileMatcher(forms);
    expect(find('Abri të Epërme')[0]?.candidates[0]?.forms).toEqual([1]);
    expect(find('Abri e Epërme')[0]?.candidates[0]?.forms).toEqual([0, 2]);
    expect(find('Abri së Epërme')[0]?.candidates[0]?.forms.toSorted()).toEqual([0, 1, 2]);
  });

  it('has no linkers in Serbian, where i means and', () => {
    const { find } = compileMatcher([named('Kosovo i Metohija', { lang: 'sr-Latn' })]);
    expect(find('Kosovo i Metohija')).toHaveLength(1);
    expect(find('Kosovo e Metohija')).toHaveLength(0);
  });
});

describe('an ending', () => {
  it.each([
    ['NATO-s', 'NATO', '-s'],
    ['UÇK-së', 'UÇK', '-së'],
    ['ОВК-а', 'ОВК', '-а'],
    ['NATO‑ja', 'NATO', '‑ja'],
    ['KLA-held', 'KLA', '-held'],
    ['KLA’s', 'KLA', '’s'],
    ["Jashari's", 'Jashari', "'s"],
    ['Jashari‘', 'Jashari', ''],
    ['KLA-OSCE', 'KLA', ''],
    ['KLA—held', 'KLA', ''],
    ['KLA -held', 'KLA', ''],
    ['KLA’so', 'KLA', ''],
    ['KLA-', 'KLA', ''],
  ])('of %s is told from the name', (text, name, ending) => {
    expect(found(text, name)).toEqual([name]);
    expect(endings(text, name)).toEqual([ending]);
  });

  it('is no name of its own, nor where one begins', () => {
    expect(found('KLA-police, police', 'KLA', 'police')).toEqual(['KLA', 'police']);
    expect(found('KLA-special police', 'KLA', 'special police')).toEqual(['KLA']);
  });

  it('that is listed belongs to the name', () => {
    expect(found('UÇK-së, UÇK–së, UÇK-ja', 'UÇK', 'UÇK-së')).toEqual(['UÇK-së', 'UÇK–së', 'UÇK']);
    expect(endings('UÇK-së', 'UÇK', 'UÇK-së')).toEqual(['']);
  });

  it('is joined by a hyphen, not by a space', () => {
    expect(found('NATO s decom', 'NATO-s')).toEqual([]);
    expect(found('Osmani Sadriu, ish Jugosllavi', 'Osmani-Sadriu', 'ish-Jugosllavi')).toHaveLength(2);
  });
});

describe('capitals', () => {
  it('are asked for where the name has them', () => {
    expect(found('drenas, Drenas, DRENAS', 'Drenas')).toEqual(['Drenas', 'DRENAS']);
    expect(found('çikatovë e vjetër, ÇIKATOVË E VJETËR', 'Çikatovë e Vjetër')).toEqual(['ÇIKATOVË E VJETËR']);
  });

  it('are all asked for in an abbreviation', () => {
    expect(found('UÇK, UCK, uçk, Uçk, uçK', 'UÇK')).toEqual(['UÇK', 'UCK']);
    expect(found('uj i ftohtë, Uj, UJ', 'UJ')).toEqual(['UJ']);
    expect(caps('Nato', 'NATO')).toBe('some');
    expect(found('nato, NATo', 'NATO')).toEqual(['NATo']);
    expect(found('Drenas', 'DRENAS')).toEqual(['Drenas']);
  });

  it('are free where the name has none', () => {
    expect(found('Special police, special police, SPECIAL POLICE', 'special police')).toHaveLength(3);
    expect(caps('Special police', 'special police')).toBe('none');
  });

  it.each([
    ['në Drenas', 'Drenas', 'own'],
    ['Drenas!', 'Drenas', 'sentence'],
    ['Po. „Fortesa u mbyll', 'Fortesa', 'sentence'],
    ['po\n– Fortesa u mbyll', 'Fortesa', 'sentence'],
    ['Po, Fortesa u mbyll', 'Fortesa', 'own'],
    ['Po. Adem Jashari', 'Adem Jashari', 'own'],
    ['Po. UÇK', 'UÇK', 'own'],
    ['Po. DRENAS ishte', 'Drenas', 'own'],
    ['FORTESA E PRIZRENIT', 'Fortesa', 'heading'],
    ['po\nFORTESA E PRIZRENIT\npo', 'Fortesa', 'heading'],
    ['po FORTESA E PRIZRENIT', 'Fortesa', 'own'],
    ['Hyrja e UÇK NATO', 'UÇK', 'own'],
    ['UÇK I NATO', 'UÇK', 'heading'],
    ['DRENAS', 'Drenas', 'own'],
    ['e masakra e Izbicës', 'Masakra e Izbicës', 'small-first'],
    ['e çikatovë e vjetër e Re', 'Çikatovë e Vjetër', undefined],
    ['e Çikatovë e vjetër', 'Çikatovë e Vjetër', 'some'],
    ['rat na kosovu', 'Rat na Kosovu', undefined],
    ['Rat na Kosovu', 'Rat na Kosovu', 'own'],
  ])('in %j for %s say %s', (text, name, said) => {
    expect(caps(text, name)).toBe(said);
  });

  it('are those of the best of the forms that are written so', () => {
    expect(caps('e masakra në Drenicë', 'Masakra në Drenicë', 'masakra në Drenicë')).toBe('own');
  });

  it('and who wrote a form decide how sure a hit is', () => {
    const of = (text: string, generated: boolean) =>
      compileMatcher([named('Fortesa', { generated })])
        .find(text)
        .flatMap((hit) => hit.candidates.map((one) => confidenceOf(hit, one)));
    expect(of('në Fortesa', false)).toEqual(['sure']);
    expect(of('në Fortesa', true)).toEqual(['likely']);
    expect(of('Fortesa', false)).toEqual(['likely']);
    expect(of('Fortesa', true)).toEqual(['doubtful']);
    expect(of('FORTESA', false)).toEqual(['sure']);
  });
});

describe('hits, for any text', () => {
  const matcher = compileMatcher(listed);
  const prose = passages.map(({ text }) => text);
  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 4 }),
        fc.constantFrom(...listed.map((name) => name.text)),
        fc.constantFrom(...prose).map((passage) => passage.slice(0, 40).normalize('NFD')),
        fc.constantFrom('\uD835', '\uDC00', '\u0301', '\u200D', 'ǆ', '-', '’s', ' '),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(''));

  it('follow one another, begin and end with whole characters, and are names', () => {
    fc.assert(
      fc.property(text, (any) => {
        let after = 0;
        for (const { start, end, ending, candidates } of matcher.find(any)) {
          expect(start).toBeGreaterThanOrEqual(after);
          after = ending?.end ?? end;
          expect(ending?.start ?? end).toBe(end);
          const hit = any.slice(start, end);
          expect(hit).not.toMatch(/^[^\p{L}\p{N}\p{So}]/u);
          expect(any.slice(end)).not.toMatch(/^[\p{M}\p{L}]/u);
          expect(hit.isWellFormed()).toBe(true);
          const words = (name: string) => fold(name).match(/[\p{L}\p{N}]+/gu)?.filter((word) => !/^(?:e|i|te|se)$/u.test(word)); // prettier-ignore
          for (const { entity, forms } of candidates)
            for (const form of forms) {
              expect(listed[form]?.entity).toBe(entity);
              expect(words(listed[form]?.text ?? '')).toEqual(words(hit));
            }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what folding joins', () => {
  /** Every character that is folded to one letter, digit, space or hyphen. */
  const guises = Map.groupBy(
    Array.from({ length: 0x20000 }, (_, point) => point)
      .filter((point) => point < 0xd800 || point > 0xdfff)
      .map((point) => String.fromCodePoint(point))
      // The paragraph separator parts what it stands between.
      .filter((character) => character !== '\u2029'),
    fold,
  );
  const DROPPED = fc.constantFrom('', '', '', '\u00AD', '\u0301', '\u200D', '\u{E0001}', 'ь');
  const name = fc.constantFrom(...listed.map(({ text }) => text.toLowerCase()));
  const guise = fc
    .tuple(name, fc.infiniteStream(fc.nat()), fc.infiniteStream(DROPPED))
    .map(([text, choice, dropped]) => {
      const letters = Array.from(fold(text), (letter) => {
        const those = guises.get(letter) ?? [letter];
        const one = those[choice.next().value % those.length] ?? letter;
        return one + dropped.next().value + (letter === 'd' && choice.next().value % 2 === 0 ? 'j' : '');
      });
      return { text, guise: letters.join('') };
    });

  it('the matcher joins', () => {
    fc.assert(
      fc.property(guise, ({ text, guise: written }) => {
        expect(fold(written)).toBe(fold(text));
        const { find } = compileMatcher([named(text, { entity: 'pl' })]);
        const [hit, ...others] = find(written);
        expect(others).toEqual([]);
        expect(hit?.candidates).toEqual([{ entity: 'pl', forms: [0], generated: false }]);
        // But for marks at the edges: the full stop of an ordinal.
        expect(fold(written.slice(hit?.start, hit?.end))).toBe(
          fold(text).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
