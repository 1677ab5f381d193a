/** The parts of a handout: which there are, where they stand and how they lie. */
import type { PartChoice } from '../../../shared/contract';
import { type Part, PARTS, type Scope, SCOPES_OF } from '../../../shared/handout-parts';

/** Put where a new handout would have it: before the first part that usually comes later. */
export function withPart(parts: readonly PartChoice[], part: Part): PartChoice[] {
  if (parts.some((one) => one.part === part)) return [...parts];
  const usual = PARTS.indexOf(part);
  const at = parts.findIndex((one) => PARTS.indexOf(one.part) > usual);
  return parts.toSpliced(at < 0 ? parts.length : at, 0, { part });
}

export function withoutPart(parts: readonly PartChoice[], part: Part): PartChoice[] {
  return parts.filter((one) => one.part !== part);
}

export function leftOut(parts: readonly PartChoice[]): Part[] {
  return PARTS.filter((part) => !parts.some((one) => one.part === part));
}

/** There is something to choose only where there are several articles. */
export function scopesOf(part: Part, articles: number): readonly Scope[] {
  const scopes = SCOPES_OF[part];
  return articles > 1 && scopes.length > 1 ? scopes : [];
}

export function scopeOf({ part, scope }: PartChoice): Scope {
  return scope ?? SCOPES_OF[part][0];
}

/** What is usual is not said. */
export function withScope(choice: PartChoice, scope: Scope): PartChoice {
  const { part, landscape } = choice;
  return { part, ...(scope !== SCOPES_OF[part][0] && { scope }), ...(landscape && { landscape }) };
}

export function turned({ part, scope, landscape }: PartChoice): PartChoice {
  return { part, ...(scope && { scope }), ...(!landscape && { landscape: true }) };
}

export function replaced(parts: readonly PartChoice[], choice: PartChoice): PartChoice[] {
  return parts.map((one) => (one.part === choice.part ? choice : one));
}
