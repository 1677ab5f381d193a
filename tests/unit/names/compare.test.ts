import { describe, expect, it } from 'vitest';
import { compareNames, type ComparedSide } from '../../../src/core/names/compare';
import type { EntityBrief } from '../../../src/shared/contract';
import type { EntityId } from '../../../src/shared/domain';
import {
  addressOf,
  anotherSide,
  asTable,
  firstSides,
  isRepeated,
  type Row,
  sectionsOf,
  type Side,
  sidesOf,
} from '../../../src/renderer/components/compare/compare';

const brief = (id: string): EntityBrief | undefined =>
  id === 'pl-gone'
    ? undefined
    : { id: id as EntityId, type: 'village', preferred: { en: { text: id, certainty: 'verified' } } };

/** `pl-izbica Izbicë lead-1`, a mention a line. */
function side(...mentions: string[]): ComparedSide {
  return {
    mentions: mentions.map((mention) => {
      const [entity = '', text = '', block = ''] = mention.split(' ');
      return { entity: entity as EntityId, text, block };
    }),
  };
}

const rows = compareNames(
  [
    side('pl-a Ђаковица b-1', 'pl-b Љубовец b-1', 'pl-c Избица b-2', 'pl-c Избице b-3', 'pl-c Избице b-4'),
    side('pl-d Njegoš b-1', 'pl-c Izbicë b-1', 'pl-b Lubovec b-2'),
    side('pl-c Izbica b-1', 'pl-gone X b-1'),
  ],
  brief,
);

describe('the names of editions side by side', () => {
  it('begin with what all share, then by the number of sides, then as first mentioned', () => {
    expect(rows.map(({ id }) => id)).toEqual(['pl-c', 'pl-b', 'pl-a', 'pl-d']);
  });

  it('have a side each with its forms, the most frequent first, and where the first stands', () => {
    expect(rows[0]?.forms).toEqual([
      [
        { text: 'Избице', count: 2, block: 'b-3' },
        { text: 'Избица', count: 1, block: 'b-2' },
      ],
      [{ text: 'Izbicë', count: 1, block: 'b-1' }],
      [{ text: 'Izbica', count: 1, block: 'b-1' }],
    ]);
    expect(rows[2]?.forms).toEqual([[{ text: 'Ђаковица', count: 1, block: 'b-1' }], [], []]);
  });

  it('count a capital at the beginning of a sentence as the same form, and no other capital', () => {
    const [row] = compareNames(
      [side('or-a Снаге b-1', 'or-a снаге b-2', 'or-a Ђаци b-3', 'or-a НАТО b-4', 'or-a нато b-5')],
      brief,
    );
    expect(row?.forms[0]).toEqual([
      { text: 'снаге', count: 2, block: 'b-1' },
      { text: 'Ђаци', count: 1, block: 'b-3' },
      { text: 'НАТО', count: 1, block: 'b-4' },
      { text: 'нато', count: 1, block: 'b-5' },
    ]);
  });
});

describe('the table of names', () => {
  const ids = (sections: { on: number; rows: Row[] }[]) =>
    sections.map(({ on, rows: own }) => [on, own.map(({ id }) => id)]);

  it('is parted by how many sides have a name, and shows what is shared, or what is not', () => {
    expect(ids(sectionsOf(rows, 3, 'all'))).toEqual([
      [3, ['pl-c']],
      [2, ['pl-b']],
      [1, ['pl-a', 'pl-d']],
    ]);
    expect(ids(sectionsOf(rows, 3, 'shared'))).toEqual([[3, ['pl-c']]]);
    expect(ids(sectionsOf(rows, 3, 'apart'))).toEqual([
      [2, ['pl-b']],
      [1, ['pl-a', 'pl-d']],
    ]);
  });

  it('is copied with a cell a side, and no sign in a name breaks a row', () => {
    const [first] = rows;
    const table = asTable(['Name', 'A', 'B', 'C'], first ? [first] : [], () => 'Iz\tbi\nca');
    expect(table).toBe('Name\tA\tB\tC\nIz bi ca\tИзбице (2); Избица (1)\tIzbicë (1)\tIzbica (1)');
  });
});

describe('the sides in the address', () => {
  const izbica = { article: 'izbica-massacre', lang: 'sr-Latn' } as Side;
  const poklek = { article: 'poklek-massacre', lang: 'sq' } as Side;
  const articles = [
    { id: izbica.article, languages: ['en', 'sq'] },
    { id: poklek.article, languages: ['en', 'sq'] },
  ] as const;

  it('come back as they went', () => {
    expect(addressOf([izbica, poklek])).toBe('izbica-massacre.sr-Latn,poklek-massacre.sq');
    expect(sidesOf(addressOf([izbica, poklek]))).toEqual([izbica, poklek]);
  });

  it.each([undefined, '', 'izbica-massacre', '.sq', 'izbica-massacre.xx', ['a.sq']])(
    'are none in %j',
    (address) => {
      expect(sidesOf(address)).toEqual([]);
    },
  );

  it('are three at most, and known to be repeated', () => {
    expect(sidesOf('a.en,b.en,c.en,d.en').map(({ article }) => article)).toEqual(['a', 'b', 'c']);
    expect(isRepeated([izbica, poklek, izbica])).toBe(true);
    expect(isRepeated([izbica, poklek, { ...izbica, lang: 'sq' }])).toBe(false);
  });

  it('begin with two articles in the reader’s language, or with two editions of the only one', () => {
    expect(firstSides([...articles], ['sq', 'en'])).toEqual([
      { article: 'izbica-massacre', lang: 'sq' },
      { article: 'poklek-massacre', lang: 'sq' },
    ]);
    expect(firstSides([articles[0]], ['sq', 'sr-Cyrl', 'en'])).toEqual([
      { article: 'izbica-massacre', lang: 'sq' },
      { article: 'izbica-massacre', lang: 'en' },
    ]);
    expect(firstSides([], ['sq'])).toEqual([]);
  });

  it('are joined by an edition that is not there yet', () => {
    const two: Side[] = [{ ...izbica, lang: 'en' }, poklek];
    expect(anotherSide(two, [...articles])).toEqual({ article: 'izbica-massacre', lang: 'sq' });
    const all = articles.flatMap(({ id, languages }) =>
      languages.map((lang): Side => ({ article: id, lang })),
    );
    expect(anotherSide(all, [...articles])).toBeUndefined();
  });
});
