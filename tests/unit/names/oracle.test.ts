import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMatcher, type Hit } from '../../../src/core/names/match/matcher';
import { CAPS } from '../../../src/core/names/match/capitals';
import type { Lang } from '../../../src/shared/lang';
import { toLatin } from '../../../src/core/text/script';
import { compileOracle } from './oracle';
import { listed, passages } from './prose';

const matcher = compileMatcher(listed);
const oracle = compileOracle(listed);

/** What readers of the hits may not rely on: in which order candidates and their forms come. */
const sorted = (hits: Hit[]): Hit[] =>
  hits.map((hit) => ({
    ...hit,
    candidates: hit.candidates
      .map((candidate) => ({ ...candidate, forms: candidate.forms.toSorted((a, b) => a - b) }))
      .toSorted((a, b) => (a.entity < b.entity ? -1 : 1)),
  }));

function expectAgreement(text: string): void {
  expect({ text, hits: sorted(matcher.find(text)) }).toEqual({ text, hits: sorted(oracle(text)) });
}
const runs = { numRuns: 500 };

const CAPITALS = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()),
  (text) => text.replace(/^\p{L}/u, (letter) => letter.toLowerCase()),
  (text) => text.replace(/(?<= )\p{L}/gu, (letter) => letter.toLowerCase()),
);
const WRITING = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.normalize('NFD'),
  toLatin,
  (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  (text) => text.replace(/[đЂђĐ]/gu, 'dj'),
  (text) => Array.from(text).join('\u00AD'),
  (text) => text.replace(/(?<=\p{L})(?=\p{L})/u, '\u200C'),
  (text) =>
    text.replace(/\p{Ll}/u, (letter) => String.fromCodePoint(0x1d41a + ((letter.charCodeAt(0) - 0x61) % 26))),
);
const GAPS = fc.constantFrom(
  ' ',
  '  ',
  '\u00A0',
  '\n',
  '\r\n',
  '\n\n',
  '-',
  '\u2011',
  ' - ',
  '–',
  '. ',
  ', ',
  '½',
  '',
);
const ALIKE = listed.filter(({ text }) => /^(?:Çikatov|Qikatov|Abri|Poklek|Koso|UÇK|NATO|AP |Vjosa|Osmani|masakër e Poklek|Masakra e Poklek)/u.test(text)); // prettier-ignore
const NAME = fc
  .tuple(fc.constantFrom(...listed.map(({ text }) => text)), CAPITALS, WRITING, GAPS, fc.nat(9))
  .map(([name, capitals, writing, gap, chance]) =>
    writing(capitals(name)).replace(/ /gu, chance < 3 ? gap : ' '),
  );
const LINKED = fc
  .tuple(NAME, fc.constantFrom('e', 'i', 'të', 'së', 'TË', 'dhe'))
  .map(([name, linker]) => name.replace(/(?<= )(?:e|i|të|së)(?= )/u, linker));
const ENDING = fc.constantFrom(
  '',
  '',
  '',
  '-s',
  '-së',
  '’s',
  "'s",
  '-held',
  '-Held',
  '-а',
  's',
  '¹',
  '\u0301',
  '𝔻',
);
const PROSE = fc
  .tuple(fc.constantFrom(...passages.map(({ text }) => text)), fc.nat(), fc.integer({ min: 0, max: 60 }))
  .map(([text, from, length]) => text.slice(from % text.length).slice(0, length));
const MARKS = fc.constantFrom(' ', ' ', ' ', '. ', ' „', '“ ', ' (', ') ', '\n', '\n\n', ' – ', '-', '/', '…', '😀', '\uD835', '\uDC00', '\uFEFF', '℀', 'ﷺ'); // prettier-ignore
const TEXT = fc
  .array(fc.oneof({ weight: 3, arbitrary: LINKED }, { weight: 2, arbitrary: MARKS }, ENDING, PROSE), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

/** Few names that have much in common, some made by rule, some listed in other letters. */
const FEW = fc
  .array(fc.tuple(fc.nat(), CAPITALS, fc.boolean(), fc.constantFrom<Lang>('sq', 'sr-Latn', 'en')), {
    minLength: 1,
    maxLength: 9,
  })
  .map((choices) =>
    choices.map(([at, capitals, generated, lang]) => {
      const { entity, text } = ALIKE[at % ALIKE.length]!;
      return { entity, lang, text: capitals(text), generated };
    }),
  );
const PARTS = fc.array(fc.tuple(fc.nat(), CAPITALS, WRITING, GAPS, ENDING), { maxLength: 6 });

describe('the matcher and the oracle', () => {
  it('agree on every passage of the library', () => {
    for (const { text } of passages) expectAgreement(text);
  });

  it('agree on names in any guise, between anything', () => {
    fc.assert(fc.property(TEXT, expectAgreement), runs);
  });

  it('agree on any list of names', () => {
    fc.assert(
      fc.property(FEW, PARTS, (forms, parts) => {
        const text = parts
          .map(
            ([at, capitals, writing, gap, ending]) =>
              writing(capitals(ALIKE[at % ALIKE.length]!.text)) + ending + gap,
          )
          .join('');
        const found = sorted(compileMatcher(forms).find(text));
        expect({ text, found }).toEqual({ text, found: sorted(compileOracle(forms)(text)) });
      }),
      runs,
    );
  });

  it('meet in these texts whatever there is to meet', () => {
    const hits = fc.sample(TEXT, { numRuns: 2000, seed: 1 }).flatMap((text) => matcher.find(text));
    for (const caps of CAPS) expect(hits.map((hit) => hit.caps)).toContain(caps);
    expect(hits.some(({ candidates }) => candidates.length > 1)).toBe(true);
    expect(hits.some(({ ending }) => ending !== undefined)).toBe(true);
  });
});
