/** Why something failed, for a process that has the sentence in the reader's language. */
import { z } from 'zod';
import { type ErrorCode, isErrorCode } from './errors';

export const reasonSchema = z.strictObject({
  code: z.custom<ErrorCode>(isErrorCode),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
