import { describe, expect, it } from 'vitest';
import { type Dict, dict, name, Text, type Value } from '../../../src/library/printing/pdf/values';
import { clarify } from '../../../src/library/printing/roles';
import { attribute, type Element, isElement, type Kid } from '../../../src/library/printing/structure';
import { codesOf, said } from '../../../src/library/printing/to-unicode';
import { xmp } from '../../../src/library/printing/xmp';

let pieces = 0;
const words = (): Kid => ({ mcid: (pieces += 1), page: 1, form: undefined });
const node = (role: string, kids: Kid[], more: Dict = new Map(), id?: string): Element => ({
  number: 1,
  role,
  kids,
  id,
  more,
});
/** A run of text, as Chromium has it. */
const run = (more?: Dict) => node('NonStruct', [words()], more);
const albanian = () => dict({ Lang: new Text('(sq)') });
const attributes = (...each: Record<string, Value>[]) => dict({ A: each.map((one) => dict(one)) });

/** `P(- Span(-))`: the roles, and a stroke for each piece of content. */
const shown = (kid: Kid): string => (isElement(kid) ? `${kid.role}(${kid.kids.map(shown).join(' ')})` : '-');

function clarified(...kids: Kid[]): string {
  const document = node('Document', kids);
  clarify(document);
  return document.kids.map(shown).join(' ');
}

describe('the tree of a printed document', () => {
  it('says of text only what there is to say', () => {
    expect(clarified(node('P', [run(), node('NonStruct', [run()]), node('Em', [run()])]))).toBe(
      'P(- - Em(-))',
    );
    expect(clarified(node('P', [run(), node('NonStruct', [run()], albanian())]))).toBe('P(- Span(-))');
    expect(clarified(node('P', [run(), run(albanian())]))).toBe('P(- Span(-))');
    const cell = node('TD', [run(), node('NonStruct', [run()])]);
    expect(clarified(node('Table', [node('TR', [cell])]))).toBe('Table(TR(TD(- -)))');
  });

  it('has a paragraph for each division with text', () => {
    const block = () => node('NonStruct', [run()]);
    expect(clarified(node('NonStruct', [block(), block()]))).toBe('P(-) P(-)');
    expect(clarified(node('NonStruct', [block(), node('P', [run()])], albanian()))).toBe('Div(P(-) P(-))');
    expect(clarified(run(), node('P', [run()]), node('Link', [run()]))).toBe('P(-) P(-) P(Link(-))');
  });

  it('has nothing that is empty but cells', () => {
    expect(
      clarified(node('NonStruct', []), node('P', []), node('Table', [node('TR', [node('TD', [])])])),
    ).toBe('Table(TR(TD()))');
  });

  it('has a body for what an item of a list says', () => {
    const item = node('LI', [node('Lbl', [words()]), run(), node('L', [node('LI', [run()])])]);
    expect(clarified(node('L', [item]))).toBe('L(LI(Lbl(-) LBody(- L(LI(LBody(-))))))');
  });

  it('says how a list with labels is numbered', () => {
    const list = node('L', [node('LI', [node('Lbl', [words()]), run()])]);
    const numbered = node(
      'L',
      [node('LI', [node('Lbl', [words()])])],
      attributes({ ListNumbering: name('Decimal') }),
    );
    clarify(node('Document', [list, numbered]));
    expect(attribute(list, 'ListNumbering')).toEqual(name('Disc'));
    expect(attribute(numbered, 'ListNumbering')).toEqual(name('Decimal'));
  });

  it('leaves out no level of headings, and moves none that is right', () => {
    const headings = (...levels: number[]) => clarified(...levels.map((level) => node(`H${level}`, [run()])));
    const right = [1, 2, 3, 3, 2, 1, 2].map((level) => `H${level}(-)`).join(' ');
    expect(headings(1, 2, 3, 3, 2, 1, 2)).toBe(right);
    expect(headings(2, 4, 4, 3, 2, 5)).toBe('H1(-) H2(-) H2(-) H2(-) H1(-) H2(-)');
  });

  it('has the description of a figure where the drawing is', () => {
    const drawing = () => node('Figure', [words()], dict({ Alt: new Text('(a map)') }));
    expect(clarified(node('Figure', [drawing(), node('Caption', [run()])]))).toBe(
      'Div(Figure(-) Caption(-))',
    );
    expect(clarified(drawing())).toBe('Figure(-)');
  });

  it('says which cells a head is about', () => {
    const heads = [node('TH', [run()]), node('TH', [run()], attributes({ Scope: name('Both') }))];
    const side = node('TH', [run()]);
    clarify(node('Document', [node('Table', [node('TR', heads), node('TR', [side, node('TD', [run()])])])]));
    expect([...heads, side].map((cell) => attribute(cell, 'Scope'))).toEqual(
      ['Column', 'Both', 'Row'].map(name),
    );
  });

  it('has every cell of a row, also those that were left out because they are empty', () => {
    const head = (id: string) => node('TH', [run()], new Map(), id);
    const cell = (...ids: string[]) =>
      node('TD', [run()], attributes({ Headers: ids.map((id) => new Text(id)) }));
    const table = node('Table', [
      node('TR', [head('(a)'), head('(b)'), head('(c)'), head('(d)')]),
      node('TR', [cell('(b)'), cell('(d)')]),
      node('TR', [cell('(a)')]),
    ]);
    expect(clarified(table)).toBe(
      'Table(TR(TH(-) TH(-) TH(-) TH(-)) TR(TD() TD(-) TD() TD(-)) TR(TD(-) TD() TD() TD()))',
    );
  });

  it('leaves a table alone whose cells reach over others', () => {
    const wide = node('TD', [run()], attributes({ ColSpan: 2 }));
    const row = () => node('TR', [node('TD', [run()]), node('TD', [run()])]);
    expect(clarified(node('Table', [row(), node('TR', [wide])]))).toBe('Table(TR(TD(-) TD(-)) TR(TD(-)))');
  });
});

describe('the codes of a font', () => {
  it('are read one by one and in ranges, also where one is several letters', () => {
    const codes = codesOf(
      '2 beginbfchar <0001> <0020> <0002> <00660069> endbfchar 2 beginbfrange <0010> <0012> <0410> <0020> <0021> [<0061> <0062>] endbfrange',
    );
    expect(said(new Text('<001000110012000100020020002100ff>'), codes)).toBe('АБВ fiab');
    expect(said(new Text('(\\000\\001\\000!)'), codes)).toBe(' b');
  });
});

describe('what a document says of itself', () => {
  const about = {
    title: 'A & B <c> "\u0007"',
    author: 'Paralel',
    subject: 'Дреница',
    keywords: ['Избица', 'a, b'],
    langs: ['sr-Cyrl', 'sq'],
    creator: 'Paralel',
    producer: 'Skia',
  };

  it('is well-formed, whatever the title', async () => {
    const { SaxesParser } = await import('saxes');
    const texts: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('text', (text) => texts.push(text.trim()));
    parser.write(xmp(about)).close();
    expect(texts.filter(Boolean)).toEqual(
      expect.arrayContaining(['A & B <c> ""', 'Дреница', 'a, b', 'sq', '1', 'application/pdf']),
    );
  });
});
