import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markContent, type Surroundings } from '../../../src/library/printing/artifacts';
import { Operators } from '../../../src/library/printing/pdf/content';
import { Name, serialize, Text } from '../../../src/library/printing/pdf/values';

const nothing: Surroundings = {
  height: 800,
  belonging: () => ({ isDrawing: false, isFigure: false, isLink: false }),
  drawn: () => undefined,
  words: (_font, { source }) => source.slice(1, -1),
  properties: () => undefined,
};

function read(source: string): [name: string, operands: string][] {
  const operators = new Operators(source);
  const found: [string, string][] = [];
  while (operators.next()) found.push([operators.name, operators.operands.map(serialize).join(' ')]);
  return found;
}

describe('the operators of a page', () => {
  const operand = fc.oneof(
    fc.integer({ min: -9999, max: 9999 }).map(String),
    fc.integer({ min: 1, max: 999 }).map((thousandths) => `-.${String(thousandths).padStart(3, '0')}`),
    fc.constantFrom('true', 'false', 'null'),
    fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,5}$/u).map((name) => `/${name}`),
    fc.stringMatching(/^[^()\\\r]{0,12}$/u).map((words) => `(${Buffer.from(words).toString('latin1')})`),
    fc.constantFrom(
      '(a \\) EMC BT)',
      '((nested) ET)',
      '(\\\\)',
      '<0a 0B>',
      '<< /MCID 3 >>',
      '[(a) -20 (b Q)]',
    ),
  );
  const operator = fc.constantFrom('q', 'Q', 'cm', 're', 'f*', "'", '"', 'Tj', 'BDC', 'EMC', 'd0', 'n');
  const line = fc.tuple(fc.array(operand, { maxLength: 4 }), operator);
  const space = fc.constantFrom(' ', '\n', '\r\n', ' % (a comment Tj\n', '\t \0');

  it('are the same when they are read and written again', () => {
    fc.assert(
      fc.property(fc.array(line), space, (lines, between) => {
        const source = lines.map(([operands, name]) => [...operands, name].join(between)).join(between);
        const first = read(source);
        expect(first.map(([name]) => name)).toEqual(lines.map(([, name]) => name));
        expect(read(first.map(([name, operands]) => `${operands} ${name}`).join('\n'))).toEqual(first);
      }),
    );
  });

  it('leave out an unfinished end, and end with any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const operators = new Operators(Buffer.from(bytes).toString('latin1'));
        let last = 0;
        while (operators.next()) {
          expect(operators.end).toBeGreaterThan(last);
          last = operators.end;
        }
      }),
    );
    expect(read('1 0 0 rg (no end Tj')).toEqual([['rg', '1 0 0']]);
  });

  it('take an image that stands in them as one, whatever its data say', () => {
    const source = 'q BI /W 2 /H 1 /BPC 8 ID \x00 EI \xff\x01Q EI\nQ';
    const operators = new Operators(source);
    const found: string[] = [];
    while (operators.next()) found.push(source.slice(operators.start, operators.end));
    expect(found).toEqual(['q', source.slice(2, -2), 'Q']);
  });

  it('say what their operands are', () => {
    const operators = new Operators('/P <</MCID 7 >>BDC (a) Tj');
    operators.next();
    const [tag, properties] = operators.operands;
    expect(tag).toEqual(new Name('P'));
    expect(properties).toEqual(new Map([['MCID', 7]]));
    operators.next();
    expect(operators.operands).toEqual([new Text('(a)')]);
  });
});

describe('what decorates a page', () => {
  const mark = (source: string, changes: Partial<Surroundings> = {}) =>
    markContent(source, { ...nothing, ...changes });

  it('is told from its content: heads, feet, and what is drawn within the page', () => {
    const { source } = mark(
      [
        'BT /F 8 Tf 1 0 0 1 50 760 Tm (head) Tj ET 50 750 500 1 re f',
        'BT /F 8 Tf 1 0 0 1 50 30 Tm (1) Tj ET',
        '0 60 600 680 re W n',
        '60 700 100 1 re f',
        '/P <</MCID 0>>BDC BT (text) Tj ET EMC',
      ].join('\n'),
    );
    expect(source.split('\n')).toEqual([
      '/Artifact <</Type /Pagination /Subtype /Header>>BDC',
      'BT /F 8 Tf 1 0 0 1 50 760 Tm (head) Tj ET 50 750 500 1 re f',
      'EMC',
      '/Artifact <</Type /Pagination /Subtype /Footer>>BDC',
      'BT /F 8 Tf 1 0 0 1 50 30 Tm (1) Tj ET',
      'EMC',
      '0 60 600 680 re W n',
      '/Artifact <</Type /Layout>>BDC',
      '60 700 100 1 re f',
      'EMC',
      '/P <</MCID 0>>BDC BT (text) Tj ET EMC',
    ]);
  });

  it('is a background that is marked as content of what stands on it', () => {
    const source = '/TD <</MCID 0>>BDC 0 0 9 9 re f EMC /P <</MCID 1>>BDC 0 0 9 9 re f BT (a) Tj ET EMC';
    const marked = mark(source);
    expect(marked.source).toBe(source.replace('/TD <</MCID 0>>BDC', '/Artifact <</Type /Layout>>BDC'));
    expect([...marked.artifacts]).toEqual([0]);
  });

  it('is neither a figure nor the bullet of a list, and a figure has an extent', () => {
    const source = 'q 2 0 0 2 10 20 cm /Figure <</MCID 0>>BDC 1 2 30 40 re S EMC Q';
    const marked = mark(source, { belonging: () => ({ isDrawing: true, isFigure: true, isLink: false }) });
    expect(marked.source).toBe(source);
    expect([...marked.boxes]).toEqual([[0, [12, 24, 72, 104]]]);
  });

  it('has its mark within the text where only some of it is marked', () => {
    const { source } = mark('BT (x) Tj /P <</MCID 0>>BDC (y) Tj EMC (z) Tj ET', { height: undefined });
    expect(source.replaceAll('\n', ' ')).toBe(
      'BT /Artifact <</Type /Layout>>BDC (x) Tj EMC /P <</MCID 0>>BDC (y) Tj EMC /Artifact <</Type /Layout>>BDC (z) Tj EMC ET',
    );
  });

  it('begins within the text where a mark ends there', () => {
    const { source } = mark('/P <</MCID 0>>BDC BT (x) Tj EMC (y) Tj ET', { height: undefined });
    expect(source.replaceAll('\n', ' ')).toBe(
      '/P <</MCID 0>>BDC BT (x) Tj EMC /Artifact <</Type /Layout>>BDC (y) Tj EMC ET',
    );
  });

  it('leaves what is marked within a form to the form', () => {
    const drawn = (isTagged: boolean) => () => ({
      kind: 'form' as const,
      isTagged,
      box: [0, 0, 9, 9] as const,
    });
    expect(mark('/X Do', { drawn: drawn(true) }).source).toBe('/X Do');
    expect(mark('/X Do', { drawn: drawn(false) }).source).toContain('/Artifact');
  });

  it('gives the words of links, with a space where a line ends', () => {
    const marked = mark(
      '/A <</MCID 0>>BDC BT 1 0 0 1 0 90 Tm (one) Tj ET BT 1 0 0 1 0 70 Tm (two) Tj ET EMC',
      {
        belonging: () => ({ isDrawing: false, isFigure: false, isLink: true }),
      },
    );
    expect(marked.texts.get(0)).toBe('one two');
  });

  it('never changes what is drawn', () => {
    const part = fc.constantFrom(
      'q', 'Q', '0 0 1 1 re f', '1 1 m 5 5 l S', '0 0 9 9 re W n', 'BT (a) Tj ET', 'BT /F 9 Tf (b) Tj 1 0 Td (c) Tj ET',
      '/P <</MCID 0>>BDC', 'EMC', '/Span BMC', '/Artifact BMC', '/I Do', '1 0 0 1 5 5 cm', '.5 g',
    ); // prettier-ignore
    const isMark = (name: string) => ['BDC', 'BMC', 'EMC'].includes(name);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const source = parts.join('\n');
        const { source: marked } = mark(source);
        const drawn = (one: string) => read(one).filter(([name]) => !isMark(name));
        expect(drawn(marked)).toEqual(drawn(source));
        const closed = read(marked)
          .filter(([name]) => isMark(name))
          .map(([name]) => (name === 'EMC' ? -1 : 1));
        const asked = read(source)
          .filter(([name]) => isMark(name))
          .map(([name]) => (name === 'EMC' ? -1 : 1));
        const sum = (all: number[]) => all.reduce((a, b) => a + b, 0);
        expect(sum(closed)).toBe(sum(asked));
      }),
    );
  });
});
