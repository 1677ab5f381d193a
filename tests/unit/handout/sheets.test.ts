import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../../src/renderer/print/contents';
import type { Handout, PartChoice } from '../../../src/shared/contract';
import { PARTS, SCOPES_OF } from '../../../src/shared/handout-parts';
import { PRESET_OPTIONS } from '../../../src/shared/handout-presets';
import { articleIn, type Choices, handoutIn, ingredientIn } from './articles';

const IDS = ['izbica-massacre', 'poklek-massacre', 'drenica-massacres'] as const;
/** The same article under three names. */
const three = IDS.map((id) => {
  const one = { ...articleIn('en'), id: id as ReturnType<typeof articleIn>['id'] };
  return ingredientIn(['en'], { id: one.id, editions: [one] });
});
const of = (choices: Choices): Handout => handoutIn(['en'], choices, three);

/** Any parts in any order, each where it can stand, upright or across. */
const anyParts: fc.Arbitrary<PartChoice[]> = fc.shuffledSubarray([...PARTS], { minLength: 1 }).chain((parts) =>
  fc.tuple(
    ...parts.map((part) =>
      fc.record({ part: fc.constant(part), scope: fc.constantFrom(...SCOPES_OF[part]), landscape: fc.boolean() }),
    ),
  ),
); // prettier-ignore

describe('what stands after each article', () => {
  it('stays with it where a part lies across', () => {
    const { sheets } = of(PRESET_OPTIONS['large-print']);
    expect(sheets.map(({ chapter, landscape }) => [chapter, landscape])).toEqual(
      IDS.flatMap((id) => [
        [id, false],
        [id, true],
        [id, false],
      ]),
    );
    expect(sheets.slice(0, 3).map(({ parts }) => parts.map(({ part }) => part))).toEqual([
      ['text', 'facts'],
      ['names'],
      ['sources'],
    ]);
  });

  it('is not torn apart by what stands once, which comes before all articles or after them', () => {
    const parts: PartChoice[] = [
      { part: 'contents' },
      { part: 'text' },
      { part: 'map', scope: 'once' },
      { part: 'names' },
    ];
    expect(of({ parts }).sheets.map((sheet) => sheet.chapter)).toEqual([null, ...IDS, null]);
    expect(of({ parts }).sheets[1]!.parts.map(({ part }) => part)).toEqual(['text', 'names']);
  });

  it('keeps the order that was chosen where there is one article', () => {
    const kinds = ['text', 'answers', 'names'] as const;
    const { sheets } = handoutIn(['en'], { parts: kinds.map((part) => ({ part })) });
    expect(sheets.flatMap(({ parts }) => parts.map(({ part }) => part))).toEqual(kinds);
  });

  it('follows its article before the next begins, in the order chosen, whatever is asked for', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const { sheets } = of({ parts });
        const chapters = sheets.flatMap(({ chapter }) => chapter ?? []);
        const changes = chapters.filter((chapter, at) => chapter !== chapters[at - 1]);
        expect(changes).toEqual(IDS.filter((id) => chapters.includes(id)));
        for (const id of IDS) {
          const own = sheets
            .filter(({ chapter }) => chapter === id)
            .flatMap((sheet) => sheet.parts.filter(({ chapters: whose }) => whose.length === 1))
            .map(({ part }) => part);
          const kinds = parts.map(({ part }) => part).filter((part) => own.includes(part));
          expect(own.filter((part) => part !== 'licence')).toEqual(
            kinds.filter((part) => part !== 'licence'),
          );
        }
        const titles = entriesOf(of({ parts })).filter(({ anchor }) => IDS.some((id) => id === anchor));
        expect(titles.map(({ anchor }) => anchor)).toEqual(changes);
      }),
    );
  });
});
