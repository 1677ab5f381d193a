/** What is decided of an import's conflicts, in a file: `import names … --dry-run --json` prints what is open, and
 *  takes the same back with the answers filled in. */
import { z } from 'zod';
import {
  type ImportDecision,
  importDecisionSchema,
  type ImportPreview,
  type PlannedItem,
} from '../shared/contract';
import { readJson } from './files';

type Decisions = Record<string, ImportDecision>;

const { as, type, keepHomonyms, skip, without } = importDecisionSchema.shape;

const orNull = <T extends z.ZodType>(answer: T) => answer.nullable().transform((given) => given ?? undefined);

/** With what a person needs to answer beside it, and null where they have not. */
const givenSchema = z
  .strictObject({
    as: orNull(as),
    type: orNull(type),
    keepHomonyms: orNull(keepHomonyms),
    skip: orNull(skip),
    without: orNull(without),
    name: z.unknown().optional(),
    choices: z.unknown().optional(),
  })
  .transform(({ name: _, choices: __, ...answers }): ImportDecision => answers);
const decisionsSchema = z.record(z.string(), givenSchema);
const printedSchema = z.looseObject({ decisions: decisionsSchema }).transform(({ decisions }) => decisions);

export const DECISIONS_HELP = `
Decisions: what --dry-run calls “to be decided” stays out until --decisions answers it, by the keys that are shown:
  {
    "1": { "as": "pl-drenas" },             it is this record of the library, which gets the names
    "2": { "as": "new", "type": "village" },  it is a record of its own; its type, if the file states none
    "3": { "keepHomonyms": true },          its names are added although another record has them too
    "4": { "skip": true },                  it is left out
    "5": { "without": ["5.2"] }             this change is left out
  }
--dry-run --json prints under “decisions” all that is open; fill in what is null, and give the whole file back.`;

/** @throws RangeError, which is told as misuse */
export function readDecisions(path: string): Decisions {
  const given = readJson(path);
  const isPrinted = typeof given === 'object' && given !== null && 'decisions' in given;
  const parsed = (isPrinted ? printedSchema : decisionsSchema).safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = (issue?.path ?? []).filter((part) => part !== 'decisions').map((part) => `“${String(part)}”`);
  throw new RangeError(
    `“${path}” holds no decisions: ${[...at, issue?.message ?? ''].join(': ')}. ` +
      'They look like {"3": {"type": "village"}}; import names --help says what else.',
  );
}

/** That each answers something the file asks. @throws RangeError, which is told as misuse */
export function checkDecisions(decisions: Decisions, { counts, items }: ImportPreview): void {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const known = new Map(items.map((item) => [item.key, item]));
  for (const [key, { as: chosen }] of Object.entries(decisions)) {
    const number = Number(key);
    if (!Number.isInteger(number) || number < 1 || number > total)
      throw new RangeError(`The file has no record “${key}”; --dry-run shows the keys of those that it has.`);
    const item = known.get(key);
    if (item === undefined || chosen === undefined || chosen === 'new' || chosen === item.entity) continue;
    const candidates = candidatesOf(item);
    if (candidates.includes(chosen)) continue;
    throw new RangeError(
      candidates.length === 0
        ? `“${key}” (${item.name}) cannot be taken for “${chosen}”: the two have no name in common.`
        : `“${key}” (${item.name}) can be ${candidates.join(', ')} or new, and not “${chosen}”.`,
    );
  }
}

function candidatesOf({ conflicts }: PlannedItem): string[] {
  return conflicts.flatMap((conflict) =>
    conflict.code === 'same-as' ? conflict.candidates.map(({ id }) => id) : [],
  );
}

/** What is open, as `readDecisions` takes it. */
export function openDecisions(items: readonly PlannedItem[]): Record<string, object> {
  return Object.fromEntries(
    items.filter(({ status }) => status === 'conflict').map((item) => [item.key, questionOf(item)]),
  );
}

function questionOf(item: PlannedItem): object {
  const candidates = candidatesOf(item);
  const homonyms = item.conflicts.flatMap((conflict) => {
    if (conflict.code === 'homonym') return [conflict.change];
    return conflict.code === 'same-as'
      ? conflict.candidates.flatMap((one) => one.homonyms.map(({ change }) => change))
      : [];
  });
  const asksType = item.conflicts.some(({ code }) => code === 'type-missing');
  const choices = {
    ...(candidates.length > 0 && { as: [...candidates, 'new'] }),
    ...(homonyms.length > 0 && { keepHomonyms: [true], without: homonyms }),
  };
  return {
    name: item.name,
    ...(candidates.length > 0 && { as: null }),
    ...(asksType && { type: null }),
    ...(homonyms.length > 0 && { keepHomonyms: null }),
    ...(Object.keys(choices).length > 0 && { choices }),
  };
}

/** A line that says how to decide, by the first of what is open. */
export function decisionHint(open: readonly PlannedItem[]): string[] {
  const [first] = open;
  if (first === undefined) return [];
  const answer = JSON.stringify({ [first.key]: exampleFor(first) });
  const untyped = open.some(({ conflicts }) => conflicts.some(({ code }) => code === 'type-missing'));
  return [
    `decide with --decisions FILE.json, such as ${answer}${untyped ? ', or with --type for all without a type' : ''}; ` +
      '--help says more',
  ];
}

function exampleFor(item: PlannedItem): ImportDecision {
  const sameAs = item.conflicts.find(({ code }) => code === 'same-as');
  const candidate = sameAs?.code === 'same-as' ? sameAs.candidates[0] : undefined;
  if (candidate) return { as: candidate.id, ...(candidate.homonyms.length > 0 && { keepHomonyms: true }) };
  if (item.conflicts.some(({ code }) => code === 'type-missing')) return { type: 'village' };
  return { keepHomonyms: true };
}
