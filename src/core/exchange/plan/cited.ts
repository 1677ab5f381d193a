/** The sources that a plan's changes cite, in whichever way it is decided. */
import type { PlanItem } from './types';

export function citedSources(items: readonly PlanItem[]): Set<string> {
  const changes = items.flatMap((item) => [
    ...item.changes,
    ...item.conflicts.flatMap((conflict) =>
      conflict.code === 'same-as' ? conflict.candidates.flatMap((candidate) => candidate.changes) : [],
    ),
  ]);
  return new Set(
    changes.flatMap((change) => {
      if (change.what === 'name-added') return change.name.sources;
      return change.what === 'name-changed' ? (change.to.sources ?? []) : [];
    }),
  );
}
