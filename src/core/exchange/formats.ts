/** Every format of names by its id, as the terminal and the window know it. */
import { NAME_FORMATS, type NameFormat } from '../../shared/formats';
import { decodeText } from './encoding';
import { type Loss, lostNames } from './losses';
import type { Format, Gazetteer, Reading, ReadOptions, WriteOptions } from './model';
import { lpTsv } from './places/lp-tsv';
import { lpf } from './places/lpf';
import { skos } from './places/skos';
import { prepare, type Prepared } from './prepare';
import { type Problem, problem, Unreadable } from './problems';
import { csv } from './table/csv';
import { omegat } from './terms/omegat';
import { tbx2 } from './terms/tbx2';
import { tbx3 } from './terms/tbx3';
import { tmx } from './terms/tmx';
import { xlsx } from './xlsx/xlsx';

/** Enough to tell a format by, in UTF-16 units. */
const HEAD = 4096;

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

/** What a file would have, and what it would not, before it is written. */
export interface Outline {
  /** Entities in the file. */
  count: number;
  losses: Loss[];
}

export function outlineOf(id: FormatId, gazetteer: Gazetteer, options: WriteOptions): Outline {
  return outline(id, prepare(gazetteer, options), options);
}

function outline(id: FormatId, prepared: Prepared, options: WriteOptions): Outline {
  const { holds = () => true } = FORMATS[id];
  const { entities } = prepared.gazetteer;
  return {
    count: entities.filter((entity) => holds(entity, options)).length,
    losses: allLosses(id, prepared, options),
  };
}

function allLosses(id: FormatId, { gazetteer, losses }: Prepared, options: WriteOptions): Loss[] {
  const { holdsPeriods, losses: lossesIn } = FORMATS[id];
  const periods = holdsPeriods
    ? []
    : lostNames('name-period', gazetteer, ({ period }) => period !== undefined);
  return [...losses, ...lossesIn(gazetteer, options), ...periods];
}

export interface Written extends Outline {
  bytes: Uint8Array;
}

export function writeNames(id: FormatId, gazetteer: Gazetteer, options: WriteOptions): Written {
  const prepared = prepare(gazetteer, options);
  return {
    bytes: FORMATS[id].write(prepared.gazetteer, options),
    ...outline(id, prepared, options),
  };
}

export interface FileReading extends Reading {
  /** As the file was read; undefined where that could not be told. */
  format?: FormatId;
}

/** Without an id, the file is read as what it looks like. Never throws for what is in the file. */
export function readNames(
  id: FormatId | undefined,
  bytes: Uint8Array,
  options: ReadOptions = {},
): FileReading {
  try {
    const format = id ?? recognise(bytes);
    const read = format && FORMATS[format].read;
    return read ? { ...read(bytes, options), format } : unread(problem('format-unknown'));
  } catch (error) {
    if (error instanceof Unreadable) return unread(error.problem);
    throw error;
  }
}

const unread = (why: Problem): FileReading => ({ entities: [], sources: [], problems: [why] });

/**
 * By how a file begins, since many share an extension.
 * @throws Unreadable where the bytes are no text
 */
export function recognise(bytes: Uint8Array): FormatId | undefined {
  const [first, second] = bytes;
  if ((first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf)) return 'xlsx';
  const head = decodeText(bytes).text.slice(0, HEAD);
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
