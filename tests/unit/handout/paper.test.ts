import { describe, expect, it } from 'vitest';
import { learn } from '../../../src/renderer/i18n';
import { citationText, linesCited } from '../../../src/renderer/print/citations';
import { figureRows } from '../../../src/renderer/print/figureRows';
import { flowOf } from '../../../src/renderer/print/flow';
import { cssString, pageRules, runningHeads } from '../../../src/renderer/print/pageRules';
import { unbrokenPieces } from '../../../src/renderer/print/unbroken';
import type { Block } from '../../../src/shared/domain';
import { LANGS } from '../../../src/shared/lang';
import { articleIn, handoutIn } from './articles';

await Promise.all(LANGS.map(learn));

const heading = (level: number) => ({ type: 'heading', level, text: '' }) as Block;

describe('the text on paper', () => {
  it('makes one list of items that follow each other', () => {
    expect(flowOf(articleIn('en').blocks).map(({ kind }) => kind)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
      'list',
    ]);
  });

  it('skips no level of headings', () => {
    const levels = flowOf([heading(3), heading(4), heading(2), heading(4)]).map(
      (one) => one.kind === 'heading' && one.level,
    );
    expect(levels).toEqual([2, 3, 2, 3]);
  });

  it.each([
    ['jep 93–130 të vrarë', ['93–130']],
    ['убијених 28. марта 1999. у Избици', ['28. марта']],
    ['bombardimi i NATO-s', ['NATO-s']],
    ['око 12.00 часова', []],
    ['In 1999 thousands', []],
  ])('keeps together what belongs together in “%s”', (text, together) => {
    const pieces = unbrokenPieces(text);
    expect(pieces.filter(({ unbroken }) => unbroken).map((piece) => piece.text)).toEqual(together);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });
});

describe('the sources on paper', () => {
  const { sources, ...article } = articleIn('en');

  it('are numbered as the list numbers them', () => {
    const citations = [{ source: sources[0]!.id, lines: '8-9, 12' }];
    expect(citationText(citations, sources)).toBe('1: 8–9, 12');
  });

  it('say each cited line once', () => {
    const blocks = [
      { ...article.blocks[0]!, citations: [{ source: sources[0]!.id, lines: '10-14, 40,13-20' }] },
    ];
    expect(linesCited(sources[0]!.id, { ...article, sources, blocks })).toBe('8–20, 40');
    expect(linesCited('doc-other' as never, { ...article, sources })).toBe('');
  });
});

describe('the figures on paper', () => {
  const { figures } = articleIn('en');

  it('follow the figure that they are counted within', () => {
    expect(figureRows(figures).map(({ figure, depth }) => [figure.id, depth])).toEqual([
      ['izbica-killed', 0],
      ['izbica-men', 1],
    ]);
  });

  it('are all there, even where two are said to be part of each other', () => {
    const circular = figures.map((figure, at) => ({ ...figure, partOf: figures[1 - at]!.id }));
    expect(figureRows(circular)).toHaveLength(2);
  });
});

describe('the running heads', () => {
  const { titles } = articleIn('en');

  it('are the part’s own title and those of the other two written languages', () => {
    expect(runningHeads('sr-Latn', titles, titles['sr-Latn'])).toEqual([
      'Masakr u Izbici',
      'Izbica massacre',
      'Masakra e Izbicës',
    ]);
    expect(runningHeads('sq', titles, titles.sq)).toEqual([
      'Masakra e Izbicës',
      'Izbica massacre',
      'Масакр у Избици',
    ]);
  });

  it('do not repeat a title that two languages share', () => {
    const same = { ...titles, sq: titles.en };
    expect(runningHeads('en', same, same.en)).toEqual(['Izbica massacre', 'Масакр у Избици', '']);
  });

  it('leave off the end of a long title', () => {
    const [head] = runningHeads(
      'en',
      titles,
      'Attacks on the villages of Likoshan and Qirez on 28 February and 1 March 1998',
    );
    expect(head).toBe('Attacks on the villages of Likoshan and Qirez…');
  });

  it('cannot be left by a title', () => {
    expect(cssString('a"; } body { color: red } \\')).toBe('"a\\22 ; } body { color: red } \\5c "');
    expect(cssString('one\ntwo')).toBe('"one\\a two"');
  });

  it('stand on a page of their own for each part, on the paper asked for', () => {
    const rules = pageRules(handoutIn(['en', 'sr-Cyrl'], 'Letter'));
    expect(rules.match(/size: Letter/g)).toHaveLength(2);
    expect(rules).toContain('#part-2 { page: part-2 }');
    expect(rules).toContain('Дреница, 1998–1999. · Текст: CC BY-SA 4.0 · Нацрт');
  });
});
