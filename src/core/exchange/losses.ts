/** What a format cannot hold, counted and by name, before anything is written. */
import type { Gazetteer, NameOf } from './model';
import type { EntitySource } from '../articles/library-source';

export const LOSSES = [
  // Whole names and entities.
  'langs', 'case-forms', 'not-places', 'no-counterpart', 'names-left-out', 'unwritable-names', 'characters',
  // Of a name.
  'name-kind', 'name-form', 'name-certainty', 'name-source', 'name-period', 'name-note',
  // Of an entity.
  'within', 'entity-note', 'point', 'point-precision', 'point-credit',
  // Of sources.
  'source-details', 'sources-uncited',
  // What OmegaT would make of it.
  'omegat-one-serbian',
  // Of notes.
  'notes-history',
] as const; // prettier-ignore
export type LossCode = (typeof LOSSES)[number];

/** `count` things are lost; some of them, by name. */
export interface Loss {
  code: LossCode;
  count: number;
  examples: string[];
}

const EXAMPLES = 3;

/** No loss where nothing is lost. */
export function loss(code: LossCode, what: readonly string[]): Loss[] {
  if (what.length === 0) return [];
  return [{ code, count: what.length, examples: [...new Set(what)].slice(0, EXAMPLES) }];
}

export function lostNames(
  code: LossCode,
  gazetteer: Gazetteer,
  isLost: (name: NameOf, entity: EntitySource) => boolean,
): Loss[] {
  return loss(
    code,
    gazetteer.entities.flatMap((entity) =>
      entity.names.filter((name) => isLost(name, entity)).map(({ text }) => text),
    ),
  );
}

export function lostEntities(
  code: LossCode,
  gazetteer: Gazetteer,
  isLost: (entity: EntitySource) => boolean,
): Loss[] {
  return loss(
    code,
    gazetteer.entities.filter(isLost).map(({ id }) => id),
  );
}
