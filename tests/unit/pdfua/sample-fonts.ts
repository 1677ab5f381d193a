/** The fonts of the sample: of each kind that rules ask about, one. */
import { PDFDict, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { cff, SYMBOL_MAP, trueType, type1 } from './programs';
import type { Entries, Sample } from './sample';

export const TO_UNICODE = `/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0001> <0002> <0041> endbfrange endcmap`;

const CODES = `/CIDInit /ProcSet findresource begin begincmap /CMapName /Tiny def /WMode 0 def
1 begincodespacerange <00> <FF> endcodespacerange
1 begincidrange <41> <42> 1 endcidrange endcmap`;

const SYSTEM = { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 };

export function addFonts(sample: Sample): void {
  const system = () => sample.dict(SYSTEM);
  const widths = { FirstChar: 65, LastChar: 66, Widths: [600, 600] };
  const toUnicode = () => sample.stream(TO_UNICODE);
  const letters = (name: string, flags: number, entries: Entries) =>
    add(sample, `${name}Descriptor`, {
      Type: 'FontDescriptor',
      FontName: `ABCDEF+${name}`,
      Flags: flags,
      ...entries,
    });
  const font = (name: string, subtype: string, entries: Entries) => {
    const ref = add(sample, name, { Type: 'Font', Subtype: subtype, BaseFont: `ABCDEF+${name}`, ...entries });
    sample.resources.lookup(PDFName.of('Font'), PDFDict).set(PDFName.of(name), ref);
  };

  const set = sample.stream(Uint8Array.of(0b11100000));
  letters('F1', 4, { FontFile2: sample.stream(trueType()), CIDSet: set });
  const cid = {
    Subtype: 'CIDFontType2',
    CIDToGIDMap: 'Identity',
    CIDSystemInfo: system(),
    W: [1, [600, 600]],
  };
  add(sample, 'F1Cid', {
    Type: 'Font',
    BaseFont: 'ABCDEF+F1',
    FontDescriptor: sample.ref('F1Descriptor'),
    ...cid,
  });
  font('F1', 'Type0', {
    Encoding: 'Identity-H',
    DescendantFonts: [sample.ref('F1Cid')],
    ToUnicode: toUnicode(),
  });

  letters('Cff', 32, {
    FontFile3: sample.stream(cff(false), { Subtype: 'Type1C' }),
    CharSet: PDFString.of('/A/B'),
  });
  font('Cff', 'Type1', { FontDescriptor: sample.ref('CffDescriptor'), ...widths });

  letters('Letters', 32, { FontFile2: sample.stream(trueType()) });
  font('Letters', 'TrueType', {
    Encoding: 'WinAnsiEncoding',
    FontDescriptor: sample.ref('LettersDescriptor'),
    ...widths,
  });

  letters('Symbols', 4, { FontFile2: sample.stream(trueType([SYMBOL_MAP])) });
  font('Symbols', 'TrueType', { FontDescriptor: sample.ref('SymbolsDescriptor'), FirstChar: 1, LastChar: 2, Widths: [600, 600], ToUnicode: toUnicode() }); // prettier-ignore

  const { program, clear } = type1();
  letters('PostScript', 32, {
    FontFile: sample.stream(program, { Length1: clear }),
    CharSet: PDFString.of('/A/B'),
  });
  font('PostScript', 'Type1', { FontDescriptor: sample.ref('PostScriptDescriptor'), ...widths });

  letters('Mapped', 4, { FontFile3: sample.stream(cff(true), { Subtype: 'CIDFontType0C' }) });
  const other = { Subtype: 'CIDFontType0', CIDSystemInfo: system(), DW: 600 };
  add(sample, 'MappedCid', {
    Type: 'Font',
    BaseFont: 'ABCDEF+Mapped',
    FontDescriptor: sample.ref('MappedDescriptor'),
    ...other,
  });
  const codes = sample.stream(
    TO_UNICODE.replaceAll('0000', '00').replaceAll('FFFF', 'FF').replace('<0001> <0002>', '<41> <42>'),
  );
  font('Mapped', 'Type0', {
    Encoding: codeMap(sample),
    DescendantFonts: [sample.ref('MappedCid')],
    ToUnicode: codes,
  });
}

/** The map of the font `Mapped`, with some words of it replaced. */
export function codeMap(sample: Sample, from = '', to = '', WMode = 0): PDFRef {
  const entries = { Type: 'CMap', CMapName: 'Tiny', WMode, CIDSystemInfo: sample.dict(SYSTEM) };
  return sample.stream(CODES.replace(from, to), entries);
}

function add(sample: Sample, name: string, entries: Entries): PDFRef {
  sample.parts.set(name, sample.dict(entries));
  return sample.ref(name);
}
