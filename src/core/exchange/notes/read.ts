/** Annotations of other programs, and our own come back, as notes. Nothing is thrown for what is in the file. */
import { z } from 'zod';
import { LONGEST_NOTE, type NoteColour } from '../../../shared/note-parts';
import { type NoteId, noteIdSchema } from '../../../shared/notes';
import { nearestColour } from './colours';
import { asText, field, idIn, isFields, list, textIn, typesIn } from './fields';
import { openAnnotations } from './open';
import { type NoteProblem, Refused, shown } from './problems';
import { readBody } from './read-body';
import { sourceOf, targetOf } from './read-target';
import type { FailedNote, ReadNote, ReadNotes } from './types';
import type { Params } from '../problems';
import { noteIdFrom } from '../../notes/ids';
import { ownField } from './vocabulary';

/** One annotation of several places becomes a note on each. */
const MOST_TARGETS = 20;

export function readNotes(bytes: Uint8Array): ReadNotes {
  const notes: ReadNote[] = [];
  const failed: FailedNote[] = [];
  const fail = (entry: number, id: string | null, code: NoteProblem, params: Params = {}): void => {
    failed.push({ entry, id, code, params });
  };
  const attempt = <T>(entry: number, id: string | null, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      fail(entry, id, error.problem, error.params);
      return undefined;
    }
  };

  const opened = attempt(0, null, () => openAnnotations(bytes));
  if (!opened) return { notes, failed };
  const firsts = new Map<NoteId, number>();
  opened.annotations.forEach((annotation, index) => {
    const entry = index + 1;
    const id = shown(idIn(annotation)) || null;
    const content = attempt(entry, id, () => contentOf(annotation));
    content?.targets.forEach((target, at) => {
      const note = attempt(entry, id, () => noteOn(target, at, content));
      const first = note && firsts.get(note.id);
      if (!note) return;
      if (first !== undefined) return fail(entry, id, 'id-repeated', { first });
      firsts.set(note.id, entry);
      notes.push({ entry, ...note });
    });
  });
  if (opened.isContinued) fail(0, null, 'pages-elsewhere');
  return { notes, failed };
}

type Content = Pick<ReadNote, 'text' | 'tags' | 'colour' | 'created' | 'modified' | 'by' | 'revision'> & {
  annotation: unknown;
  targets: readonly unknown[];
};

function contentOf(annotation: unknown): Content {
  const types = typesIn(annotation);
  if (!isFields(annotation) || (types.length > 0 && !types.includes('Annotation')))
    throw new Refused('not-annotation');
  const targets = list(field(annotation, 'target'));
  if (targets.length === 0) throw new Refused('target-missing');
  if (targets.length > MOST_TARGETS)
    throw new Refused('targets-many', { count: targets.length, limit: MOST_TARGETS });
  const { text, tags, colour } = readBody(annotation);
  if (text.length > LONGEST_NOTE) throw new Refused('too-long', { length: text.length, limit: LONGEST_NOTE });
  return {
    annotation,
    targets,
    text,
    tags,
    colour: colourOf(annotation, colour),
    created: dateIn(annotation, 'created'),
    // `updated` is Hypothesis’s.
    modified: dateIn(annotation, 'modified') ?? dateIn(annotation, 'updated'),
    by: creatorOf(annotation),
    revision: revisionOf(annotation),
  };
}

function revisionOf(annotation: unknown): number | null {
  const revision = ownField(annotation, 'revision');
  return typeof revision === 'number' && Number.isSafeInteger(revision) && revision > 0 ? revision : null;
}

function colourOf(annotation: unknown, inBody: string): NoteColour {
  return nearestColour(asText(ownField(annotation, 'colour')) || inBody || textIn(annotation, 'color'));
}

function noteOn(target: unknown, at: number, content: Content): Omit<ReadNote, 'entry'> {
  const { annotation, targets: _, ...rest } = content;
  const read = targetOf(target, sourceOf(target) || textIn(annotation, 'uri'));
  return { ...identity(annotation, at, () => [read, rest]), target: read, ...rest };
}

const UUID = /^(?:urn:uuid:)?([\da-f-]{36})$/i;
const ADDRESS = /^[a-z][a-z\d+.-]*:/i;

/** The file's own UUID; else one made from its id and, where that is no address and so not everybody's, from where it
 *  comes from too; without any id from all that it says. So the same file adds nothing twice. */
function identity(annotation: unknown, at: number, says: () => unknown): Pick<ReadNote, 'id' | 'foreignId'> {
  const given = idIn(annotation);
  const own = uuidIn(given);
  if (own && at === 0) return { id: own, foreignId: null };
  if (given === '') return { id: noteIdFrom('content', JSON.stringify(says())), foreignId: null };
  const from =
    ADDRESS.test(given) || own
      ? []
      : [
          textIn(annotation, 'created'),
          sourceOf(list(field(annotation, 'target'))[0]),
          textIn(annotation, 'uri'),
        ];
  return { id: noteIdFrom('id', given, ...from, ...(at > 0 ? [`target ${at}`] : [])), foreignId: given };
}

function uuidIn(id: string): NoteId | undefined {
  const [, uuid] = UUID.exec(id) ?? [];
  return uuid === undefined ? undefined : noteIdSchema.safeParse(uuid.toLowerCase()).data;
}

const MOMENT = z.iso.datetime();
const WRITTEN_DATE = z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()]);

/** In UTC; a moment that states no zone is taken as UTC too. Null for what is no date of the calendar. */
function dateIn(annotation: unknown, name: string): string | null {
  const written = textIn(annotation, name);
  if (written === '') return null;
  if (MOMENT.safeParse(written).success) return written;
  if (!WRITTEN_DATE.safeParse(written).success) return null;
  const isBare = /T[^Z+-]*$/.test(written);
  const time = Date.parse(isBare ? `${written}Z` : written);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** A name, however it is given; of Hypothesis’s `acct:name@host` the name. */
function creatorOf(annotation: unknown): string {
  const [creator] = list(field(annotation, 'creator'));
  const named = textIn(creator, 'name') || textIn(creator, 'nickname');
  const account = asText(creator) || textIn(annotation, 'user');
  const name = named || (/^acct:([^@]+)@/.exec(account)?.[1] ?? account);
  return name.trim().slice(0, LONGEST_NAME).toWellFormed();
}
const LONGEST_NAME = 200;
