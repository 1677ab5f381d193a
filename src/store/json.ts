/** JSON columns. The database checks that they are JSON; the schema, that they are ours. */
import { z } from 'zod';
import { citationSchema, localizedSchema } from '../shared/domain';

/** A JSON column that holds what the schema says. */
export const parsedJson = <T extends z.ZodType>(schema: T) =>
  z.string().transform((text, context) => parseInto(schema, text, context));

export const localizedJson = parsedJson(localizedSchema);
export const citationsJson = parsedJson(z.array(citationSchema));

function parseInto<T extends z.ZodType>(schema: T, text: string, context: z.RefinementCtx): z.output<T> {
  let reason: string;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    reason = parsed.error.message;
  } catch (error) {
    reason = String(error);
  }
  context.addIssue({ code: 'custom', message: reason });
  return z.NEVER;
}

/** A value for a nullable JSON column. */
export function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
