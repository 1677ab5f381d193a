/** What a reader chooses of each entity of a file, and what would come of it. Nothing is chosen before they do. */
import type { ImportDecision, PlannedChange, PlannedItem } from '../../../shared/contract';

type Conflict = PlannedItem['conflicts'][number];
export type SameAs = Extract<Conflict, { code: 'same-as' }>;
export type Homonym = Extract<Conflict, { code: 'homonym' }>;

export interface Choice {
  as?: ImportDecision['as'];
  type?: ImportDecision['type'];
  /** Of each name that is another's too, by the change that adds it. */
  homonyms: Readonly<Record<string, 'keep' | 'leave'>>;
  /** Ids of changes that are not wanted. */
  without: readonly string[];
  isSkipped: boolean;
}

export type Choices = ReadonlyMap<string, Choice>;

export const NOTHING_CHOSEN: Choice = { homonyms: {}, without: [], isSkipped: false };

/** How an item stands with a choice: the questions that are still open, and what would be done. */
export interface Step {
  sameAs: SameAs | undefined;
  /** It is one of Paralel's, or a new one, or that is not told yet. */
  target: NonNullable<ImportDecision['as']> | undefined;
  homonyms: readonly Homonym[];
  asksType: boolean;
  changes: readonly PlannedChange[];
}

export function stepOf(item: PlannedItem, choice: Choice): Step {
  const sameAs = item.conflicts.find((conflict): conflict is SameAs => conflict.code === 'same-as');
  const target = sameAs ? choice.as : item.isNew ? 'new' : item.entity;
  if (target === undefined) return { sameAs, target, homonyms: [], asksType: false, changes: [] };
  const candidate = sameAs?.candidates.find(({ id }) => id === target);
  if (candidate) return { sameAs, target, asksType: false, ...candidate };
  return {
    sameAs,
    target,
    homonyms: item.conflicts.filter((conflict): conflict is Homonym => conflict.code === 'homonym'),
    asksType: item.isNew && item.conflicts.some(({ code }) => code === 'type-missing'),
    changes: item.changes,
  };
}

export type Effect = 'added' | 'changed' | 'undecided' | 'left';

/** As the library will see it; it asks the same questions. */
export function effectOf(item: PlannedItem, choice: Choice): Effect {
  if (choice.isSkipped) return 'left';
  const step = stepOf(item, choice);
  if (step.target === undefined || hasOpenHomonym(step, choice)) return 'undecided';
  if (step.asksType && choice.type === undefined) return 'undecided';
  const left = new Set(leftOut(step, choice));
  const wanted = step.changes.filter(({ id }) => !left.has(id));
  if (step.target === 'new') return wanted.some(({ what }) => what === 'name-added') ? 'added' : 'left';
  return wanted.length > 0 ? 'changed' : 'left';
}

function leftOut({ homonyms }: Step, choice: Choice): string[] {
  const names = homonyms.filter(({ change }) => choice.homonyms[change] === 'leave');
  return [...choice.without, ...names.map(({ change }) => change)];
}

function hasOpenHomonym({ homonyms }: Step, choice: Choice): boolean {
  return homonyms.some(
    ({ change }) => choice.homonyms[change] === undefined && !choice.without.includes(change),
  );
}

export function decisionOf(item: PlannedItem, choice: Choice): ImportDecision {
  if (choice.isSkipped) return { skip: true };
  const step = stepOf(item, choice);
  const without = leftOut(step, choice);
  return {
    ...(step.sameAs && choice.as !== undefined && { as: choice.as }),
    ...(step.asksType && choice.type !== undefined && { type: choice.type }),
    // One answer for all of an item's names: given when each has been answered.
    ...(step.homonyms.length > 0 && !hasOpenHomonym(step, choice) && { keepHomonyms: true }),
    ...(without.length > 0 && { without }),
  };
}

/** Of those that were chosen of; the others go by the plan. */
export function decisionsOf(items: readonly PlannedItem[], choices: Choices): Record<string, ImportDecision> {
  return Object.fromEntries(
    items.flatMap((item) => {
      const choice = choices.get(item.key);
      return choice ? [[item.key, decisionOf(item, choice)]] : [];
    }),
  );
}

export function tally(items: readonly PlannedItem[], choices: Choices): Record<Effect, number> {
  const counts = { added: 0, changed: 0, undecided: 0, left: 0 };
  for (const item of items) counts[effectOf(item, choices.get(item.key) ?? NOTHING_CHOSEN)] += 1;
  return counts;
}

/** A new plan may number its changes anew: what was chosen holds for items that are the same as they were. */
export function stillChosen(
  before: readonly PlannedItem[],
  after: readonly PlannedItem[],
  choices: Choices,
): Map<string, Choice> {
  const known = new Map(before.map((item) => [item.key, item]));
  return new Map(
    after.flatMap((item) => {
      const choice = choices.get(item.key);
      const isSame = choice && JSON.stringify(known.get(item.key)) === JSON.stringify(item);
      return isSame ? [[item.key, choice]] : [];
    }),
  );
}
