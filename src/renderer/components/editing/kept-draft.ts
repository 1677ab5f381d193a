/** A half-filled form, kept in its window until it is saved or thrown away: a page that is left loses nothing. */
import type { KeptEntity } from '../../../shared/domain';
import type { Shelf } from '../../draft-shelf';
import type { EntityDraft } from './draft';

export interface KeptDraft {
  /** What the form was begun from; null for a new entity. */
  before: KeptEntity | null;
  draft: EntityDraft;
}

/** Grows when a form of another shape would not fit what was kept. */
const SHAPE = 1;
const PREFIX = `paralel-draft-${SHAPE} `;

/** @param name of the form: an entity's id, or what a new one was to be called */
export function keepDraft(shelf: Shelf, name: string, kept: KeptDraft): void {
  shelf.setItem(PREFIX + name, JSON.stringify(kept));
}

export function dropDraft(shelf: Shelf, name: string): void {
  shelf.removeItem(PREFIX + name);
}

export function keptDraft(shelf: Shelf, name: string): KeptDraft | undefined {
  const text = shelf.getItem(PREFIX + name);
  return text === null ? undefined : (JSON.parse(text) as KeptDraft);
}
