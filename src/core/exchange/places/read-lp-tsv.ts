/** LP-TSV as others write it, quoted by a spreadsheet or not. */
import { writtenFor } from '../../../shared/lang';
import type { Reading, ReadOptions } from '../model';
import { Unreadable } from '../problems';
import { type RawName, type Reader, reading } from '../reading';
import { unguard, unguardQuote } from '../table/guard';
import { typeOfAat } from './classes';

export function readLpTsv(bytes: Uint8Array, options: ReadOptions): Reading {
  return reading(options, (reader) => {
    const [header = '', ...lines] = reader.decode(bytes).split(/\r\n|\n|\r/);
    const columns = header.split('\t').map((column) => bare(column).trim().toLowerCase());
    if (!columns.includes('title'))
      throw new Unreadable('columns-missing', { line: 1 }, { columns: 'title' });
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '') continue;
      const at = { line: index + 2 };
      const cells = line.split('\t').map(bare);
      if (cells.length < columns.length)
        reader.report('row-short', at, { found: cells.length, expected: columns.length });
      if (cells.length > columns.length)
        reader.report('row-long', at, { found: cells.length, expected: columns.length });
      readRow((column) => cells[columns.indexOf(column)]?.trim() ?? '', at, reader, options);
    }
  });
}

/** A cell without the quotes that a spreadsheet puts around one that has quotes or separators. */
function bare(cell: string): string {
  const quoted = /^"(.*)"$/s.exec(cell)?.[1];
  return unguard(unguardQuote(quoted === undefined ? cell : quoted.replaceAll('""', '"')));
}

type Cell = (column: string) => string;

function readRow(cell: Cell, at: { line: number }, reader: Reader, options: ReadOptions): void {
  const names = namesOf(cell).map((name) => reader.name(name, at));
  const [aat = ''] = cell('aat_types').split(';');
  const [type = ''] = cell('types').split(';');
  const description = cell('description');
  reader.entity(
    {
      id: cell('id'),
      type: typeOfAat(aat) ?? type,
      // The file does not say in which language it describes.
      note: options.lang === undefined ? {} : { [writtenFor(options.lang)]: description },
      point: { lat: cell('lat'), lon: cell('lon'), credit: cell('geo_source') },
    },
    names,
    at,
  );
}

/** The title, which takes its language from the variant that repeats it, and the other variants. */
function namesOf(cell: Cell): RawName[] {
  const variants = cell('variants')
    .split(';')
    .map((variant) => variant.trim())
    .filter((variant) => variant !== '')
    .map((variant): RawName => {
      const [, text = variant, lang = ''] = /^(.*)@([a-z]{2,3}(?:-[a-z0-9]+)*)$/isu.exec(variant) ?? [];
      return { text, lang };
    });
  const title = cell('title');
  const source = cell('title_source');
  const own = { text: title, ...(source !== '' && { sources: [source] }) };
  const repeated = variants.findIndex(({ text }) => text === title);
  if (repeated < 0) return [own, ...variants];
  return variants.map((variant, at) => (at === repeated ? { ...own, lang: variant.lang } : variant));
}
