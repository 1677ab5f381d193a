/** Ids from the command line. */
import type { z } from 'zod';

/** For a commander argument. @throws RangeError, which is told as misuse */
export function parseId<T extends z.ZodType<string, string>>(schema: T): (value: string) => z.output<T> {
  return (value) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new RangeError(`“${value}” is not an id: ${parsed.error.issues[0]?.message ?? ''}.`);
  };
}
