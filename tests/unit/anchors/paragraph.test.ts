import { describe as about, expect, it } from 'vitest';
import { type AnchoredBlock, prepareEdition } from '../../../src/core/anchors/find';
import { findBlock, KEPT } from '../../../src/core/anchors/paragraph';
import { blocksOf, editions, textOf, without, withText } from './editions';

const sq = blocksOf('izbica-massacre sq');
const sr = blocksOf('izbica-massacre sr-Cyrl');
const noteOn = (blocks: readonly AnchoredBlock[], block: string) => ({
  block,
  text: textOf(blocks, block).slice(0, KEPT),
});
const find = (blocks: readonly AnchoredBlock[], note: { block: string; text: string }) =>
  findBlock(prepareEdition(blocks), note);
const whole = (blocks: readonly AnchoredBlock[], block: string) => ({
  block,
  start: 0,
  end: textOf(blocks, block).length,
});

about('a note on a whole block', () => {
  it('stays on every block of the first library, and goes with it where all have other ids', () => {
    for (const blocks of editions.values()) {
      const renamed = blocks.map(({ id, text }) => ({ id: `new-${id}`, text }));
      for (const { id, text } of blocks) {
        expect(find(blocks, noteOn(blocks, id))).toEqual({ state: 'anchored', ...whole(blocks, id) });
        if (blocks.filter((one) => one.text === text).length === 1)
          expect(find(renamed, noteOn(blocks, id))).toEqual({
            state: 'moved',
            ...whole(renamed, `new-${id}`),
            score: 1,
          });
      }
    }
  });

  it('stays where words were corrected, a sentence was added, or what is behind its first sentences changed', () => {
    for (const change of [
      (text: string) => text.replace('burrat e rritur', 'meshkujt e rritur'),
      (text: string) => `Kështu ishte. ${text} Asgjë tjetër nuk dihet.`,
    ]) {
      const changed = withText(sq, 'events-2', change);
      expect(find(changed, noteOn(sq, 'events-2'))).toEqual({
        state: 'anchored',
        ...whole(changed, 'events-2'),
      });
    }
    const behind = withText(sr, 'background-1', (text) => `${text.slice(0, KEPT)} и још понешто.`);
    expect(find(behind, noteOn(sr, 'background-1'))).toMatchObject({ state: 'anchored' });
  });

  it('stays where twice as much was added, and moves where that makes a sentence of a heading', () => {
    const longer = withText(sq, 'open-name', (text) => `${text} ${textOf(sq, 'trials-2')}`);
    expect(find(longer, noteOn(sq, 'open-name'))).toEqual({
      state: 'anchored',
      ...whole(longer, 'open-name'),
    });
    const sentence = withText(sq, 'h-background', (text) => `Këtu tregohen ${text} dhe pasojat.`);
    expect(find(sentence, noteOn(sq, 'h-background'))).toMatchObject({
      state: 'moved',
      block: 'h-background',
    });
  });

  it('is moved, with a score, where the block has another text', () => {
    const changed = withText(
      sr,
      'events-2',
      () => 'О томе документ не каже ништа, ни ко је побегао ни ко је остао.',
    );
    const found = find(changed, noteOn(sr, 'events-2'));
    expect(found).toMatchObject({ state: 'moved', ...whole(changed, 'events-2') });
    const half = find(
      withText(sr, 'events-2', (text) => text.slice(0, 150)),
      noteOn(sr, 'events-2'),
    );
    expect(
      half.state === 'moved' && found.state === 'moved' && half.score > found.score && found.score > 0,
    ).toBe(true);
  });

  it('goes with its text where the ids have changed places', () => {
    const [a, b] = [textOf(sq, 'events-1'), textOf(sq, 'events-2')];
    const changed = withText(
      withText(sq, 'events-1', () => b),
      'events-2',
      () => a,
    );
    expect(find(changed, noteOn(sq, 'events-1'))).toMatchObject({
      state: 'moved',
      block: 'events-2',
      score: 1,
    });
  });

  it('goes where its text is now, corrected a little, or a part of another paragraph', () => {
    const text = textOf(sq, 'trials-2');
    const gone = without(sq, 'trials-2');
    const corrected = [...gone, { id: 'new', text: text.replace('luftëtar', 'ushtar') }];
    expect(find(corrected, noteOn(sq, 'trials-2'))).toMatchObject({ state: 'moved', block: 'new' });
    const merged = withText(gone, 'trials-1', (before) => `${before} ${text}`);
    expect(find(merged, noteOn(sq, 'trials-2'))).toMatchObject({
      state: 'moved',
      ...whole(merged, 'trials-1'),
    });
  });

  it('is orphaned where nothing is like it, or two are', () => {
    expect(find(without(sr, 'trials-2'), noteOn(sr, 'trials-2'))).toEqual({ state: 'orphaned' });
    const twice = [
      ...without(sr, 'h-events'),
      { id: 'x', text: 'Ток догађаја' },
      { id: 'y', text: 'Ток догађаја' },
    ];
    expect(find(twice, noteOn(sr, 'h-events'))).toEqual({ state: 'orphaned' });
    expect(find([{ id: 'x', text: 'Ток догађања' }], noteOn(sr, 'h-events'))).toEqual({ state: 'orphaned' });
    expect(find([{ id: 'x', text: '' }], { block: 'gone', text: '' })).toEqual({ state: 'orphaned' });
  });
});
