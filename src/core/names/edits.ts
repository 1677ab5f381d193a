/** Changes of an entity: what differs between two versions of it, and the same done to a third. */
import type { EntityId, KeptEntity, KeptName } from '../../shared/domain';
import type { EntityChange, NameKey } from '../../shared/gazetteer';

const FIELDS = ['type', 'within', 'note', 'point'] as const;

export const keyOf = ({ lang, text, form, kind }: NameKey): NameKey => ({ lang, text, form, kind });
const lookup = (name: NameKey): string => JSON.stringify([name.lang, name.text, name.form, name.kind]);

/** Undefined where nothing differs. A name that stands where another stood, alike but for its key, has been
 *  changed into it; so that who corrects a letter keeps what else is known of the name.
 *  @param before undefined for a new entity; `after` undefined for one that is taken away */
export function changeBetween(
  before: KeptEntity | undefined,
  after: KeptEntity | undefined,
): EntityChange | undefined {
  if (!after) return before && { fields: {}, added: [], changed: [], removed: [], isRemoved: true };
  const fields: EntityChange['fields'] = Object.fromEntries(
    FIELDS.filter((field) => !same(before?.[field], after[field])).map((field) => [
      field,
      after[field] ?? null,
    ]),
  );
  const names = changedNames(before?.names ?? [], after.names);
  const isSame = Object.keys(fields).length === 0 && Object.values(names).every(({ length }) => length === 0);
  return isSame ? undefined : { fields, ...names, isRemoved: false };
}

function changedNames(before: readonly KeptName[], after: readonly KeptName[]) {
  const old = new Map(before.map((name) => [lookup(name), name]));
  const now = new Map(after.map((name) => [lookup(name), name]));
  const gone = before.filter((name) => !now.has(lookup(name)));
  const come = after.filter((name) => !old.has(lookup(name)));
  const changed: EntityChange['changed'] = after.flatMap((name) => {
    const was = old.get(lookup(name));
    return was && !same(was, name) ? [{ name: keyOf(was), to: name }] : [];
  });
  // By their language: of two that went and two that came, the first became the first.
  for (const name of [...gone]) {
    const became = come.find(({ lang }) => lang === name.lang);
    if (!became) continue;
    gone.splice(gone.indexOf(name), 1);
    come.splice(come.indexOf(became), 1);
    changed.push({ name: keyOf(name), to: became });
  }
  return { added: come, changed, removed: gone.map(keyOf) };
}

export interface EditedName extends KeptName {
  /** The edit that it owes what it says to. */
  edit?: number;
}
export interface EditedEntity extends Omit<KeptEntity, 'names'> {
  names: EditedName[];
}

/**
 * @param entity undefined where the library does not have it, or no longer
 * @param number of the edit
 * @returns undefined where nothing is left: it was taken away, has no name, or was never whole
 */
export function withChange(
  entity: EditedEntity | undefined,
  id: EntityId,
  change: EntityChange,
  number: number,
): EditedEntity | undefined {
  if (change.isRemoved) return undefined;
  const type = change.fields.type ?? entity?.type;
  if (!type) return undefined;
  const { type: _, ...given } = change.fields;
  const fields = Object.entries({
    within: entity?.within,
    note: entity?.note,
    point: entity?.point,
    ...given,
  });
  const names = withNames(entity?.names ?? [], change, number);
  if (names.length === 0) return undefined;
  return { id, type, ...Object.fromEntries(fields.filter(([, value]) => value)), names };
}

function withNames(names: readonly EditedName[], change: EntityChange, edit: number): EditedName[] {
  const removed = new Set(change.removed.map(lookup));
  const changed = new Map(change.changed.map(({ name, to }) => [lookup(name), to]));
  const result = new Map<string, EditedName>();
  const put = (name: EditedName): void => void result.set(lookup(name), name);
  for (const name of names) {
    const to = changed.get(lookup(name));
    changed.delete(lookup(name));
    if (to) put({ ...to, edit });
    else if (!removed.has(lookup(name)) && !result.has(lookup(name))) put(name);
  }
  for (const name of [...changed.values(), ...change.added]) {
    const own = result.get(lookup(name));
    // Meanwhile the library says the same.
    if (own && same(withoutEdit(own), name)) continue;
    put({ ...name, edit });
  }
  return [...result.values()];
}

function withoutEdit({ edit: _, ...name }: EditedName): KeptName {
  return name;
}

/** Of plain data, whatever the order of its keys. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
