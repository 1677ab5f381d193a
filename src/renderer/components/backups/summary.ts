/** What a restoration does, as the sentences that tell it. */
import type { Output } from '../../../shared/contract';

type Restored = Output<'notebook.restore'>;

/** The sentences: `backups.would` before it is done, `backups.did` after. */
export interface Sentence {
  key: 'added' | 'updated' | 'conflicts' | 'newer' | 'unchanged' | 'edits' | 'settings' | 'nothing';
  n: number;
}

/** What changes something first. */
export function changesOf({ notes, edits, settings }: Restored): Sentence[] {
  const changes: Sentence[] = [
    { key: 'added', n: notes.added },
    { key: 'updated', n: notes.updated },
    { key: 'conflicts', n: notes.conflicts },
    { key: 'edits', n: edits.added },
    { key: 'settings', n: settings },
  ];
  return changes.filter(({ n }) => n > 0);
}

export function sentencesBefore(restored: Restored): Sentence[] {
  const changes = changesOf(restored);
  const { newer, unchanged } = restored.notes;
  const rest: Sentence[] = [
    { key: 'newer', n: newer },
    { key: 'unchanged', n: unchanged },
  ];
  const head: Sentence[] = changes.length > 0 ? changes : [{ key: 'nothing', n: 0 }];
  return [...head, ...rest.filter(({ n }) => n > 0)];
}

export function sentencesAfter(restored: Restored): Sentence[] {
  const changes = changesOf(restored);
  return changes.length > 0 ? changes : [{ key: 'nothing', n: 0 }];
}

/** In the larger unit from a tenth of it on; never nothing. */
export function sizeOf(bytes: number): { unit: 'kilobytes' | 'megabytes'; n: number } {
  const megabytes = bytes / 1024 / 1024;
  if (megabytes >= 1) return { unit: 'megabytes', n: Math.round(megabytes * 10) / 10 };
  return { unit: 'kilobytes', n: Math.max(1, Math.round(bytes / 1024)) };
}
