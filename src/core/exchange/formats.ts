/** Every format of names by its id, as the terminal and the window know it. */
import { NAME_FORMATS, type NameFormat } from '../../shared/formats';
import { decodeText } from './encoding';
import { type Loss, lostNames } from './losses';
import type { Format, Gazetteer, Reading, ReadOptions, WriteOptions } from './model';
import { lpTsv } from './places/lp-tsv';
import { lpf } from './places/lpf';
import { skos } from './places/skos';
import { prepare, type Prepared } from './prepare';
import { problem, Unreadable } from './problems';
import { csv } from './table/csv';
import { omegat } from './terms/omegat';
import { tbx2 } from './terms/tbx2';
import { tbx3 } from './terms/tbx3';
import { tmx } from './terms/tmx';
import { xlsx } from './xlsx/xlsx';

/** In the order in which a list shows them: for people, for translators, for gazetteers. */
export const FORMAT_IDS = NAME_FORMATS;
export type FormatId = NameFormat;

export const FORMATS: Record<FormatId, Format> = {
  xlsx,
  csv,
  tbx: tbx3,
  tbx2,
  omegat,
  tmx,
  lpf,
  'lp-tsv': lpTsv,
  skos,
};

export const READABLE: readonly FormatId[] = FORMAT_IDS.filter((id) => FORMATS[id].read !== undefined);

/** What would not be in the file, before it is written. */
export function lossesOf(id: FormatId, gazetteer: Gazetteer, options: WriteOptions): Loss[] {
  return allLosses(id, prepare(gazetteer, options), options);
}

function allLosses(id: FormatId, { gazetteer, losses }: Prepared, options: WriteOptions): Loss[] {
  const { holdsPeriods, losses: lossesIn } = FORMATS[id];
  const periods = holdsPeriods
    ? []
    : lostNames('name-period', gazetteer, ({ period }) => period !== undefined);
  return [...losses, ...lossesIn(gazetteer, options), ...periods];
}

export interface Written {
  bytes: Uint8Array;
  losses: Loss[];
}

export function writeNames(id: FormatId, gazetteer: Gazetteer, options: WriteOptions): Written {
  const prepared = prepare(gazetteer, options);
  return {
    bytes: FORMATS[id].write(prepared.gazetteer, options),
    losses: allLosses(id, prepared, options),
  };
}

/** Without an id, the file is read as what it looks like. Never throws for what is in the file. */
export function readNames(id: FormatId | undefined, bytes: Uint8Array, options: ReadOptions = {}): Reading {
  const format = id ?? recognise(bytes);
  const read = format && FORMATS[format].read;
  return read ? read(bytes, options) : { entities: [], sources: [], problems: [problem('format-unknown')] };
}

/** By how a file begins, since many share an extension. */
export function recognise(bytes: Uint8Array): FormatId | undefined {
  const [first, second] = bytes;
  if ((first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf)) return 'xlsx';
  const head = headOf(bytes);
  if (head === undefined) return undefined;
  if (/<martif[\s>]/.test(head)) return 'tbx2';
  if (/<tbx[\s>]/i.test(head)) return 'tbx';
  if (/^\s*</.test(head)) return undefined;
  if (/^\s*\{/.test(head)) return 'lpf';
  const [line = ''] = head.split(/[\r\n]/, 1);
  const cells = line.toLowerCase().split('\t');
  if (cells.includes('title') && cells.includes('id')) return 'lp-tsv';
  if (line.startsWith('#') || (cells.length > 1 && cells.length < 4 && !cells.includes('name')))
    return 'omegat';
  return /[,;\t]/.test(line) ? 'csv' : undefined;
}

const HEAD = 4096;

function headOf(bytes: Uint8Array): string | undefined {
  try {
    return decodeText(bytes).text.slice(0, HEAD);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
