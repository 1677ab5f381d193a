/** What an import of notes has counted, as it is told. */
import type { ImportedNotes } from '../../../shared/contract';

export const COUNTS = ['added', 'updated', 'skipped', 'orphaned', 'failed'] as const;
export type Count = (typeof COUNTS)[number];

export function countsOf({ failed, ...counts }: ImportedNotes): Record<Count, number> {
  return { ...counts, failed: failed.length };
}

/** Whether there would be anything to do. */
export const changesAnything = ({ added, updated }: ImportedNotes): boolean => added + updated > 0;
