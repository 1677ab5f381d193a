/** A workbook of tables: every text as text, so that nothing in it is ever a formula. */
import { strToU8, zipSync } from 'fflate';
import type { Cell } from '../table/columns';
import { guard } from '../table/guard';
import { element, xmlDocument } from '../xml/write';
import { columnLetters, escapeString } from './cells';

export interface Sheet {
  name: string;
  /** Of the columns, in characters. */
  widths: readonly number[];
  rows: readonly (readonly Cell[])[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Cell styles, by their place in styles.xml. `quoted` keeps `=1+1` a text when somebody edits the cell. */
const STYLE = { text: 1, quoted: 2, heading: 3 };

export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const strings = new Map<string, number>();
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relationships([{ type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, at) => ({ type: 'worksheet', target: `worksheets/sheet${at + 1}.xml` })),
      { type: 'styles', target: 'styles.xml' },
      { type: 'sharedStrings', target: 'sharedStrings.xml' },
    ]),
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(
      sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, worksheet(sheet, strings)]),
    ),
    // After the sheets, which fill it.
    'xl/sharedStrings.xml': sharedStrings(strings),
  };
  const files = Object.fromEntries(
    Object.entries(parts).map(([path, content]) => [path, strToU8(xmlDocument(content))]),
  );
  // One time for all parts: the same names make the same bytes.
  return zipSync(files, { level: 6, mtime: '1980-01-01T00:00:00' });
}

function contentTypes(sheets: readonly Sheet[]): string {
  const part = (path: string, type: string) =>
    element('Override', { PartName: path, ContentType: `${TYPES}.${type}+xml` }, []);
  return element('Types', { xmlns: `${PACKAGE}/content-types` }, [
    element(
      'Default',
      { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' },
      [],
    ),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }, []),
    part('/xl/workbook.xml', 'sheet.main'),
    part('/xl/styles.xml', 'styles'),
    part('/xl/sharedStrings.xml', 'sharedStrings'),
    ...sheets.map((_, at) => part(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet')),
  ]);
}

function relationships(targets: readonly { type: string; target: string }[]): string {
  return element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    targets.map(({ type, target }, at) =>
      element('Relationship', { Id: `rId${at + 1}`, Type: `${OFFICE}/${type}`, Target: target }, []),
    ),
  );
}

function workbook(sheets: readonly Sheet[]): string {
  return element('workbook', { xmlns: MAIN, 'xmlns:r': OFFICE }, [
    element(
      'sheets',
      {},
      sheets.map(({ name }, at) => element('sheet', { name, sheetId: at + 1, 'r:id': `rId${at + 1}` }, [])),
    ),
  ]);
}

/** Number format 49 is text: what looks like a date stays as it was typed. */
const STYLES = element('styleSheet', { xmlns: MAIN }, [
  element('fonts', { count: 2 }, [
    element('font', {}, [element('sz', { val: 11 }, []), element('name', { val: 'Calibri' }, [])]),
    element('font', {}, [
      element('b', {}, []),
      element('sz', { val: 11 }, []),
      element('name', { val: 'Calibri' }, []),
    ]),
  ]),
  element('fills', { count: 2 }, [
    element('fill', {}, [element('patternFill', { patternType: 'none' }, [])]),
    element('fill', {}, [element('patternFill', { patternType: 'gray125' }, [])]),
  ]),
  element('borders', { count: 1 }, [element('border', {}, [])]),
  element('cellStyleXfs', { count: 1 }, [
    element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 }, []),
  ]),
  element('cellXfs', { count: 4 }, [
    element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }, []),
    element('xf', { numFmtId: 49, fontId: 0, fillId: 0, borderId: 0, xfId: 0, applyNumberFormat: 1 }, []),
    element(
      'xf',
      { numFmtId: 49, fontId: 0, fillId: 0, borderId: 0, xfId: 0, applyNumberFormat: 1, quotePrefix: 1 },
      [],
    ),
    element(
      'xf',
      { numFmtId: 49, fontId: 1, fillId: 0, borderId: 0, xfId: 0, applyNumberFormat: 1, applyFont: 1 },
      [],
    ),
  ]),
]);

/** Text → its place in the table of texts, in which each stands once. */
type Strings = Map<string, number>;

function sharedStrings(strings: Strings): string {
  const items = Array.from(strings.keys(), (text) =>
    element('si', {}, [element('t', { 'xml:space': 'preserve' }, escapeString(text))]),
  );
  return element('sst', { xmlns: MAIN, uniqueCount: strings.size }, items);
}

function worksheet({ widths, rows }: Sheet, strings: Strings): string {
  const last = columnLetters(widths.length - 1);
  const pane = element(
    'pane',
    { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' },
    [],
  );
  const cols = widths.map((width, at) =>
    element('col', { min: at + 1, max: at + 1, width, customWidth: 1 }, []),
  );
  return element('worksheet', { xmlns: MAIN }, [
    element('sheetViews', {}, [element('sheetView', { workbookViewId: 0 }, [pane])]),
    element('cols', {}, cols),
    `<sheetData>\n${rows.map((cells, at) => row(cells, at, strings)).join('\n')}\n</sheetData>`,
    element('autoFilter', { ref: `A1:${last}${Math.max(rows.length, 1)}` }, []),
  ]);
}

function row(cells: readonly Cell[], at: number, strings: Strings): string {
  const written = cells.map((value, column) => {
    if (value === undefined || value === '') return '';
    const r = `${columnLetters(column)}${at + 1}`;
    if (typeof value === 'number') return `<c r="${r}"><v>${value}</v></c>`;
    const style = at === 0 ? STYLE.heading : guard(value) === value ? STYLE.text : STYLE.quoted;
    return `<c r="${r}" s="${style}" t="s"><v>${placeOf(value, strings)}</v></c>`;
  });
  return `<row r="${at + 1}">${written.join('')}</row>`;
}

function placeOf(text: string, strings: Strings): number {
  const known = strings.get(text);
  if (known !== undefined) return known;
  strings.set(text, strings.size);
  return strings.size - 1;
}
