import { describe, expect, it } from 'vitest';
import { Unreadable } from '../../../src/core/exchange/problems';
import { readXml, type XmlElement } from '../../../src/core/exchange/xml/read';
import { element, escapeXml, xmlDocument } from '../../../src/core/exchange/xml/write';

function read(xml: string) {
  const found: XmlElement[] = [];
  const ignored: object[] = [];
  try {
    readXml(xml, {
      entries: new Set(['b']),
      onEntry: (entry) => found.push(entry),
      onDoctypeIgnored: (at) => ignored.push(at),
    });
  } catch (error) {
    if (error instanceof Unreadable) return error.problem;
    throw error;
  }
  return { found, ignored };
}

const LAUGHS = `<!DOCTYPE lolz [
  <!ENTITY lol "lol">
  <!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
  <!ENTITY lol2 "&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;">
]>`;

describe('hostile XML', () => {
  it.each([
    ['a billion laughs', `<?xml version="1.0"?>\n${LAUGHS}\n<a><b>&lol2;</b></a>`, { line: 2, column: 1 }],
    [
      'a file of this machine',
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`,
      { line: 1, column: 1 },
    ],
    [
      'a DTD elsewhere',
      '<!-- -->\n  <!DOCTYPE a SYSTEM "https://example.org/a.dtd"><a/>',
      { line: 2, column: 3 },
    ],
    ['parameter entities', '<!DOCTYPE martif SYSTEM "a.dtd" [%x;]><martif/>', { line: 1, column: 1 }],
    ['a DTD in another folder', '<!DOCTYPE martif SYSTEM "../a/b.dtd"><martif/>', { line: 1, column: 1 }],
  ])('is refused with its place: %s', (_, xml, at) => {
    expect(read(xml)).toEqual({ code: 'xml-doctype', severity: 'fatal', at, params: {} });
  });

  it('may name the DTD of TBX 2, which nobody fetches', () => {
    expect(
      read('<?xml version="1.0"?>\n<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n<martif><b/></martif>'),
    ).toMatchObject({
      found: [{ name: 'b' }],
      ignored: [{ line: 2, column: 1 }],
    });
  });

  it('may not use an entity that nobody declared', () => {
    expect(read('<a>\n<b>&lol;</b></a>')).toMatchObject({
      code: 'xml-malformed',
      at: { line: 2, column: 8 },
    });
  });

  it('may not be deeper than any document is', () => {
    const deep = '<a>'.repeat(100_000);
    expect(read(deep)).toMatchObject({ code: 'xml-too-deep', params: { limit: 50 } });
  });
});

describe('malformed XML', () => {
  it.each([
    ['<a>\n<b></a>', { line: 2, column: 7 }],
    ['<a><b>', { line: 1 }],
    ['<z:a/>', { line: 1 }],
    ['<a/>\n<a/>', { line: 2 }],
    ['', { line: 1, column: 1 }],
    ['<a b="1" b="2"/>', { line: 1 }],
    ['<a>\u0001</a>', { line: 1 }],
    ['text', { line: 1 }],
  ])('is refused with its place: %j', (xml, at) => {
    expect(read(xml)).toMatchObject({ code: 'xml-malformed', severity: 'fatal', at });
  });
});

describe('XML', () => {
  it('is read entry by entry, with its place', () => {
    expect(read('<a>\n <b x="1" xml:lang="sq">q&amp;<![CDATA[<r>]]><c>s</c>t</b>\n</a>')).toMatchObject({
      found: [
        {
          name: 'b',
          attributes: { x: '1', 'xml:lang': 'sq' },
          text: 'q&<r>st',
          children: [{ name: 'c', text: 's' }],
          at: { line: 2, column: 2 },
        },
      ],
    });
  });

  it('is written so that it reads the same', () => {
    const text = `<&>"' ]]> å \u{1F600}`;
    const xml = xmlDocument(element('a', {}, [element('b', { x: text }, text), element('b', {}, [])]));
    expect(read(xml)).toMatchObject({ found: [{ attributes: { x: text }, text }, { text: '' }] });
    expect(escapeXml(']]>')).toBe(']]&gt;');
  });
});
