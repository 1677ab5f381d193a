/** What an import would change, and what has to be decided first. Plain data: it is shown before anything is done. */
import type { EntityId, EntityType, Source } from '../../../shared/domain';
import type { Lang, Localized } from '../../../shared/lang';
import type { NameOf } from '../model';
import type { Params, Place } from '../problems';
import type { EntitySource } from '../../articles/library-source';

export type Point = NonNullable<EntitySource['point']>;

/** Which name of an entity is meant. */
export interface NameKey {
  lang: Lang;
  text: string;
  form: NameOf['form'];
  kind: NameOf['kind'];
}

/** What the file does not say of a new name, and was assumed. */
export type Assumed = 'kind' | 'form' | 'certainty' | 'source';

/** Only those that change. */
export type NameFields = Partial<Omit<NameOf, 'lang' | 'text'>>;

export type Change = { id: string } & (
  | { what: 'name-added'; name: NameOf; assumed: Assumed[] }
  | { what: 'name-changed'; name: NameKey; from: NameFields; to: NameFields }
  | { what: 'type-changed'; from: EntityType; to: EntityType }
  | { what: 'text-changed'; field: 'within' | 'note'; from?: Localized; to: Localized }
  | { what: 'point-changed'; from?: Point; to: Point }
);
export type NewChange = Change extends infer C ? (C extends { id: string } ? Omit<C, 'id'> : never) : never;

export interface Candidate {
  id: EntityId;
  /** Names of the file that this entity has, as written or but for marks and script. */
  shared: string[];
  /** What would change, were it this one. */
  changes: Change[];
  homonyms: Homonym[];
}

/** A name to add is another entity's already; without the change that adds it there is nothing to decide. */
export interface Homonym {
  code: 'homonym';
  /** Its id. */
  change: string;
  name: string;
  lang: Lang;
  others: EntityId[];
}

export type Conflict =
  /** The file's entity is not known by its id, or shares no name with the one that is: is it one of these? */
  | { code: 'same-as'; candidates: Candidate[] }
  | Homonym
  /** A new entity needs a type, and the file states none. */
  | { code: 'type-missing' };

export type Status = 'unchanged' | 'changed' | 'added' | 'conflict';

export interface PlanItem {
  /** Stands for this entity of the file in decisions. */
  key: string;
  status: Status;
  /** The entity that it is; of a new one, the id it would have; undefined while that is not known. */
  entity?: EntityId;
  isNew: boolean;
  /** What the file calls it. */
  name: string;
  type?: EntityType;
  changes: Change[];
  conflicts: Conflict[];
  remarks: Remark[];
  at: Place;
}

/** text-incomplete, category-differs: said in the file and not taken over; second-preferred: taken over, and the
 *  language then has two preferred names of one form. */
export interface Remark {
  code: 'text-incomplete' | 'category-differs' | 'second-preferred';
  params: Params;
}

export interface ImportPlan {
  items: PlanItem[];
  /** Sources that the changes cite and the library does not have. */
  sources: Source[];
}

/** What a person decides of one entity of the file. Without a decision, conflicts stay as they are and the rest is
 *  done. */
export interface Decision {
  /** One of the candidates, or a new entity. */
  as?: EntityId | 'new';
  /** For a new entity. */
  type?: EntityType;
  /** Add names that are another entity's too. */
  keepHomonyms?: boolean;
  skip?: boolean;
  /** Ids of changes that are not wanted. */
  without?: string[];
}
export type Decisions = Readonly<Record<string, Decision>>;

export interface Applied {
  entities: EntitySource[];
  sources: Source[];
  /** Ids of entities that were added or changed. */
  added: EntityId[];
  changed: EntityId[];
  /** Keys of items that somebody still has to decide. */
  undecided: string[];
}
