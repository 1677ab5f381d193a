/** Blocks and quotes that no article has, and a file from elsewhere may. */
import { describe as about, expect, it } from 'vitest';
import { findAnchor, prepareEdition } from '../../../src/core/anchors/find';
import { describe } from '../../../src/core/anchors/quote';
import { passages } from '../names/prose';

const prose = passages.map(({ text }) => text).filter((text) => text.length > 80);
const LONG = Array.from({ length: 4 }, (_, round) =>
  prose.map((text) => `${text.replaceAll('.', ` ${round}.`)} `),
)
  .flat()
  .join('')
  .slice(0, 100_000);
const note = (text: string, start: number, length: number) => ({
  block: 'long',
  ...describe(text, { start, end: start + length }),
});
const find = (text: string, anchor: ReturnType<typeof note>, id = 'long') =>
  findAnchor(
    prepareEdition([
      { id: 'other', text: 'Позадина' },
      { id, text },
    ]),
    anchor,
  );

about('in a block of 100,000 characters', () => {
  it('there are so many', () => expect(LONG.length).toBe(100_000));

  it.each([200, 2000, 20_000])('a quote of %i units is found behind what was put before it', (length) => {
    const anchor = note(LONG, 50_000, length);
    expect(find(`Pas luftës. ${LONG}`, anchor)).toMatchObject({
      state: 'anchored',
      start: 50_012,
      end: 50_012 + length,
    });
  });

  it('a quote is found though most of what was before it was taken out', () => {
    const anchor = note(LONG, 50_000, 200);
    expect(find(LONG.slice(40_000), anchor)).toMatchObject({ state: 'anchored', start: 10_000 });
  });

  it.each([200, 2000, 20_000])(
    'a quote of %i units is found in another block, with words changed in it',
    (length) => {
      const anchor = note(LONG, 50_000, length);
      const at = 50_000 + length / 2;
      const text = `Pas luftës. ${LONG.slice(0, at)} fjalë të reja ${LONG.slice(at + 20)}`;
      const found = find(text, anchor, 'new');
      expect(found).toMatchObject({
        state: 'moved',
        block: 'new',
        start: 50_012,
        end: 50_012 + length - 4 - 1,
      });
      expect(found.state === 'moved' && found.score).toBeGreaterThan(0.9);
    },
  );

  it('a quote of 20,000 units is found though its beginning or its end was taken away', () => {
    const anchor = note(LONG, 50_000, 20_000);
    const first = find(LONG.slice(0, 50_000) + LONG.slice(51_000), anchor, 'new');
    expect(first).toMatchObject({ state: 'moved', end: 69_000 });
    const last = find(LONG.slice(0, 69_000) + LONG.slice(70_000), anchor, 'new');
    expect(last).toMatchObject({ state: 'moved', start: 50_000 });
  });

  it('a quote of 20,000 units that was rewritten is orphaned', () => {
    const anchor = note(LONG, 50_000, 20_000);
    expect(find(LONG.slice(0, 50_000) + LONG.slice(70_000), anchor, 'new')).toEqual({ state: 'orphaned' });
  });
});

about('of a text that says the same all over', () => {
  it.each([
    ['a', 'a'.repeat(100_000), 'a'.repeat(19_999) + 'b'],
    ['b at the beginning', 'a'.repeat(100_000), 'b' + 'a'.repeat(19_999)],
    ['a within', 'a'.repeat(100_000), 'a'.repeat(20_000)],
    ['words', 'Izbica '.repeat(14_000), 'Izbica '.repeat(2000) + 'Rezala'],
    ['a name', 'Izbica '.repeat(14_000), 'Izbica'],
  ])('nothing is one place: %s', (_, text, exact) => {
    const anchor = {
      block: 'gone',
      start: 50_001,
      end: 70_001,
      exact,
      prefix: 'a'.repeat(32),
      suffix: 'a'.repeat(32),
    };
    expect(find(text, anchor)).toEqual({ state: 'orphaned' });
    expect(find(text, { ...anchor, block: 'long', prefix: 'Rezala', suffix: 'Rezala' })).toEqual({
      state: 'orphaned',
    });
  });
});
