/** What an import would change, worked out before anything is: the same gazetteer and the same file make the same
 *  plan, and the plan for what was applied already is empty. */
import { type EntityId, entityIdSchema, type EntityType, type Source } from '../../../shared/domain';
import type { EntitySource } from '../../articles/library-source';
import type { Gazetteer, IncomingEntity, Reading } from '../model';
import { citedSources } from './cited';
import { difference, isSameText } from './diff';
import { newEntityId, prefixOf } from './ids';
import { NameIndex } from './name-index';
import { SourceResolver } from './sources';
import type { Candidate, Change, Conflict, Homonym, ImportPlan, NewChange, PlanItem } from './types';

/** @param file a source for what cites none: the file that is read
 *  @param type of new entities for which the file states none */
export function planImport(
  existing: Gazetteer,
  incoming: Reading,
  file: Source,
  type?: EntityType,
): ImportPlan {
  const planner = new Planner(existing, incoming, file, type);
  const items = incoming.entities.map((entity, index) => planner.item(entity, String(index + 1)));
  return { items, sources: planner.sources.added(citedSources(items)) };
}

class Planner {
  readonly sources: SourceResolver;
  readonly #known: Map<string, EntitySource>;
  readonly #index: NameIndex;
  /** Ids that exist, or that an entity further up will have. */
  readonly #taken: Set<string>;
  /** Of what the file has without one. */
  readonly #type: EntityType | undefined;

  constructor(existing: Gazetteer, incoming: Reading, file: Source, type: EntityType | undefined) {
    this.#type = type;
    this.sources = new SourceResolver(existing.sources, incoming.sources, file);
    this.#known = new Map(existing.entities.map((entity) => [entity.id, entity]));
    this.#index = new NameIndex(existing.entities);
    this.#taken = new Set(this.#known.keys());
  }

  item(incoming: IncomingEntity, key: string): PlanItem {
    const named = this.#known.get(incoming.id ?? '');
    if (named && sharesName(named, incoming)) return this.#change(incoming, named, key);
    const candidates = this.#candidates(incoming, named, key);
    // Another program’s id may be of a place with the same name; where there is one such place only, it is that.
    const isOurs = entityIdSchema.safeParse(incoming.id).success;
    const isPlain = incoming.id === undefined || named !== undefined || (!isOurs && candidates.length === 1);
    const whole = isPlain ? this.#whole(candidates) : undefined;
    return whole ? this.#change(incoming, whole, key) : this.#addition(incoming, candidates, key);
  }

  /** The one in which everything stands already. */
  #whole(candidates: readonly Candidate[]): EntitySource | undefined {
    const whole = candidates.find(({ changes }) => changes.length === 0);
    return whole && this.#known.get(whole.id);
  }

  #candidates(incoming: IncomingEntity, named: EntitySource | undefined, key: string): Candidate[] {
    const found = this.#index.sharing(incoming.names);
    if (named && !found.some(({ id }) => id === named.id)) found.unshift({ id: named.id, shared: [] });
    return found.flatMap(({ id, shared }): Candidate[] => {
      const entity = this.#known.get(id);
      if (!entity) return [];
      const changes = numbered(difference(entity, incoming, this.sources).changes, `${key}.${id}`);
      return [{ id, shared, changes, homonyms: this.#homonyms(id, changes) }];
    });
  }

  #change(incoming: IncomingEntity, entity: EntitySource, key: string): PlanItem {
    const { changes, remarks } = difference(entity, incoming, this.sources);
    const all = numbered(changes, key);
    const conflicts = this.#homonyms(entity.id, all);
    const status = conflicts.length > 0 ? 'conflict' : changes.length > 0 ? 'changed' : 'unchanged';
    return {
      key,
      status,
      entity: entity.id,
      isNew: false,
      name: nameOf(incoming),
      type: entity.type,
      changes: all,
      conflicts,
      remarks,
      at: incoming.at,
    };
  }

  #homonyms(id: EntityId, changes: readonly Change[]): Homonym[] {
    return changes.flatMap((change): Homonym[] => {
      if (change.what !== 'name-added') return [];
      const others = this.#index.holders(change.name).filter((other) => other !== id);
      if (others.length === 0) return [];
      return [{ code: 'homonym', change: change.id, name: change.name.text, lang: change.name.lang, others }];
    });
  }

  #addition(incoming: IncomingEntity, candidates: Candidate[], key: string): PlanItem {
    const type = incoming.type ?? this.#type;
    const conflicts: Conflict[] = [
      ...(candidates.length > 0 ? [{ code: 'same-as' as const, candidates }] : []),
      ...(type === undefined ? [{ code: 'type-missing' as const }] : []),
    ];
    const { changes, remarks } = difference({ type: type ?? 'site', names: [] }, incoming, this.sources);
    const entity = type && this.#newId(incoming, type);
    return {
      key,
      status: conflicts.length > 0 ? 'conflict' : 'added',
      ...(entity && { entity }),
      isNew: true,
      name: nameOf(incoming),
      ...(type && { type }),
      changes: numbered(changes, key),
      conflicts,
      remarks,
      at: incoming.at,
    };
  }

  /** The file's own id, where it is one of ours and fits the type. */
  #newId(incoming: IncomingEntity, type: EntitySource['type']): EntityId {
    const own = entityIdSchema.safeParse(incoming.id);
    const fits = own.success && own.data.startsWith(`${prefixOf(type)}-`) && !this.#taken.has(own.data);
    const id = fits ? own.data : newEntityId(type, nameOf(incoming), this.#taken);
    this.#taken.add(id);
    return id;
  }
}

/** An id alone is not enough: another program may have it for something else. */
function sharesName({ names }: EntitySource, incoming: IncomingEntity): boolean {
  return names.some((own) => incoming.names.some((name) => isSameText(own, name)));
}

function nameOf({ names, id }: IncomingEntity): string {
  const named = names.find(({ kind }) => kind === 'preferred') ?? names[0];
  return named?.text ?? id ?? '';
}

function numbered(changes: readonly NewChange[], key: string): Change[] {
  return changes.map((change, index) => ({ id: `${key}.${index + 1}`, ...change }));
}
