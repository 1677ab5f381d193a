import { describe as about, expect, it } from 'vitest';
import { type Anchor, type AnchoredBlock, findAnchor, prepareEdition } from '../../../src/core/anchors/find';
import { describe } from '../../../src/core/anchors/quote';
import { blocksOf, everyMention, noteOn, textOf, without, withText, wordsAt } from './editions';

const en = blocksOf('izbica-massacre en');
const sq = blocksOf('izbica-massacre sq');
const sr = blocksOf('izbica-massacre sr-Cyrl');

const find = (blocks: readonly AnchoredBlock[], note: Anchor) => findAnchor(prepareEdition(blocks), note);

function expectMoved(
  blocks: readonly AnchoredBlock[],
  note: Anchor,
  block: string,
  words: string,
  least = 0.5,
) {
  const found = find(blocks, note);
  expect([found.state, wordsAt(blocks, found)]).toEqual(['moved', words]);
  if (found.state !== 'moved') throw new Error(`${found.state}`);
  expect(found.block).toBe(block);
  expect(found.score).toBeGreaterThanOrEqual(least);
  return found;
}

about('a note stays where it is', () => {
  it('on every name of the first library, in an edition that is as it was', () => {
    for (const { blocks, block, mention } of everyMention) {
      const { start, end } = mention;
      const note = { block: block.id, ...describe(block.text, mention) };
      expect(find(blocks, note)).toEqual({ state: 'anchored', block: block.id, start, end });
    }
  });

  it.each([
    ['en', en, 'events-3', 'put the men apart', 'National'],
    ['sq', sq, 'events-3', 'i ndanë burrat nga gratë', 'Forcat'],
    ['sr-Cyrl', sr, 'trials-2', 'Садик Џемајљи', 'Садик'],
  ])('where a sentence was put before its own, in %s', (_, blocks, id, words, first) => {
    const put = 'Документ то не каже – ни где. ';
    const note = noteOn(blocks, id, words);
    const changed = withText(blocks, id, (text) => text.replace(first, put + first));
    expect(find(changed, note)).toEqual({
      state: 'anchored',
      block: id,
      start: note.start + put.length,
      end: note.end + put.length,
    });
  });

  it('where the next sentence but one was rewritten', () => {
    const note = noteOn(sq, 'events-3', 'u kërkuan fshatarëve para');
    const changed = withText(sq, 'events-3', (text) =>
      text.replace(/Pastaj burrat.*/u, 'Më tej nuk dihet asgjë.'),
    );
    expect(find(changed, note)).toMatchObject({ state: 'anchored', start: note.start, end: note.end });
  });

  it('on the second of two that are alike, by what stands around it', () => {
    const note = noteOn(en, 'background-1', 'Izbica', 'was present. ');
    const changed = withText(en, 'background-1', (text) =>
      text.replace('Izbica was', 'During the war, Izbica was'),
    );
    expect(find(changed, note)).toMatchObject({ state: 'anchored', start: note.start + 16 });
  });

  it.each([
    ['nothing', 'And one goes to Izbica, and to Mitrovica. '],
    [
      'what is before it',
      'the hills north of Skenderaj. From all over Drenica, Izbica has been asked for help by many. ',
    ],
    ['what is behind it', 'So nobody knew whether Izbica was regarded as a safe place to go to. '],
  ])('though another occurrence, with %s as it was, now stands at its very offset', (_, other) => {
    const own = 'From all over Drenica, Izbica was regarded as a safe place to go to.';
    const note = noteOn(
      [{ id: 'a', text: `It lies in the hills north of Skenderaj. ${own}` }],
      'a',
      'Izbica',
    );
    const text = `${'.'.repeat(note.start - other.indexOf('Izbica'))}${other}${own}`;
    expect(text.slice(note.start, note.end)).toBe('Izbica');
    expect(find([{ id: 'a', text }], note)).toMatchObject({
      state: 'anchored',
      start: text.lastIndexOf('Izbica'),
    });
  });

  it('in the first of two blocks that have one id', () => {
    const note = noteOn(sq, 'trials-2', 'Sadik Xhemajli');
    const twice = [...sq, { id: 'trials-2', text: 'Nuk dihet.' }];
    expect(find(twice, note)).toMatchObject({ state: 'anchored', start: note.start });
  });

  it('at its offset, where the words on one side were rewritten', () => {
    const note = noteOn(en, 'trials-1', 'indictment');
    const changed = withText(en, 'trials-1', (text) => text.replace(/(?<=indictment).*/u, ', we are told.'));
    expect(find(changed, note)).toMatchObject({ state: 'anchored', start: note.start });
  });

  it.each([200, 3000])('of %i, on its own', (count) => {
    const line = (at: number) => `${at} veta ishin nga Izbica, thotë lista ${at}.`;
    const text = Array.from({ length: count }, (_, at) => line(at)).join(' ');
    const start = text.indexOf('Izbica', text.indexOf(` ${count - 83} veta`));
    const note = { block: 'list', ...describe(text, { start, end: start + 6 }) };
    const put = 'Sipas listës: ';
    expect(find([{ id: 'list', text: put + text }], note)).toEqual({
      state: 'anchored',
      block: 'list',
      start: start + put.length,
      end: start + put.length + 6,
    });
  });
});

about('a note moves', () => {
  it('with a low score to the nearest of two hundred that are all alike, and nowhere where none is nearest', () => {
    const phrase = 'Në Izbicë u vranë shumë njerëz. ';
    const text = phrase.repeat(200);
    const start = text.indexOf('Izbicë', phrase.length * 100);
    const note = { block: 'list', ...describe(text, { start, end: start + 6 }) };
    const near = find([{ id: 'list', text: `Po. ${text}` }], note);
    expect(near).toMatchObject({ state: 'moved', start: start + 4 });
    expect(near.state === 'moved' && near.score).toBeLessThan(0.65);
    const between = text.slice(0, phrase.length * 90) + '.'.repeat(phrase.length / 2) + text;
    expect(find([{ id: 'list', text: between }], note).state).toBe('orphaned');
  });

  it('where a word came beside it', () => {
    const note = noteOn(sr, 'background-2', 'Ћирез', 'побегли у ');
    const changed = withText(sr, 'background-2', (text) =>
      text.replace('побегли у Ћирез', 'побегли у оближњи Ћирез'),
    );
    const found = expectMoved(changed, note, 'background-2', 'Ћирез', 0.8);
    expect(found).toMatchObject({ start: note.start + 8 });
  });

  it('with its sentence to another paragraph', () => {
    const sentence = 'Disa kishin vënë maska skish; të tjerë i kishin nxirë fytyrat me bojë grimi.';
    const note = noteOn(sq, 'events-1', 'maska skish');
    const taken = withText(sq, 'events-1', (text) => text.replace(` ${sentence}`, ''));
    const changed = withText(taken, 'events-3', (text) => `${text} ${sentence}`);
    expectMoved(changed, note, 'events-3', 'maska skish', 0.8);
  });

  it.each([
    ['en', en],
    ['sq', sq],
    ['sr-Cyrl', sr],
  ])('with its paragraph under another id, in %s', (_, blocks) => {
    const text = textOf(blocks, 'events-2');
    const note = { block: 'events-2', ...describe(text, { start: 0, end: text.indexOf(' ', 12) }) };
    const changed = [...without(blocks, 'events-2'), { id: 'new', text }];
    expectMoved(changed, note, 'new', note.exact, 0.95);
  });

  it('with its heading under another id', () => {
    const note = noteOn(sr, 'h-background', 'Позадина');
    expectMoved(
      [...without(sr, 'h-background'), { id: 'new', text: 'Позадина' }],
      note,
      'new',
      'Позадина',
      0.95,
    );
  });

  it('where its paragraph was split before it', () => {
    const note = noteOn(en, 'events-3', 'Automatic weapons');
    const text = textOf(en, 'events-3');
    const cut = text.indexOf('Automatic');
    const changed = [
      ...withText(en, 'events-3', () => text.slice(0, cut).trim()),
      { id: 'events-4', text: text.slice(cut) },
    ];
    const found = expectMoved(changed, note, 'events-4', 'Automatic weapons', 0.8);
    expect(found).toMatchObject({ start: 0 });
  });

  it('where its paragraph was merged with the one before', () => {
    const note = noteOn(sr, 'events-2', 'углавном жене, деца и старци');
    const changed = withText(
      without(sr, 'events-2'),
      'events-1',
      (text) => `${text} ${textOf(sr, 'events-2')}`,
    );
    expectMoved(changed, note, 'events-1', note.exact, 0.95);
  });

  it('where a spelling in it was corrected', () => {
    const note = noteOn(en, 'background-2', 'Government forces later captured Qirez');
    const changed = withText(en, 'background-2', (text) => text.replaceAll('Qirez', 'Çirez'));
    expectMoved(changed, note, 'background-2', 'Government forces later captured Çirez', 0.9);
  });

  it.each([
    ['Më vonë u kthyen në Izbicë', 'Më vonë u kthyen në Izbicën'],
    ['познато као масакр у Поклеку', 'непознато као масакр у Поклеку'],
    ['Rezale and Qirez were shelled', 'Rezale and Qirez were shelled\u0308'],
    ['Rezale, Qirez and Prekaz 🕯', 'Rezale, Qirez and Prekaz 🕯\uFE0F'],
  ])('to whole words and letters: “%s”, now “%s”', (was, is) => {
    const around = (words: string) => `Документ каже: ${words}, сведоче мештани.`;
    const note = noteOn([{ id: 'a', text: around(was) }], 'a', was);
    const found = expectMoved([{ id: 'b', text: around(is) }], note, 'b', is, 0.9);
    const same = expectMoved([{ id: 'b', text: around(was) }], note, 'b', was, 0.9);
    expect(found.score).toBeLessThan(same.score);
  });

  it('where its sentence was rewritten, to the whole words that are left', () => {
    const note = noteOn(sq, 'events-3', 'Gratë dhe fëmijët u dërguan në Shqipëri.');
    const changed = withText(sq, 'events-3', (text) =>
      text.replace(note.exact, 'Gratë dhe të gjithë fëmijët u dërguan drejt Shqipërisë.'),
    );
    const found = find(changed, note);
    expect(found.state).toBe('moved');
    expect(wordsAt(changed, found)).toMatch(/^Gratë dhe të gjithë fëmijët u dërguan drejt Shqipërisë/u);
  });

  it('with ј, љ, њ and џ corrected in its own sentence, not to one that is like it elsewhere', () => {
    const own = 'Садик Џемаjли, борац ОВК из Избице, бележио је имена жртава.';
    const text = textOf(sr, 'trials-2').replace(/^.*?жртава\./u, own);
    const before = withText(sr, 'trials-2', () => text);
    const note = noteOn(before, 'trials-2', own);
    expectMoved(sr, note, 'trials-2', 'Садик Џемајљи, борац ОВК из Избице, бележио је имена жртава.', 0.9);
  });

  it('of a sentence that stands elsewhere letter for letter, to its own place where that was corrected', () => {
    const sentence = 'Shumica e tyre ishin civilë meshkuj, joluftëtarë, nga 60 deri në 70 vjeç.';
    const before = withText(sq, 'trials-1', (text) => `${text} ${sentence}`);
    const note = noteOn(before, 'lead-2', sentence);
    const changed = withText(before, 'lead-2', (text) => text.replace('joluftëtarë', 'jo luftëtarë'));
    expectMoved(changed, note, 'lead-2', sentence.replace('joluftëtarë', 'jo luftëtarë'), 0.9);
    const renamed = changed.map(({ id, text }) => ({ id: `new-${id}`, text }));
    expectMoved(renamed, note, 'new-lead-2', sentence.replace('joluftëtarë', 'jo luftëtarë'), 0.9);
  });
});
