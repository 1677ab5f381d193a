/** CMaps: codes to CIDs, and codes to Unicode (ISO 32000-1, 9.7.5 and 9.10.3). */
import { PDFArray, PDFName, type PDFObject, type PDFRawStream } from '@cantoo/pdf-lib';
import { asBytes, asDict, asName, asNumber, at, decoded, nameAt, numberAt, textAt } from '../objects';
import { operations } from '../tokens';

export interface CMap {
  name: string | undefined;
  /** In the program itself; 0 where it says nothing. */
  mode: number;
  /** In the dictionary of the stream. */
  declaredMode: number;
  uses: string | undefined;
  system: SystemInfo | undefined;
  /** Lengths of codes by their ranges. */
  spaces: { low: Uint8Array; high: Uint8Array }[];
  cids: Map<number, number>;
  texts: Map<number, string>;
}

export interface SystemInfo {
  registry: string | undefined;
  ordering: string | undefined;
  supplement: number | undefined;
}

export function systemInfo(object: PDFObject | undefined): SystemInfo | undefined {
  const dict = asDict(object);
  return dict && { registry: textAt(dict, 'Registry'), ordering: textAt(dict, 'Ordering'), supplement: numberAt(dict, 'Supplement') }; // prettier-ignore
}

const value = (bytes: Uint8Array | undefined) => bytes?.reduce((sum, byte) => sum * 256 + byte, 0) ?? 0;
const utf16 = (bytes: Uint8Array | undefined) =>
  new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes);
/** No map has more; a range that is wider is damaged. */
const WIDEST = 0x10000;

/** Its last unit counted on, as ranges to Unicode have it. */
function plus(text: string, step: number): string {
  const last = text.length - 1;
  return text.slice(0, last) + String.fromCharCode((text.charCodeAt(last) + step) & 0xffff);
}

export function readCMap(stream: PDFRawStream): CMap {
  const { dict } = stream;
  const map: CMap = {
    name: nameAt(dict, 'CMapName'),
    mode: 0,
    declaredMode: numberAt(dict, 'WMode') ?? 0,
    uses: usedBy(at(dict, 'UseCMap')),
    system: systemInfo(at(dict, 'CIDSystemInfo')),
    spaces: [],
    cids: new Map(),
    texts: new Map(),
  };
  for (const { operator, operands } of operations(decoded(stream), dict.context))
    read(map, operator, operands);
  return map;
}

const usedBy = (object: PDFObject | undefined) => asName(object) ?? nameAt(asDict(object), 'CMapName');

function read(map: CMap, operator: string, operands: PDFObject[]): void {
  const each = (size: number, take: (...items: PDFObject[]) => void) => {
    for (let from = 0; from + size <= operands.length; from += size)
      take(...operands.slice(from, from + size));
  };
  const range = (low: PDFObject, high: PDFObject, take: (code: number, step: number) => void) => {
    const [first, last] = [value(asBytes(low)), value(asBytes(high))];
    for (let code = first; code <= last && code - first < WIDEST; code += 1) take(code, code - first);
  };
  switch (operator) {
    case 'def': {
      const [key, given] = operands.slice(-2);
      if (key instanceof PDFName && key.decodeText() === 'WMode') map.mode = asNumber(given) ?? 0;
      break;
    }
    case 'usecmap':
      map.uses = asName(operands.at(-1)) ?? map.uses;
      break;
    case 'endcodespacerange':
      each(2, (low, high) => {
        const ends = [asBytes(low), asBytes(high)];
        if (ends[0]?.length && ends[1]) map.spaces.push({ low: ends[0], high: ends[1] });
      });
      break;
    case 'endcidchar':
      each(2, (code, cid) => map.cids.set(value(asBytes(code)), asNumber(cid) ?? 0));
      break;
    case 'endcidrange':
      each(3, (low, high, cid) =>
        range(low!, high!, (code, step) => map.cids.set(code, (asNumber(cid) ?? 0) + step)),
      );
      break;
    case 'endbfchar':
      each(2, (code, text) => map.texts.set(value(asBytes(code)), utf16(asBytes(text))));
      break;
    case 'endbfrange':
      each(3, (low, high, to) => {
        const list = to instanceof PDFArray ? to.asArray() : undefined;
        range(low!, high!, (code, step) => {
          const text = utf16(asBytes(list ? list[step] : to));
          map.texts.set(code, list ? text : plus(text, step));
        });
      });
      break;
  }
}

/** Codes of a string, by the ranges of code lengths; two bytes where a map has none. */
export function codesIn(bytes: Uint8Array, spaces: CMap['spaces']): { code: number; length: number }[] {
  const codes: { code: number; length: number }[] = [];
  for (let from = 0; from < bytes.length;) {
    const fits = spaces.find(({ low, high }) =>
      low.every((least, at) => {
        const byte = bytes[from + at];
        return byte !== undefined && byte >= least && byte <= high[at]!;
      }),
    );
    const shortest = spaces.length > 0 ? Math.min(...spaces.map(({ low }) => low.length)) : 2;
    const length = fits?.low.length ?? shortest;
    codes.push({ code: value(bytes.subarray(from, from + length)), length });
    from += length;
  }
  return codes;
}
