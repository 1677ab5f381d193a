/** Ways to break annotations and fonts. */
import { PDFString } from '@cantoo/pdf-lib';
import { type Broken, locked, shows, text, type, without } from './changes';
import { cff, MAC_MAP, SYMBOL_MAP, trueType, type1, UNICODE_MAP } from './programs';
import type { Sample } from './sample';
import { codeMap, TO_UNICODE } from './sample-fonts';

const annotations: Broken[] = [
  { rule: '7.18.1-1', how: 'with a comment in a paragraph', change: type('annot', 'P') },
  { rule: '7.18.1-2', how: 'with an empty comment', change: without('comment', 'Contents') },
  { rule: '7.18.1-3', how: 'with a field without a description', change: without('widget', 'TU') },
  {
    rule: '7.18.2-1',
    how: 'with a trap network',
    change: (sample) => sample.set('comment', { Subtype: 'TrapNet' }),
  },
  {
    rule: '7.18.3-1',
    how: 'whose Tab key goes by rows',
    change: (sample) => sample.set('page', { Tabs: 'R' }),
  },
  { rule: '7.18.4-1', how: 'with a field in a paragraph', change: type('form', 'P') },
  {
    rule: '7.18.4-2',
    how: 'with a Form without a field',
    change: (sample) => void sample.element('extra', 'document', 'Form'),
  },
  { rule: '7.18.5-1', how: 'with a link in a paragraph', change: type('link', 'P') },
  {
    rule: '7.18.5-2',
    how: 'with a link without a description',
    change: without('linkAnnotation', 'Contents'),
    also: ['7.18.1-2'],
  },
  { rule: '7.18.6.2-1', how: 'with a clip of no type', change: without('clip', 'CT') },
  { rule: '7.18.6.2-2', how: 'with a clip without a description', change: without('clip', 'Alt') },
  {
    rule: '7.18.8-1',
    how: 'with a printer’s mark among the tags',
    change: (sample) => sample.set('comment', { Subtype: 'PrinterMark' }),
  },
];

const descriptor =
  (name: string, entries: (sample: Sample) => Parameters<Sample['set']>[1]) => (sample: Sample) =>
    sample.set(`${name}Descriptor`, entries(sample));
const trueTypeOf = (name: string, ...given: Parameters<typeof trueType>) =>
  descriptor(name, (sample) => ({ FontFile2: sample.stream(trueType(...given)) }));
const toUnicode = (from: string, to: string) => (sample: Sample) =>
  sample.set('F1', { ToUnicode: sample.stream(TO_UNICODE.replace(from, to)) });
const mapped =
  (...given: [from: string, to: string, mode?: number]) =>
  (sample: Sample) =>
    sample.set('Mapped', { Encoding: codeMap(sample, ...given) });
const invisible = (sample: Sample) => {
  sample.content = sample.content.map((line) => line.replace('/Letters 9 Tf', '3 Tr /Letters 9 Tf'));
};
const more = (font: string, codes: string) => (sample: Sample) =>
  void sample.leaf('more', 'document', 'P', {}, `BT /${font} 9 Tf ${codes} Tj ET`);

const fonts: Broken[] = [
  {
    rule: '7.21.3.1-1',
    how: 'with a map of another collection',
    change: (sample) =>
      sample.set('MappedCid', {
        CIDSystemInfo: { Registry: text('Adobe'), Ordering: text('Japan1'), Supplement: 0 },
      }),
  },
  {
    rule: '7.21.3.1-1',
    how: 'with a map of an older collection',
    change: (sample) =>
      sample.set('MappedCid', {
        CIDSystemInfo: { Registry: text('Adobe'), Ordering: text('Identity'), Supplement: 1 },
      }),
  },
  { rule: '7.21.3.2-1', how: 'without a map of glyphs', change: without('F1Cid', 'CIDToGIDMap') },
  {
    rule: '7.21.3.2-1',
    how: 'with an unknown map of glyphs',
    change: (sample) => sample.set('F1Cid', { CIDToGIDMap: 'Other' }),
  },
  {
    rule: '7.21.3.3-1',
    how: 'with an unknown map of codes',
    change: (sample) => sample.set('Mapped', { Encoding: 'Tiny-H' }),
    also: ['7.21.3.1-1', '7.21.7-1'],
  },
  { rule: '7.21.3.3-2', how: 'with a map whose dictionary says it is vertical', change: mapped('', '', 1) },
  { rule: '7.21.3.3-2', how: 'with a map that is vertical itself', change: mapped('/WMode 0', '/WMode 1') },
  {
    rule: '7.21.3.3-3',
    how: 'with a map that rests on an unknown one',
    change: mapped('1 begincode', '/Other usecmap 1 begincode'),
  },
  {
    rule: '7.21.4.1-1',
    how: 'with a font that is elsewhere',
    change: without('LettersDescriptor', 'FontFile2'),
  },
  {
    rule: '7.21.4.1-2',
    how: 'with a glyph that the TrueType program lacks',
    change: more('F1', '<0003>'),
    also: ['7.21.7-1'],
  },
  {
    rule: '7.21.4.1-2',
    how: 'with a glyph that the CFF program lacks',
    change: more('Cff', '(C)'),
    also: ['7.21.8-1'],
  },
  {
    rule: '7.21.4.1-2',
    how: 'with a glyph that the Type 1 program lacks',
    change: more('PostScript', '(C)'),
    also: ['7.21.8-1'],
  },
  {
    rule: '7.21.4.1-2',
    how: 'with a CID that the program lacks',
    change: mapped('<42> 1', '<42> 2'),
    also: [],
  },
  {
    rule: '7.21.4.2-1',
    how: 'with too short a list of glyphs',
    change: descriptor('PostScript', () => ({ CharSet: PDFString.of('/A') })),
  },
  {
    rule: '7.21.4.2-1',
    how: 'with too long a list of glyphs',
    change: descriptor('Cff', () => ({ CharSet: PDFString.of('/A/B/C') })),
  },
  {
    rule: '7.21.4.2-2',
    how: 'with too small a set of CIDs',
    change: descriptor('F1', (sample) => ({ CIDSet: sample.stream(Uint8Array.of(0b11000000)) })),
  },
  {
    rule: '7.21.5-1',
    how: 'with wider TrueType glyphs',
    change: trueTypeOf('F1', [UNICODE_MAP], [600, 602, 600]),
  },
  {
    rule: '7.21.5-1',
    how: 'with wider CFF glyphs',
    change: descriptor('Cff', (sample) => ({ FontFile3: sample.stream(cff(false, 640)) })),
  },
  {
    rule: '7.21.5-1',
    how: 'with wider glyphs of a CID font',
    change: descriptor('Mapped', (sample) => ({ FontFile3: sample.stream(cff(true, 640)) })),
  },
  {
    rule: '7.21.5-1',
    how: 'with wider Type 1 glyphs',
    change: descriptor('PostScript', (sample) => ({ FontFile: sample.stream(type1(640).program) })),
  },
  {
    rule: '7.21.6-1',
    how: 'with letters under symbols only',
    change: trueTypeOf('Letters', [{ ...SYMBOL_MAP, first: 0xf041 }]),
  },
  { rule: '7.21.6-2', how: 'with letters in no plain encoding', change: without('Letters', 'Encoding') },
  {
    rule: '7.21.6-2',
    how: 'with a letter of an unknown name',
    change: (sample) =>
      sample.set('Letters', { Encoding: { BaseEncoding: 'WinAnsiEncoding', Differences: [67, 'whatever'] } }),
  },
  {
    rule: '7.21.6-3',
    how: 'with symbols in an encoding',
    change: (sample) => sample.set('Symbols', { Encoding: 'WinAnsiEncoding' }),
  },
  {
    rule: '7.21.6-4',
    how: 'with symbols in two maps of letters',
    change: trueTypeOf('Symbols', [{ ...MAC_MAP, first: 1 }, UNICODE_MAP]),
  },
  { rule: '7.21.7-1', how: 'with glyphs that mean nothing', change: without('F1', 'ToUnicode') },
  {
    rule: '7.21.7-1',
    how: 'with one glyph that means nothing',
    change: toUnicode('<0001> <0002>', '<0001> <0001>'),
  },
  { rule: '7.21.7-2', how: 'with glyphs that mean a null', change: toUnicode('<0041>', '<0000>') },
  { rule: '7.21.7-2', how: 'with glyphs that mean a byte order', change: toUnicode('<0041>', '<FEFF>') },
  {
    rule: '7.21.8-1',
    how: 'with a glyph for none',
    change: more('F1', '<0000>'),
    also: ['7.21.5-1', '7.21.7-1'],
  },
  { rule: '7.21.8-1', how: 'with an invisible glyph for none', change: more('Letters', '3 Tr (C)') },
];

const own: Broken[] = [
  {
    rule: 'own-type3',
    how: 'with nameless shapes',
    change: (sample) => {
      sample.set('Letters', {
        Subtype: 'Type3',
        CharProcs: { A: sample.stream(''), B: sample.stream('') },
        Encoding: { Differences: [65, 'A', 'B'] },
      });
    },
  },
  { rule: 'own-marks', how: 'with a mark that does not end', change: shows('/Artifact BMC') },
  { rule: 'own-marks', how: 'with an end too many', change: shows('EMC') },
  {
    rule: 'own-parents',
    how: 'whose element claims another’s content',
    change: (sample) => sample.set('strong', { K: [0] }),
  },
];

export const BROKEN_OBJECTS = [...annotations, ...fonts, ...own];
/** What looks as if it were broken, and is not. */
export const WHOLE: [how: string, change: Broken['change']][] = [
  ['with a font that is put back', more('Letters', 'q /F1 9 Tf <0001> Tj Q (A)')],
  ['with a picture whose data look like an end', shows('/Artifact BMC BI /W 1 /H 1 ID EMC EI EMC')],
  [
    'with a bracket in a text',
    shows('/Artifact BMC /Span <</ActualText (a\\) EMC)>> BDC 0 0 9 9 re f EMC EMC'),
  ],
  ['that is encrypted and lets screen readers in', locked(-1)],
  [
    'with invisible text in a font that is elsewhere',
    (sample) => {
      without('LettersDescriptor', 'FontFile2')(sample);
      invisible(sample);
    },
  ],
  ['with characters in another form of map', trueTypeOf('Letters', [{ ...UNICODE_MAP, format: 4 }])],
  ['with characters in the form of map for many', trueTypeOf('Letters', [{ ...UNICODE_MAP, format: 12 }])],
  ['with letters in Macintosh’s map', trueTypeOf('Letters', [MAC_MAP])],
  [
    'with glyphs by a map of their own',
    (sample) => sample.set('F1Cid', { CIDToGIDMap: sample.stream(Uint8Array.of(0, 0, 0, 2, 0, 1)) }),
  ],
  ['with a width a thousandth off', trueTypeOf('F1', [UNICODE_MAP], [600, 601, 600])],
  [
    'with headings that go up by two',
    (sample) => {
      for (const kind of ['H2', 'H3', 'H1']) sample.leaf(kind, 'document', kind);
    },
  ],
  [
    'with unnumbered headings',
    (sample) => {
      type('h1', 'H')(sample);
      sample.element('part', 'document', 'Part');
      sample.leaf('other', 'part', 'H');
      type('h2', 'P')(sample);
    },
  ],
];
