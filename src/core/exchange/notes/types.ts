/** Notes as they go out to other programs, and as they come in from them. */
import type { KeptTarget, ListedNote, NoteColour, NoteId } from '../../../shared/notes';
import type { Lang } from '../../../shared/lang';
import type { Params } from '../problems';
import type { NoteProblem } from './problems';

export interface ExportedNote extends ListedNote {
  /** For programs: of the written edition. */
  target: KeptTarget;
  /** Of `quote`. */
  quoteLang: Lang | null;
  /** What it stands under, for people. */
  heading: string | null;
}

export interface WriteNotesOptions {
  /** Of headings and sentences. */
  lang: Lang;
  /** Of the program. */
  version: string;
  /** ISO: a pure function has no clock. */
  date: string;
  /** What the library is called. */
  library: string;
}

export interface NotesFile {
  extension: string;
  mediaType: string;
  bytes: Uint8Array;
}

interface InText {
  /** As the file has it, whether the library does or not; null where the file is about something else. */
  article: string | null;
  lang: Lang | null;
  block: string | null;
  /** The library's version in which it stood so. */
  edition: string | null;
}

export type ReadTarget =
  | ({
      on: 'quote';
      /** Into the block's text; a hint, to be checked against `exact`. */
      start: number | null;
      end: number | null;
      /** In the script that the file has it in, which `lang` need not be. */
      exact: string;
      prefix: string;
      suffix: string;
    } & InText)
  | ({ on: 'block'; exact: string } & InText)
  | { on: 'article'; article: string; lang: Lang | null }
  | { on: 'figure'; article: string; figure: string }
  | { on: 'entity'; entity: string };

export interface ReadNote {
  /** Which of the file's annotations, from 1. */
  entry: number;
  /** The file's own where that is a UUID, else always the same one made from it. */
  id: NoteId;
  /** What `id` was made from. */
  foreignId: string | null;
  target: ReadTarget;
  /** Markdown. */
  text: string;
  colour: NoteColour;
  tags: string[];
  created: string | null;
  modified: string | null;
  /** '' where the file does not say. */
  by: string;
  /** Of notes that Paralel wrote. */
  revision: number | null;
}

export interface FailedNote {
  /** 0: the file, or a part of it that is not here. */
  entry: number;
  id: string | null;
  code: NoteProblem;
  params: Params;
}

export interface ReadNotes {
  notes: ReadNote[];
  failed: FailedNote[];
}
