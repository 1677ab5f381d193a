/** What a backup has and the notebook has not is brought in: by id, in one transaction, and told before it is done. */
import type { Output, Parsed } from '../shared/contract';
import type { NoteId } from '../shared/notes';
import { makeBackup } from './backups/backups';
import { contentOf, keyOf, type NotebookContent, putContent } from './backups/content';
import { type Merge, mergeInto } from './backups/merge';
import { readBackup, readBackupOf } from './backups/read';
import type { Context } from './context';
import { buildIndex } from './indexing';

/** @throws AppError 'backup.*', and those of making a backup: nothing is restored without one of what there was */
export function restoreBackup(
  { shelf, notes }: Pick<Context, 'shelf' | 'notes'>,
  { from, trial }: Parsed<'notebook.restore'>,
): Output<'notebook.restore'> {
  const theirs =
    'backup' in from
      ? readBackupOf(shelf.folder, from.backup)
      : readBackup(Buffer.from(from.file.data, 'base64'), from.file.name);
  const merge = mergeInto(contentOf(shelf.notebook), theirs);
  const isNothing = merge.revisions.length === 0 && merge.edits.length === 0 && merge.settings.size === 0;
  if (trial || isNothing) return { at: theirs.at, ...told(merge), before: null };
  const before = makeBackup(shelf.folder, shelf.notebook, 'restore') ?? null;
  const done = notes.transaction(() => {
    // Asked anew: another process may have written since.
    const now = mergeInto(contentOf(shelf.notebook), theirs);
    putContent(shelf.notebook, now);
    return readBack(now, contentOf(shelf.notebook));
  });
  buildIndex(shelf);
  return { at: theirs.at, ...done, before };
}

type Counts = Pick<Output<'notebook.restore'>, 'notes' | 'edits' | 'settings'>;

function told({ notes, edits, settings, sameEdits }: Merge): Counts {
  return {
    notes: countNotes(notes),
    edits: { added: edits.length, unchanged: sameEdits },
    settings: settings.size,
  };
}

function countNotes(notes: Merge['notes']): Counts['notes'] {
  const counts = { added: 0, updated: 0, unchanged: 0, newer: 0, conflicts: 0 };
  for (const becomes of notes.values()) counts[becomes] += 1;
  return counts;
}

/** Counts what is there, not what should be. */
function readBack(merge: Merge, now: NotebookContent): Counts {
  const kept = new Set(now.revisions.map(({ note, revision }) => `${note} ${revision}`));
  const missing = merge.revisions.filter(({ note, revision }) => !kept.has(`${note} ${revision}`));
  const incomplete = new Set<NoteId>(missing.map(({ note }) => note));
  const notes = new Map([...merge.notes].filter(([id]) => !incomplete.has(id)));
  const edits = new Set(now.edits.map(keyOf));
  return {
    notes: countNotes(notes),
    edits: {
      added: merge.edits.filter((edit) => edits.has(keyOf(edit))).length,
      unchanged: merge.sameEdits,
    },
    settings: [...merge.settings.keys()].filter((key) => now.settings.has(key)).length,
  };
}
