/** A backup together with what could still be read of the notebook that came after it. */
import type { NoteId } from '../../shared/notes';
import type { NoteRow } from '../../store/notebook/notes';
import { keyOf, type NotebookContent } from './content';
import { missingEdits } from './merge';

/** Both are of one notebook: where they have the same revision otherwise, the later one is right. */
export function combine(backup: NotebookContent, salvaged: NotebookContent): NotebookContent {
  const undone = new Map(salvaged.edits.map((edit) => [keyOf(edit), edit.undoneAt]));
  const known = backup.edits.map((edit) => {
    const undoneAt = undone.get(keyOf(edit));
    return undoneAt === undefined ? edit : { ...edit, undoneAt };
  });
  return {
    revisions: combineRevisions(backup.revisions, salvaged.revisions),
    edits: [...known, ...missingEdits(backup.edits, salvaged.edits)],
    settings: new Map([...backup.settings, ...salvaged.settings]),
  };
}

function combineRevisions(backup: readonly NoteRow[], salvaged: readonly NoteRow[]): NoteRow[] {
  const copyOf = new Map(backup.map((row) => [row.note, row.copyOf]));
  const found = new Map<string, NoteRow>();
  for (const row of [...backup, ...salvaged])
    found.set(`${row.note} ${row.revision}`, { ...row, copyOf: row.copyOf ?? copyOf.get(row.note) ?? null });
  // By note in the order of revisions, whatever the numbers say; across notes as they were kept.
  const rows = [...found.values()].toSorted((a, b) => a.number - b.number);
  const inOrder = Map.groupBy(rows, ({ note }) => note);
  for (const history of inOrder.values()) history.sort((a, b) => a.revision - b.revision);
  return rows.flatMap(({ note }) => inOrder.get(note)?.shift() ?? []);
}

/** How many notes of `all` have something that the backup does not have. */
export function notesBeyond(backup: NotebookContent, all: NotebookContent): number {
  const known = new Set(backup.revisions.map(({ note, revision }) => `${note} ${revision}`));
  const shown = notesIn(all);
  const more = all.revisions.filter(
    ({ note, revision }) => shown.has(note) && !known.has(`${note} ${revision}`),
  );
  return new Set(more.map(({ note }) => note)).size;
}

/** Those that are not in the trash. */
export function notesIn({ revisions }: NotebookContent): Set<NoteId> {
  const latest = new Map(revisions.map((row) => [row.note, row]));
  return new Set([...latest.values()].filter(({ removed }) => !removed).map(({ note }) => note));
}
