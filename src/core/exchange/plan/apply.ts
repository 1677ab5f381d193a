/** Does what a plan says and a person decided, in a copy. What was done already is not done twice. */
import type { EntityId, Source } from '../../../shared/domain';
import type { EntitySource } from '../../articles/library-source';
import type { Gazetteer, NameOf } from '../model';
import { isSameText } from './diff';
import { newEntityId } from './ids';
import type {
  Applied,
  Change,
  Conflict,
  Decision,
  Decisions,
  ImportPlan,
  NameFields,
  NameKey,
  PlanItem,
} from './types';

/** Everything of `existing` comes back, changed or not. */
export function applyImport(existing: Gazetteer, plan: ImportPlan, decisions: Decisions = {}): Applied {
  const entities = new Map<EntityId, EntitySource>(existing.entities.map((entity) => [entity.id, entity]));
  const taken = new Set<string>([...entities.keys(), ...plan.items.flatMap(({ entity }) => entity ?? [])]);
  const result: Applied = { entities: [], sources: [], added: [], changed: [], undecided: [] };

  for (const item of plan.items) {
    const decision = decisions[item.key] ?? {};
    if (decision.skip) continue;
    const step = stepOf(item, decision, entities, taken);
    if (step === undefined) {
      result.undecided.push(item.key);
      continue;
    }
    const without = new Set(decision.without);
    const changes = step.changes.filter(({ id }) => !without.has(id));
    const entity = changes.reduce(changed, step.entity);
    if (entity === step.entity || entity.names.length === 0) continue;
    (entities.has(entity.id) ? result.changed : result.added).push(entity.id);
    entities.set(entity.id, entity);
  }
  const cited = new Set<string>(
    Array.from(entities.values(), ({ names }) => names.flatMap(({ sources }) => sources)).flat(),
  );
  return {
    ...result,
    changed: [...new Set(result.changed)],
    entities: [...entities.values()],
    sources: [...existing.sources, ...missing(plan.sources, existing.sources, cited)],
  };
}

interface Step {
  entity: EntitySource;
  changes: readonly Change[];
}

/** Undefined where somebody has to decide first. */
function stepOf(
  item: PlanItem,
  decision: Decision,
  entities: ReadonlyMap<EntityId, EntitySource>,
  taken: Set<string>,
): Step | undefined {
  const asked = item.conflicts.find(({ code }) => code === 'same-as');
  if (asked?.code === 'same-as' && decision.as !== 'new') {
    const chosen = asked.candidates.find(({ id }) => id === decision.as);
    const entity = chosen && entities.get(chosen.id);
    if (!entity || hasOpenHomonym(chosen.homonyms, decision)) return undefined;
    return { entity, changes: chosen.changes };
  }
  if (hasOpenHomonym(item.conflicts, decision)) return undefined;
  const known = item.entity && !item.isNew ? entities.get(item.entity) : undefined;
  if (known) return { entity: known, changes: item.changes };
  const type = item.type ?? decision.type;
  if (type === undefined) return undefined;
  const id = item.entity ?? newEntityId(type, item.name, taken);
  taken.add(id);
  return { entity: entities.get(id) ?? { id, type, names: [] }, changes: item.changes };
}

function hasOpenHomonym(conflicts: readonly Conflict[], { keepHomonyms, without = [] }: Decision): boolean {
  return (
    !keepHomonyms &&
    conflicts.some((conflict) => conflict.code === 'homonym' && !without.includes(conflict.change))
  );
}

/** The entity itself where there is nothing left to change. */
function changed(entity: EntitySource, change: Change): EntitySource {
  switch (change.what) {
    case 'name-added':
      return entity.names.some((own) => isSameName(own, change.name))
        ? entity
        : { ...entity, names: [...entity.names, change.name] };
    case 'name-changed':
      return { ...entity, names: withChanged(entity.names, change.name, change.to) };
    case 'type-changed':
      return { ...entity, type: change.to };
    case 'text-changed':
      return { ...entity, [change.field]: change.to };
    case 'point-changed':
      return { ...entity, point: change.to };
  }
}

function isSameName(one: NameKey, other: NameKey): boolean {
  return isSameText(one, other) && one.form === other.form && one.kind === other.kind;
}

function withChanged(names: readonly NameOf[], key: NameKey, to: NameFields): NameOf[] {
  const wanted = names.find((name) => isSameName(name, key));
  return names.map((name) => (name === wanted ? { ...name, ...to } : name));
}

function missing(
  added: readonly Source[],
  existing: readonly Source[],
  cited: ReadonlySet<string>,
): Source[] {
  const known = new Set<string>(existing.map(({ id }) => id));
  return added.filter(({ id }) => cited.has(id) && !known.has(id));
}
