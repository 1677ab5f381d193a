/** The forms in which names stand in a text. */
import type { EntityId, RichText } from '../../shared/domain';

/** The distinct forms of each entity, in the order of first mention. */
export function formsInText(texts: readonly Pick<RichText, 'mentions'>[]): Map<EntityId, string[]> {
  const forms = new Map<EntityId, Map<string, string>>();
  for (const { entity, text } of texts.flatMap(({ mentions }) => mentions)) {
    const known = forms.get(entity) ?? new Map<string, string>();
    forms.set(
      entity,
      known.set(text.toLowerCase(), withFewerCapitals(known.get(text.toLowerCase()) ?? text, text)),
    );
  }
  return new Map([...forms].map(([entity, known]) => [entity, [...known.values()]]));
}

/** “Government forces” at the head of a sentence is no form of its own beside “government forces”. */
function withFewerCapitals(a: string, b: string): string {
  const capitals = (text: string) =>
    Array.from(text).filter((letter) => letter !== letter.toLowerCase()).length;
  return capitals(b) < capitals(a) ? b : a;
}
