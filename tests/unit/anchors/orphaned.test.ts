import { describe as about, expect, it } from 'vitest';
import { type Anchor, type AnchoredBlock, findAnchor, prepareEdition } from '../../../src/core/anchors/find';
import { describe } from '../../../src/core/anchors/quote';
import { blocksOf, everyMention, noteOn, textOf, without, withText } from './editions';

const en = blocksOf('izbica-massacre en');
const sq = blocksOf('izbica-massacre sq');
const sr = blocksOf('izbica-massacre sr-Cyrl');

const find = (blocks: readonly AnchoredBlock[], note: Anchor) => findAnchor(prepareEdition(blocks), note);

about('a note is orphaned rather than put on a wrong place', () => {
  it('where the name was replaced by another of the edition, for every name of the first library', () => {
    let replaced = 0;
    for (const { blocks, block, mention } of everyMention) {
      const note = { block: block.id, ...describe(block.text, mention) };
      const other = blocks
        .flatMap(({ mentions }) => mentions)
        .find(
          ({ entity, text }) =>
            entity !== mention.entity && !text.includes(mention.text) && !mention.text.includes(text),
        );
      if (!other) continue;
      const text = block.text.slice(0, mention.start) + other.text + block.text.slice(mention.end);
      expect([
        block.id,
        mention,
        find(
          withText(blocks, block.id, () => text),
          note,
        ),
      ]).toEqual([block.id, mention, { state: 'orphaned' }]);
      replaced += 1;
    }
    expect(replaced).toBeGreaterThan(850);
  });

  it.each([
    ['Izbica', 'Izbicë'],
    ['Rezala', 'Rezalë'],
    ['Rezale', 'Rezale\u0308'],
    ['Prekaz', 'Prekazi'],
    ['Избица', 'Избици'],
  ])('%s does not land on %s', (name, other) => {
    const around = (word: string) => [
      { id: 'a', text: `Më 28 mars 1999, në fshatin ${word} u vranë 142 veta.` },
    ];
    const note = noteOn(around(name), 'a', name);
    expect(find(around(other), note)).toEqual({ state: 'orphaned' });
    expect(find([{ id: 'b', text: textOf(around(other), 'a') }], note)).toEqual({ state: 'orphaned' });
    expect(find(around(name), note).state).toBe('anchored');
  });

  it('where a name that was a heading stands in a sentence now', () => {
    const note = noteOn(sq, 'h-background', 'Rrethanat');
    const changed = withText(sq, 'h-background', () => 'Këtu tregohen Rrethanat dhe pasojat');
    expect(find(changed, note)).toEqual({ state: 'orphaned' });
  });

  it('where nothing around a name is as it was', () => {
    const note = noteOn(en, 'events-2', 'Izbica');
    expect(find(without(en, 'events-2'), note)).toEqual({ state: 'orphaned' });
  });

  it('where a name was taken out from between its neighbours', () => {
    const note = noteOn(en, 'open-withdrawal', 'Sadik Xhemajli');
    const changed = withText(en, 'open-withdrawal', (text) => text.replace('Sadik Xhemajli', ''));
    expect(find(changed, note)).toEqual({ state: 'orphaned' });
  });

  it('where its paragraph is gone and two others have it alike', () => {
    const text = textOf(sq, 'trials-2');
    const note = noteOn(sq, 'trials-2', 'në kohën ndërmjet');
    const changed = [...without(sq, 'trials-2'), { id: 'x', text }, { id: 'y', text: `Po ashtu, ${text}` }];
    expect(find(changed, note)).toEqual({ state: 'orphaned' });
  });

  it('where the words and some behind them are all that a fact has', () => {
    const note = noteOn(en, 'open-perpetrators', 'Serbian policemen');
    expect(textOf(en, 'perpetrators')).toBe('Serbian policemen and Yugoslav paramilitaries');
    expect(find(without(en, 'open-perpetrators'), note)).toEqual({ state: 'orphaned' });
  });

  it('where only one of two sides is as it was and another paragraph has it', () => {
    const before = [
      { id: 'a', text: 'The KLA was present in the villages of Qirez, Likoshan and Prekaz, as is known.' },
    ];
    const note = noteOn(before, 'a', 'Qirez');
    const changed = [
      { id: 'b', text: 'With helicopters, they went to Qirez, Likoshan and Prekaz, as is known.' },
    ];
    expect(find(changed, note)).toEqual({ state: 'orphaned' });
  });

  it('where a sentence was taken out, though another says something like it', () => {
    const note = noteOn(sr, 'lead-2', 'Већином су то били цивили, мушкарци који нису учествовали у борбама');
    expect(find(without(sr, 'lead-2'), note)).toEqual({ state: 'orphaned' });
  });

  it('where its paragraph was taken out, for every sentence of the first library with a name', () => {
    const moved = new Set<string>();
    for (const { blocks, block, mention } of everyMention) {
      const start = block.text.lastIndexOf('. ', mention.start - 1) + 1;
      const end = block.text.indexOf('. ', mention.end) + 1 || block.text.length;
      const note = { block: block.id, ...describe(block.text, { start, end }) };
      const found = find(without(blocks, block.id), note);
      if (found.state !== 'orphaned') moved.add(block.id);
    }
    // There one line after the other says “the summary table has …, the text …”.
    expect([...moved]).toEqual(['open-obrinje']);
  });

  it('where there is no quote, no block or no edition', () => {
    const note = noteOn(en, 'lead-1', 'Izbica massacre');
    expect(find([], note)).toEqual({ state: 'orphaned' });
    expect(find(en, { ...note, start: 0, end: 0, exact: '' })).toEqual({ state: 'orphaned' });
  });
});
