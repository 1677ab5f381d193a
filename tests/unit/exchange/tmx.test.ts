import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeNames } from '../../../src/core/exchange/formats';
import type { WriteOptions } from '../../../src/core/exchange/model';
import { anyGazetteer, firstLibrary, OPTIONS, QIREZ } from './gazetteers';
import { tmxOfBlocks } from '../../../src/core/exchange/terms/tmx';
import { TMX_14 } from './terms-rules';
import { all, parseTree, violations } from './xml-tree';

const write = (id: Parameters<typeof writeNames>[0], options: WriteOptions = OPTIONS, gazetteer = QIREZ) =>
  writeNames(id, gazetteer, options).bytes;

describe('a translation memory', () => {
  it('keeps its rules, for names and for any gazetteer', () => {
    const broken = (bytes: Uint8Array) => violations(parseTree(bytes), TMX_14);
    expect(broken(write('tmx', OPTIONS, firstLibrary()))).toEqual([]);
    fc.assert(
      fc.property(anyGazetteer, (gazetteer) => {
        expect(broken(write('tmx', OPTIONS, gazetteer))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('has a unit an entity, with the name that each language cites it by', () => {
    const [unit, ...others] = all(parseTree(write('tmx')), 'tu');
    expect(others).toEqual([]);
    expect(unit?.attributes.tuid).toBe('pl-qirez');
    expect(
      all(unit!, 'tuv').map((variant) => [variant.attributes['xml:lang'], all(variant, 'seg')[0]?.text]),
    ).toEqual([
      ['en', '#1 Ćirez'],
      ['sq', 'Qirez'],
      ['sr-Cyrl', 'Ћирез'],
      ['sr-Latn', 'Ćirez'],
    ]);
  });

  it('lists the names that it has no unit for', () => {
    const losses = writeNames('tmx', QIREZ, OPTIONS).losses;
    expect(losses).toContainEqual({ code: 'no-counterpart', count: 1, examples: ['pl-abri'] });
    expect(losses).toContainEqual({
      code: 'names-left-out',
      count: 4,
      examples: ['Ћиреза', 'Qirezit', 'Çirez'],
    });
  });

  it('holds the text of articles, block beside block', () => {
    const blocks = [
      {
        article: 'izbica-massacre',
        block: 'lead-1',
        texts: { sq: 'Masakra & vrasja\n', 'sr-Cyrl': 'Масакр <1999>', en: '' },
      },
      { article: 'izbica-massacre', block: 'lead-2', texts: { sq: 'Vetëm shqip.' } },
    ];
    const bytes = tmxOfBlocks.write(blocks, OPTIONS);
    const tree = parseTree(bytes);
    expect(violations(tree, TMX_14)).toEqual([]);
    expect(all(tree, 'header')[0]?.attributes).toMatchObject({
      segtype: 'paragraph',
      creationdate: '20261122T000000Z',
    });
    expect(all(tree, 'tu').map(({ attributes }) => attributes.tuid)).toEqual(['izbica-massacre/lead-1']);
    expect(all(tree, 'seg').map(({ text }) => text)).toEqual(['Masakra & vrasja', 'Масакр <1999>']);
    expect(tmxOfBlocks.losses(blocks, OPTIONS)).toEqual([
      { code: 'no-counterpart', count: 1, examples: ['izbica-massacre/lead-2'] },
    ]);
  });
});
