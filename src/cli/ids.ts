/** Ids from the command line. */
import type { z } from 'zod';

/**
 * For a commander argument.
 * @param expected what an id of this kind is like, where the schema does not say it to people
 * @throws RangeError, which is told as misuse
 */
export function parseId<T extends z.ZodType<string, string>>(
  schema: T,
  expected?: string,
): (value: string) => z.output<T> {
  return (value) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new RangeError(`“${value}” is not an id: ${expected ?? parsed.error.issues[0]?.message ?? ''}.`);
  };
}
