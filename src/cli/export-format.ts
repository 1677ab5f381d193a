/** In which format a file is written: the one that was asked for, or the one that its name leaves no doubt about. */
import { basename, extname } from 'node:path';
import type { NameFormat, NoteFormat } from '../shared/contract';

/** How files of each format end. */
const ENDINGS = {
  names: {
    xlsx: ['xlsx'],
    csv: ['csv'],
    tbx: ['tbx'],
    tbx2: ['tbx'],
    omegat: ['txt', 'utf8'],
    tmx: ['tmx'],
    lpf: ['jsonld', 'json'],
    'lp-tsv': ['tsv'],
    skos: ['ttl'],
  } satisfies Record<NameFormat, string[]>,
  blocks: { tmx: ['tmx'] },
  figures: { csv: ['csv'] },
  notes: {
    webannotation: ['jsonld', 'json'],
    annotations: ['annotations'],
    markdown: ['md', 'markdown'],
    html: ['html', 'htm'],
    csv: ['csv'],
  } satisfies Record<NoteFormat, string[]>,
} as const;

export type Exported = keyof typeof ENDINGS;
export const EXPORTED = Object.keys(ENDINGS) as Exported[];

export const formatsOf = (what: Exported): string[] => Object.keys(ENDINGS[what]);

/** @throws RangeError, which is told as misuse, where nobody says it and the name does not either */
export function formatFor(what: Exported, asked: string | undefined, file: string): string {
  const formats = formatsOf(what);
  if (asked !== undefined) {
    if (formats.includes(asked)) return asked;
    throw new RangeError(`“${asked}” is no format for ${what}. Formats: ${formats.join(', ')}.`);
  }
  const ending = extname(file).slice(1).toLowerCase();
  const endings: [string, readonly string[]][] = Object.entries(ENDINGS[what]);
  const fitting = endings.filter(([, own]) => own.includes(ending)).map(([format]) => format);
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  const choice = (only === undefined ? formats : fitting).join(', ');
  throw new RangeError(`“${basename(file)}” does not tell which format is meant. Add --format: ${choice}.`);
}
