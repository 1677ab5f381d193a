/** The sheets of a workbook as rows of text. Formulas are never worked out: the value that was saved with them is
 *  taken, and said to be one. */
import type { Row } from '../table/rows';
import { Unreadable } from '../problems';
import type { Reader } from '../reading';
import { readXml, type XmlElement } from '../xml/read';
import { columnLetters, columnNumber, unescapeString } from './cells';
import { type Package, unpack } from './package';

/** More columns than any table of names; a cell can claim to be the 16,384th. */
const MOST_COLUMNS = 256;

export interface ReadSheet {
  name: string;
  rows: Row[];
}

/** @throws Unreadable where the bytes are no workbook */
export function readWorkbook(bytes: Uint8Array, reader: Reader): ReadSheet[] {
  const unpacked = unpack(bytes);
  if (unpacked.active.length > 0)
    reader.report('xlsx-active-parts', {}, { parts: unpacked.active.join(', ') });
  const strings = mapEntries(unpacked.part('xl/sharedStrings.xml') ?? '', 'si', stringOf);
  return sheetsOf(unpacked).map(({ name, xml }) => {
    const rows = mapEntries(xml, 'row', (row, at) => rowOf(row, at, name, strings, reader));
    // Empty cells at the end of a row are not saved: no row is short.
    const width = rows[0]?.cells.length ?? 0;
    return { name, rows: rows.map(({ cells, at }) => ({ cells: padded(cells, width), at })) };
  });
}

function padded(cells: readonly string[], width: number): readonly string[] {
  return cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells;
}

/** Each entry is let go of before the next is read. */
function mapEntries<T>(xml: string, name: string, map: (entry: XmlElement, at: number) => T): T[] {
  const mapped: T[] = [];
  if (xml !== '')
    readXml(xml, {
      entries: new Set([name]),
      onEntry: (entry) => {
        mapped.push(map(entry, mapped.length));
      },
    });
  return mapped;
}

/** In the order of their tabs. */
function sheetsOf({ part }: Package): { name: string; xml: string }[] {
  const targets = new Map(
    mapEntries(part('xl/_rels/workbook.xml.rels') ?? '', 'Relationship', ({ attributes: { Id, Target } }) => [
      Id ?? '',
      (Target ?? '').replace(/^\/xl\//, ''),
    ]),
  );
  const sheets = mapEntries(part('xl/workbook.xml') ?? '', 'sheet', ({ attributes }) => ({
    name: attributes.name ?? '',
    xml: part(`xl/${targets.get(attributes['r:id'] ?? '') ?? ''}`) ?? '',
  })).filter(({ xml }) => xml !== '');
  if (sheets.length === 0) throw new Unreadable('xlsx-damaged', {}, { detail: 'no sheet' });
  return sheets;
}

/** Runs of formatted text are one text; the readings above Chinese and Japanese words (`rPh`) are not part of it. */
function stringOf(element: XmlElement): string {
  const own = element.children.filter(({ name }) => name === 't').map(({ text }) => text);
  const runs = element.children.filter(({ name }) => name === 'r').map(stringOf);
  return own.concat(runs).map(unescapeString).join('');
}

function rowOf(row: XmlElement, at: number, sheet: string, strings: readonly string[], reader: Reader): Row {
  const line = Number(row.attributes.r) || at + 1;
  const place = (column = -1) =>
    column < 0 ? { sheet, line } : { sheet, line, cell: `${columnLetters(column)}${line}` };
  const cells: string[] = [];
  for (const [position, element] of row.children.entries()) {
    const column = columnNumber(element.attributes.r ?? '') ?? position;
    if (column >= MOST_COLUMNS) continue;
    while (cells.length < column) cells.push('');
    cells[column] = valueOf(element, strings, (code) => reader.report(code, place(column)));
  }
  return { cells, at: place };
}

type CellProblem = 'cell-formula' | 'cell-formula-empty' | 'cell-error';

function valueOf(cell: XmlElement, strings: readonly string[], report: (code: CellProblem) => void): string {
  const child = (name: string) => cell.children.find((element) => element.name === name);
  const value = child('v')?.text ?? '';
  const inline = child('is');
  const type = cell.attributes.t;
  if (child('f')) report(value === '' ? 'cell-formula-empty' : 'cell-formula');
  if (type === 'e') {
    report('cell-error');
    return '';
  }
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'inlineStr') return inline ? stringOf(inline) : '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  return type === 'str' ? unescapeString(value) : value;
}
