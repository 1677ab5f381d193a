import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/core/exchange/encoding';
import { readNames, recognise } from '../../../src/core/exchange/formats';
import { Unreadable } from '../../../src/core/exchange/problems';

const ALBANIAN = 'Çikatovë e Vjetër; Gjakovë; Skënderaj — „Ushtria Çlirimtare“\n';
const LATIN = 'Đakovica; Ćirez; Štimlje; Čičavica; Žabare\n';
const CYRILLIC = 'Ђаковица; Ћирез; Штимље; Чичавица; Његош; „Жабаре“\n';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The other way round from what is tested: by trying each byte. */
function encoded(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (letter) => {
    const byte = bytes.get(letter);
    if (byte === undefined) throw new Error(`${letter} is not in ${encoding}`);
    return byte;
  });
}

function utf16(text: string, littleEndian: boolean, mark = true): Uint8Array {
  const marked = (mark ? '\uFEFF' : '') + text;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

function problemOf(bytes: Uint8Array) {
  try {
    return decodeText(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return error.problem;
    throw error;
  }
}

describe('bytes are read', () => {
  it.each([
    ['UTF-8', utf8(CYRILLIC), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\uFEFF${CYRILLIC}`), 'utf-8'],
    ['UTF-16 LE', utf16(CYRILLIC, true), 'utf-16le'],
    ['UTF-16 BE', utf16(CYRILLIC, false), 'utf-16be'],
  ])('as %s without a word', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: CYRILLIC, encoding, problems: [] });
  });

  it.each([
    ['Cyrillic', CYRILLIC, 'windows-1251'],
    ['Serbian Latin', LATIN, 'windows-1250'],
    ['Albanian', ALBANIAN, 'windows-1250'],
    ['English with a dash', 'Izbica – the village\n', 'windows-1250'],
  ])('from a code page in %s, which is said to be a guess', (_, text, encoding) => {
    expect(decodeText(encoded(text, encoding))).toEqual({
      text,
      encoding,
      problems: [{ code: 'encoding-guessed', severity: 'warning', at: {}, params: { encoding } }],
    });
  });

  it.each([true, false])('from UTF-16 without a mark (little-endian: %s), as a guess', (littleEndian) => {
    const bytes = utf16('Ћирез; Qirez\n', littleEndian, false);
    const { text, problems } = decodeText(bytes);
    expect(text).toBe('Ћирез; Qirez\n');
    expect(problems).toMatchObject([{ code: 'encoding-guessed' }]);
  });

  it('as XML declares them', () => {
    const xml = `<?xml version="1.0" encoding="windows-1251"?>\n<p>ш</p>`;
    expect(decodeText(encoded(xml, 'windows-1251'))).toMatchObject({ text: xml, problems: [] });
  });

  it('as a glossary declares them', () => {
    const glossary = '# -*- coding: windows-1250 -*-\nš\tsh\n';
    expect(decodeText(encoded(glossary, 'windows-1250'))).toMatchObject({ text: glossary, problems: [] });
  });
});

/** UTF-8 in which one ë is a byte of windows-1250. */
function damaged(text: string): Uint8Array {
  const bytes = Array.from(utf8(text));
  const at = bytes.lastIndexOf(0xc3);
  bytes.splice(at, 2, 0xeb);
  return Uint8Array.from(bytes);
}

describe('a file in UTF-8 with one wrong byte', () => {
  const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const FILES = [
    ['CSV', 'lang,name\nsq,Gjëra\nsq,Shëra\n', 3],
    ['CSV with much more of it', `lang,name\n${'sq,Gjëra\n'.repeat(50)}sq,Shëra\n`, 52],
    ['CSV in Serbian', 'lang,name\nsr-Cyrl,Ћирез\nsq,Shëra\n', 3],
    ['TBX 3', `${XML}<tbx type="TBX-Basic" style="dct">\n<term>Shëra</term></tbx>`, 3],
    ['TBX 2', `${XML}<martif type="TBX"><term>Shëra</term></martif>`, 2],
    ['OmegaT’s glossary', 'Gjakovë\tĐakovica\tx\nShëra\tSera\tx\n', 2],
    ['Linked Places', '{"features":[\n{"title":"Gjëra"},\n{"title":"Shëra"}]}', 3],
    ['LP-TSV', 'id\ttitle\tvariants\r\n1\tGjakovë\tĐakovica@sr-Latn\r\n2\tShëra\t\r\n', 3],
  ] as const;

  it.each(FILES)(
    'is refused for that, with the line, whether its format is said or not: %s',
    (name, text, line) => {
      const problem = { code: 'utf8-broken', severity: 'fatal', at: { line }, params: {} };
      expect(readNames(undefined, damaged(text))).toEqual({ entities: [], sources: [], problems: [problem] });
      const format = recognise(utf8(text));
      expect(format, name).toBeDefined();
      expect(
        readNames(format, damaged(text), { pair: { source: 'sq', target: 'sr-Latn' } }).problems,
      ).toEqual([problem]);
    },
  );

  it('is told by the line of the byte, not by a sign that was lost before', () => {
    expect(problemOf(damaged('lang,name\nsq,L\uFFFDqa\nsq,Gjëra\nsq,Shëra\n'))).toMatchObject({
      at: { line: 4 },
    });
  });

  it.each([
    ['windows-1250', 'Qirëz; Çirez; „SHPËTIMÇË”; Ćirez; GROMIĐ”\n'],
    ['windows-1251', 'Сјеница; Сњежана; Рађевина; РАДЊЕ; „ОВК”\n'],
  ])('is not what a short file in %s is', (encoding, text) => {
    expect(decodeText(encoded(text, encoding))).toMatchObject({ encoding, text });
  });
});

describe('bytes are refused', () => {
  it('where a file in UTF-8 is damaged, with the line', () => {
    const bytes = utf8(`${CYRILLIC}${LATIN}${ALBANIAN}`);
    bytes[utf8(CYRILLIC).length + 1] = 0x41;
    expect(problemOf(bytes)).toMatchObject({ code: 'utf8-broken', severity: 'fatal', at: { line: 2 } });
  });

  it('where a mark promises UTF-8 and the rest is not', () => {
    expect(problemOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0x0a, 0xff))).toMatchObject({
      code: 'utf8-broken',
      at: { line: 2 },
    });
  });

  it.each([
    ['of another kind', Uint8Array.from({ length: 600 }, (_, at) => (at * 73) % 256)],
    ['of Greek', encoded('Θεσσαλονίκη, Αθήνα', 'windows-1253')],
    ['of half a UTF-16 pair', Uint8Array.of(0xff, 0xfe, 0x00, 0xd8)],
  ])('where they are %s', (_, bytes) => {
    expect(problemOf(bytes)).toMatchObject({ code: 'encoding-unknown', severity: 'fatal' });
  });

  it('where there are none', () => {
    expect(problemOf(new Uint8Array())).toMatchObject({ code: 'file-empty' });
  });

  it('and never become other letters in silence', () => {
    for (const text of [CYRILLIC, LATIN, ALBANIAN])
      for (const encoding of [
        'windows-1250',
        'windows-1251',
        'iso-8859-2',
        'iso-8859-5',
        'windows-1252',
        'ibm866',
      ]) {
        const bytes = Uint8Array.from(text, (letter) => {
          const table = Array.from({ length: 256 }, (_, byte) =>
            new TextDecoder(encoding).decode(Uint8Array.of(byte)),
          );
          return Math.max(table.indexOf(letter), 0x3f);
        });
        const read = problemOf(bytes);
        if ('text' in read && read.text !== new TextDecoder(encoding).decode(bytes))
          expect(read.problems).toMatchObject([{ code: 'encoding-guessed' }]);
      }
  });
});
