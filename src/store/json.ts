/** JSON columns. The database checks that they are JSON; the schema, that they are ours. */
import { z } from 'zod';
import { citationSchema, localizedSchema } from '../shared/domain';

export const localizedJson = z
  .string()
  .transform((text, context) => parseInto(localizedSchema, text, context));
export const citationsJson = z
  .string()
  .transform((text, context) => parseInto(z.array(citationSchema), text, context));

function parseInto<T extends z.ZodType>(schema: T, text: string, context: z.RefinementCtx): z.output<T> {
  const parsed = schema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  context.addIssue({ code: 'custom', message: parsed.error.message });
  return z.NEVER;
}

/** A value for a nullable JSON column. */
export function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
