import { describe, expect, it } from 'vitest';
import { docxOf } from '../../../src/library/printing/docx';
import { bookmarksIn, titleIn } from '../../../src/library/printing/docx-places';
import { columnWidths } from '../../../src/library/printing/docx-tables';
import { wordText } from '../../../src/library/printing/docx-text';
import { rowsOf } from '../../../src/renderer/print/tree-columns';
import { isCountedByHand, numbered } from '../../../src/renderer/print/tree-lists';
import { lengthIn, sizeIn, stringsIn } from '../../../src/renderer/print/tree-paper';
import { type Face, isUsed, rangesIn } from '../../../src/renderer/print/used-faces';
import type { Cell, DocumentNode, DocumentTree, Inline } from '../../../src/shared/print-page';
import { cellsOf, readDocx, styleOf, textOf } from '../../support/docx';
import { all } from '../exchange/xml-tree';

const text = (words: string, style: object = {}): Inline => ({ kind: 'text', text: words, ...style });
const paragraph = (words: string, more: object = {}): DocumentNode => ({
  kind: 'paragraph',
  children: [text(words)],
  ...more,
});
const heading = (words: string, level: 1 | 2, id?: string): DocumentNode => ({
  kind: 'heading',
  level,
  ...(id ? { id } : {}),
  children: [text(words)],
});
const cell = (words: string, more: Partial<Cell> = {}): Cell => ({
  isHead: false,
  columns: 1,
  rows: 1,
  children: [paragraph(words)],
  ...more,
});
const treeWith = (nodes: DocumentNode[], more: Partial<DocumentTree> = {}): DocumentTree => ({
  lang: 'en',
  title: 'Drenica',
  size: 11,
  sheets: [{ width: 210, height: 297, margin: 22, head: ['Drenica', '', ''], foot: 'CC BY-SA', nodes }],
  ...more,
});
const INFO = { author: 'Paralel', subject: 'Drenica', keywords: '', language: 'en' };
const bodyOf = async (nodes: DocumentNode[]) => readDocx(await docxOf(treeWith(nodes), INFO)).body;

describe('a document in large print', () => {
  it('has nothing to read that is smaller than fourteen points', async () => {
    const sizesAt = async (size: number) => {
      const { parts } = readDocx(await docxOf(treeWith([], { size }), INFO));
      // The library's own are of notes, which a handout has none of; and gaps have no text.
      const styles = all(parts.get('word/styles.xml')!, 'w:style').filter(
        ({ attributes }) => !/^(?:Footnote|Endnote|TableGap)/.test(attributes['w:styleId'] ?? ''),
      );
      return styles.flatMap((style) =>
        all(style, 'w:sz').map(({ attributes }) => Number(attributes['w:val']) / 2),
      );
    };
    expect(Math.min(...(await sizesAt(18)))).toBe(14);
    expect(Math.min(...(await sizesAt(11)))).toBeLessThan(9);
  });
});

describe('faces that a document uses', () => {
  const face = (ranges: string): Face => ({
    family: 'Source Serif 4',
    weight: '600',
    style: 'normal',
    ranges: rangesIn(ranges),
    url: '',
    format: 'woff2',
  });

  it('are those with a letter of the text', () => {
    const cuts = new Map([['Source Serif 4|600|normal', new Set(['ћ'.codePointAt(0)!])]]);
    expect(isUsed(face('U+0301, U+0400-045F'), cuts)).toBe(true);
    expect(isUsed(face('U+0000-00FF, U+0131'), cuts)).toBe(false);
    expect(isUsed({ ...face('U+400-45F'), weight: '400' }, cuts)).toBe(false);
  });

  it('say their letters as ranges, single ones and with signs for any', () => {
    expect(rangesIn('U+26, U+0-7F, u+4??')).toEqual([[0x26, 0x26], [0, 0x7f], [0x400, 0x4ff]]); // prettier-ignore
    expect(rangesIn('')).toEqual([[0, 0x10ffff]]);
  });
});

describe('paper', () => {
  it('is read as styles say it', () => {
    expect(sizeIn('210mm 297mm')).toEqual([210, 297]);
    expect(sizeIn('a4 landscape')).toEqual([297, 210]);
    expect(sizeIn('auto')).toBeUndefined();
    expect(lengthIn('2.2cm')).toBe(22);
    expect(lengthIn('auto')).toBeUndefined();
  });

  it('has heads without the escapes of styles', () => {
    expect(stringsIn('"a \\"b\\" \\3c /style>" " c"')).toBe('a "b" </style> c');
    expect(stringsIn('none')).toBe('');
  });
});

describe('what stands side by side', () => {
  const box = (left: number, right: number) => ({ box: { left, right } });

  it('is a row until something begins further to the left', () => {
    const boxes = [box(0, 100), box(120, 220), box(0, 220), box(0, 100), box(120, 220)];
    expect(rowsOf(boxes).map((row) => row.length)).toEqual([2, 1, 2]);
  });
});

describe('numbers of a list', () => {
  it('are words where the list goes on from another or counts columns', () => {
    const line = [paragraph('Why?')];
    const columns: DocumentNode[] = [{ kind: 'columns', columns: [line, [paragraph('Pse?')]] }];
    expect(isCountedByHand([line, line], [1, 2])).toBe(false);
    expect(isCountedByHand([line], [4])).toBe(true);
    expect(isCountedByHand([columns], [1])).toBe(true);
    expect(JSON.stringify(numbered(columns, 4)).match(/4\. /g)).toHaveLength(2);
  });
});

describe('a document for Word', () => {
  it('takes no sign that XML cannot write', () => {
    expect(wordText('a\u0000b\u001Fc\td\uD800e\uFFFEf😀')).toBe('abc\tdef😀');
  });

  it('gives its title to the first heading only where others stand as high', () => {
    const own = heading('Drenica', 1);
    expect(titleIn(treeWith([own, heading('Izbica', 1)]))).toBe(own);
    expect(titleIn(treeWith([own, heading('Izbica', 2)]))).toBeUndefined();
    expect(titleIn(treeWith([heading('Izbica', 1), own]))).toBeUndefined();
  });

  it('names its bookmarks as Word allows, whatever the anchors are called', () => {
    const id = `${'ђ'.repeat(60)} ]`;
    const names = bookmarksIn(treeWith([heading('Izbica', 1, id), heading('Poklek', 1, 'p')]));
    expect([...names]).toEqual([[id, '_Place1'], ['p', '_Place2']]); // prettier-ignore
  });

  it('keeps the words of a link that leads nowhere or where it should not', async () => {
    const link = (href: string): Inline => ({ kind: 'link', href, children: [text(href)] });
    const children = [link('#nowhere'), link('javascript:alert(1)'), link('http://x.example')];
    const body = await bodyOf([{ kind: 'paragraph', children }]);
    expect(textOf(body)).toBe('#nowherejavascript:alert(1)http://x.example');
    expect(all(body, 'w:hyperlink')).toHaveLength(0);
  });

  it('has cells that span rows and columns', async () => {
    const rows = [
      [cell('A', { isHead: true }), cell('B', { isHead: true, columns: 2 })],
      [cell('1', { rows: 2 }), cell('2'), cell('3')],
      [cell('4'), cell('5')],
    ];
    const body = await bodyOf([{ kind: 'table', heads: 1, rows, caption: [text('Letters')] }]);
    expect(cellsOf(all(body, 'w:tbl')[0]!)).toEqual([['A', 'B'], ['1', '2', '3'], ['', '4', '5']]); // prettier-ignore
    expect(all(body, 'w:gridCol')).toHaveLength(3);
    expect(all(body, 'w:gridSpan').map(({ attributes }) => attributes['w:val'])).toEqual(['2']);
    expect(all(body, 'w:p').map((one) => [styleOf(one), textOf(one)])).toContainEqual(['Caption', 'Letters']);
  });

  it('counts each list anew, and sets lists in lists further in', async () => {
    const inner: DocumentNode = { kind: 'list', ordered: false, items: [[paragraph('deep')]] };
    const body = await bodyOf([
      { kind: 'list', ordered: true, items: [[paragraph('one'), inner]] },
      { kind: 'list', ordered: true, items: [[paragraph('again')]] },
    ]);
    const numbers = all(body, 'w:p').flatMap((one) => {
      const [number] = all(one, 'w:numPr');
      const value = (name: string) => number && all(number, name)[0]?.attributes['w:val'];
      return number ? [[textOf(one), value('w:ilvl'), value('w:numId')]] : [];
    });
    expect(numbers.map(([words, level]) => [words, level])).toEqual([['one', '0'], ['deep', '1'], ['again', '0']]); // prettier-ignore
    expect(new Set(numbers.map(([, , list]) => list)).size).toBe(3);
  });

  it('divides a table by what its columns say, and leaves none too narrow', () => {
    const rows = [
      [cell('1'), cell('A long account of what happened on that day and after'), cell('2')],
      [cell('x', { rows: 2 }), cell('y'), cell('z')],
      [cell('y'), cell('z')],
    ];
    const widths = columnWidths({ kind: 'table', heads: 0, rows }, 9000);
    expect(widths).toHaveLength(3);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(9000);
    expect(Math.min(...widths)).toBeGreaterThan(500);
    expect(Math.max(...widths)).toBe(widths[1]);
  });

  it('is the same to the byte each time', async () => {
    const link: Inline = { kind: 'link', href: 'https://example.org/', children: [text('there')] };
    const nodes: DocumentNode[] = [
      heading('Izbica', 1, 'i'),
      { kind: 'paragraph', children: [link, link] },
      { kind: 'list', ordered: true, items: [[paragraph('one')]] },
    ];
    const [first, second] = [await docxOf(treeWith(nodes), INFO), await docxOf(treeWith(nodes), INFO)];
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
