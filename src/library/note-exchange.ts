/** Notes out to other programs, and in from them. */
import { readNotes } from '../core/exchange/notes/read';
import type { ExportedNote, NotesFile, ReadNote } from '../core/exchange/notes/types';
import { writeNotes } from '../core/exchange/notes/write';
import type { ExportRequest, Output, Parsed } from '../shared/contract';
import { type Lang, writtenFor } from '../shared/lang';
import type { KeptRevision, KeptTarget, Note } from '../shared/notes';
import { version } from '../shared/version';
import type { NoteRow } from '../store/notebook/notes';
import type { Context } from './context';
import { standingOf } from './note-index';
import { placer } from './note-place';
import { pageOfNotes } from './notes';
import { showText } from './shown';
import { localizedIn } from '../core/text/localized';

type NotesRequest = Extract<ExportRequest, { what: 'notes' }>;

/** So many are asked for at a time. */
const STRETCH = 500;

/** In the order of the contents and the text. */
export function exportedNotes(context: Context, { filter = {}, lang }: NotesRequest): ExportedNote[] {
  const found: ExportedNote[] = [];
  for (;;) {
    const page = { ...filter, lang, sort: 'place' as const, offset: found.length, limit: STRETCH };
    const { rows } = pageOfNotes(context, page);
    const kept = new Map(context.notes.some(rows.map(({ id }) => id)).map((row) => [row.note, row]));
    for (const note of rows) {
      const row = kept.get(note.id);
      if (row)
        found.push({ ...note, target: row.target, quoteLang: note.quote === null ? null : note.lang, heading: headingOf(context, note) }); // prettier-ignore
    }
    if (rows.length < STRETCH) return found;
  }
}

export function notesFile(
  context: Context,
  notes: readonly ExportedNote[],
  { format, lang }: NotesRequest,
): NotesFile {
  const collection = context.collections.first();
  const library = collection ? localizedIn(collection.title, lang) : '';
  return writeNotes(format, notes, { lang, version, date: new Date().toISOString(), library });
}

/** What its words stand under, in the language that it was read in. */
function headingOf({ articles }: Context, { article, at }: Note): string | null {
  if (article === null || at === null) return null;
  const passages = articles.passages(article, writtenFor(at.lang));
  const before = passages.slice(0, passages.findIndex(({ block }) => block === at.block) + 1);
  const heading = before.findLast(({ type }) => type === 'heading');
  return heading ? showText(heading.text, at.lang as Lang) : null;
}

/** Thrown to undo what was only tried. */
class OnlyTried extends Error {}

/** One transaction. What the file has newer becomes another revision; nothing of what is there is overwritten. */
export function importNotes(
  context: Context,
  { file, trial }: Parsed<'notes.import'>,
): Output<'notes.import'> {
  const read = readNotes(new Uint8Array(Buffer.from(file.data, 'base64')));
  const place = placer(context);
  const failed: Output<'notes.import'>['failed'] = [...read.failed];
  const counts = { added: 0, updated: 0, skipped: 0, orphaned: 0 };

  function keep(note: ReadNote): void {
    const now = context.notes.get(note.id);
    const made = now && !isNewer(note, now) ? undefined : revisionOf(note, now, place);
    if (made === 'nowhere') {
      failed.push({ entry: note.entry, id: note.foreignId, code: 'quote-nowhere', params: {} });
    } else if (!made) {
      counts.skipped += 1;
    } else {
      context.notes.add(made, note.created ?? made.at);
      // Counted from what is there.
      const there = context.notes.get(note.id);
      if (there?.revision !== made.revision || there.text !== made.text) return;
      counts[now ? 'updated' : 'added'] += 1;
      if (standingOf(context, there.target).state === 'orphaned') counts.orphaned += 1;
    }
  }

  try {
    context.notes.transaction(() => {
      read.notes.forEach(keep);
      if (trial) throw new OnlyTried();
    });
  } catch (error) {
    if (!(error instanceof OnlyTried)) throw error;
  }
  return { ...counts, failed: failed.toSorted((a, b) => a.entry - b.entry) };
}

/** What is in the trash stays there. */
function isNewer(note: ReadNote, now: NoteRow): boolean {
  if (now.removed || isSame(note, now)) return false;
  return note.modified !== null && Date.parse(note.modified) > Date.parse(now.at);
}

const isSame = (note: ReadNote, now: NoteRow): boolean =>
  note.text === now.text && note.colour === now.colour && note.tags.join('\n') === now.tags.join('\n');

function revisionOf(
  note: ReadNote,
  now: NoteRow | undefined,
  place: ReturnType<typeof placer>,
): KeptRevision | 'nowhere' {
  const { id, text, colour, tags, by, modified, created } = note;
  const target: KeptTarget | undefined = place(note.target) ?? now?.target;
  if (!target) return 'nowhere';
  const at = modified ?? created ?? new Date().toISOString();
  const revision = (now?.revision ?? 0) + 1;
  return {
    note: id,
    revision,
    at,
    by,
    target,
    text,
    colour,
    tags,
    removed: false,
    copyOf: now?.copyOf ?? null,
  };
}
