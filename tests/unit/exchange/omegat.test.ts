import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNames, writeNames } from '../../../src/core/exchange/formats';
import type { WriteOptions } from '../../../src/core/exchange/model';
import { anyGazetteer, firstLibrary, OPTIONS, QIREZ } from './gazetteers';
import { readTab, readTbx, statedEncoding } from './omegat-rules';
import { TBX_2 } from './terms-rules';
import { parseTree, violations } from './xml-tree';

const SERBIAN_TO_ALBANIAN = {
  ...OPTIONS,
  langs: ['sr-Cyrl', 'sq'],
  pair: { source: 'sr-Cyrl', target: 'sq' },
} satisfies WriteOptions;
const write = (id: Parameters<typeof writeNames>[0], options: WriteOptions = OPTIONS, gazetteer = QIREZ) =>
  writeNames(id, gazetteer, options).bytes;

describe('TBX 2', () => {
  it('keeps its rules, for the first library and for any other', () => {
    const broken = (bytes: Uint8Array) => violations(parseTree(bytes), TBX_2);
    expect(broken(write('tbx2', OPTIONS, firstLibrary()))).toEqual([]);
    fc.assert(
      fc.property(anyGazetteer, (gazetteer) => {
        expect(broken(write('tbx2', OPTIONS, gazetteer))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('gives OmegaT every name to find, and no misspelling to write', () => {
    const entries = readTbx(write('tbx2', SERBIAN_TO_ALBANIAN), 'sr', 'sq');
    expect(entries.map(({ source, target }) => [source, target])).toEqual(
      ['Ћирез', 'Ћиреза'].flatMap((source) =>
        ['Qirez', 'Qirezit', 'Çirez'].map((target) => [source, target]),
      ),
    );
  });

  it('tells a translator what it is and where, and not how the file is built', () => {
    const [entry] = readTbx(write('tbx2', SERBIAN_TO_ALBANIAN), 'sr', 'sq');
    expect(entry?.comment.split('\n')).toEqual([
      'subjectField: village',
      'within: Skënderaj',
      'within: Skënderaj',
      'within: Србица',
      'also ablative',
    ]);
  });

  it('is said to be of no use to OmegaT between the scripts of Serbian', () => {
    const between = { ...OPTIONS, pair: { source: 'sr-Latn', target: 'sr-Cyrl' } } satisfies WriteOptions;
    const { bytes, losses } = writeNames('tbx2', QIREZ, between);
    expect(losses).toContainEqual({ code: 'omegat-one-serbian', count: 1, examples: ['Ćirez'] });
    expect(readTbx(bytes, 'sr', 'sr').every(({ target }) => target === '')).toBe(true);
    expect(writeNames('tbx2', QIREZ, SERBIAN_TO_ALBANIAN).losses.map(({ code }) => code)).toEqual([
      'langs',
      'names-left-out',
    ]);
  });
});

describe('a glossary of OmegaT', () => {
  const rows = (options: WriteOptions) =>
    readTab(write('omegat', options)).map(({ source, target }) => [source, target]);

  it('pairs each name with the same case, and a cited one with all that may be written', () => {
    expect(rows(SERBIAN_TO_ALBANIAN)).toEqual([
      ['Ћирез', 'Qirez'],
      ['Ћирез', 'Çirez'],
      ['Ћиреза', 'Qirezit'],
    ]);
    expect(rows({ ...OPTIONS, pair: { source: 'sq', target: 'sr-Cyrl' } })).toContainEqual([
      'Qirezit',
      'Ћиреза',
    ]);
    expect(rows({ ...OPTIONS, pair: { source: 'sq', target: 'sr-Latn' } })).toEqual([
      ['Qirez', 'Ćirez'],
      ['Qirezit', 'Ćirez'],
      ['Çirez', 'Ćirez'],
      ['Cirez', 'Ćirez'],
    ]);
  });

  it('states its encoding, and what each row is about', () => {
    const bytes = write('omegat', SERBIAN_TO_ALBANIAN);
    expect(statedEncoding(bytes)).toBe('utf-8');
    expect(readTab(bytes)[0]?.comment).toBe('village [pl-qirez]');
  });

  it('is not taken for a remark where a name begins like one', () => {
    const english = { ...OPTIONS, pair: { source: 'en', target: 'sq' } } satisfies WriteOptions;
    expect(rows(english)[0]).toEqual(['#1 Ćirez', 'Qirez']);
  });

  it('comes back with all that it holds, in any gazetteer', () => {
    fc.assert(
      fc.property(anyGazetteer, (gazetteer) => {
        const { bytes, losses } = writeNames('omegat', gazetteer, SERBIAN_TO_ALBANIAN);
        const { pair } = SERBIAN_TO_ALBANIAN;
        const read = readNames('omegat', bytes, { pair });
        const entries = readTab(bytes);
        const texts = new Set(
          read.entities.flatMap(({ names }) => names.map(({ lang, text }) => `${text}@${lang}`)),
        );
        const count = (code: string) => losses.find((loss) => loss.code === code)?.count ?? 0;
        const lost = gazetteer.entities.filter(({ names }) =>
          names.some(({ lang }) => lang === 'sq' || lang === 'sr-Cyrl'),
        );
        expect(read.entities.length).toBe(lost.length - count('no-counterpart'));
        expect(read.problems.filter(({ severity }) => severity === 'error' || severity === 'fatal')).toEqual(
          [],
        );
        // OmegaT sees the same pairs; only the apostrophe that keeps a spreadsheet from formulas is one letter more.
        for (const { source, target } of entries) {
          expect(texts).toContain(`${source.replace(/(?<=^|[;,])'(?='*[=+\-@＝＋－＠])/g, '')}@sr-Cyrl`);
          expect(texts).toContain(`${target.replace(/(?<=^|[;,])'(?='*[=+\-@＝＋－＠])/g, '')}@sq`);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is read from others: rows without an id by their source, the comment kept with the target', () => {
    const text = 'Qirez\tЋирез\tfshat\nQirez\tЧирез\tfshat\n\nAbri\n#x\ty\nVërboc\tВрбовац\n';
    const { entities, problems } = readNames('omegat', new TextEncoder().encode(text), {
      pair: { source: 'sq', target: 'sr-Cyrl' },
    });
    expect(entities.map(({ names }) => names.map(({ text: each, note }) => [each, note]))).toEqual([
      [
        ['Qirez', undefined],
        ['Ћирез', 'fshat'],
        ['Чирез', 'fshat'],
      ],
      [
        ['Vërboc', undefined],
        ['Врбовац', undefined],
      ],
    ]);
    expect(problems).toMatchObject([{ code: 'target-missing', at: { line: 4 } }]);
  });

  it('cannot be read without knowing its languages', () => {
    expect(readNames('omegat', write('omegat')).problems).toMatchObject([
      { code: 'pair-missing', severity: 'fatal' },
    ]);
  });
});
