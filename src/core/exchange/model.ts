/** What is exchanged with other programs: whole entities, and what a file from elsewhere was read as. */
import type { Certainty, EntityType, NameForm, NameKind, Period, Source } from '../../shared/domain';
import type { Lang, Localized } from '../../shared/lang';
import type { EntitySource } from '../articles/library-source';
import type { Loss } from './losses';
import type { Place, Problem } from './problems';

/** Names cite sources by id. A source may be here that no name cites, and not the other way round. */
export interface Gazetteer {
  entities: EntitySource[];
  sources: Source[];
}

export type NameOf = EntitySource['names'][number];

/** One block of an article in each language that has it. */
export interface AlignedBlock {
  article: string;
  block: string;
  texts: Partial<Record<Lang, string>>;
}

export interface WriteOptions {
  /** Which languages to write, the reader's first one first: a title is taken from it where one is needed. */
  langs: readonly Lang[];
  /** `citation` leaves out case forms; all are written otherwise. */
  forms?: 'all' | 'citation';
  /** From which to which, in glossaries of two languages. */
  pair?: Pair;
  /** ISO date of the export: a pure function has no clock. */
  date: string;
  /** Of the program, where a format asks what wrote it. */
  version: string;
  /** What an id is appended to where a format asks for an address; ends in `:`, `/` or `#`. */
  base?: string;
}

export interface Pair {
  source: Lang;
  target: Lang;
}

export interface ReadOptions {
  /** The language of names that state none. */
  lang?: Lang;
  /** The two languages of a glossary, which does not name them itself. */
  pair?: Pair;
}

/** A name as a file has it: what it does not say is left out, never filled in. */
export interface IncomingName {
  lang: Lang;
  text: string;
  kind?: NameKind;
  form?: NameForm;
  certainty?: Certainty;
  period?: Period;
  note?: string;
  /** Ids, titles or whatever the file cites. */
  sources: string[];
  at: Place;
}

export interface IncomingPoint {
  lat: number;
  lon: number;
  precision?: string;
  credit?: string;
}

export interface IncomingEntity {
  /** As the file has it: one of our ids, or another program's. */
  id?: string;
  type?: EntityType;
  within?: Partial<Localized>;
  note?: Partial<Localized>;
  point?: IncomingPoint;
  names: IncomingName[];
  at: Place;
}

export type IncomingSource = Partial<Omit<Source, 'id' | 'title'>> & { id?: string; title: string };

/** What a file was read as. After a fatal problem there are no entities: a file is not read by halves. */
export interface Reading {
  entities: IncomingEntity[];
  sources: IncomingSource[];
  problems: Problem[];
}

/** One format: what it is called, what it cannot hold, how it is written and, for some, read. */
export interface Format {
  /** It says when a name was in use. */
  holdsPeriods?: true;
  extension: string;
  mediaType: string;
  /** Whether there is something of the entity in the file; there is of every one where this is left out. */
  holds?: (entity: EntitySource, options: WriteOptions) => boolean;
  /** What of this gazetteer would not be in the file. */
  losses: (gazetteer: Gazetteer, options: WriteOptions) => Loss[];
  write: (gazetteer: Gazetteer, options: WriteOptions) => Uint8Array;
  read?: (bytes: Uint8Array, options: ReadOptions) => Reading;
}
