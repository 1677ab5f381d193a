/** Answers calls of the contract, whatever carries them: checks the method, the input and the output. */
import type { z } from 'zod';
import { contract, type Method, type Output } from './contract';
import { AppError, type ErrorReport, toReport } from './errors';

export type Answer<M extends Method = Method> =
  { ok: true; value: Output<M> } | { ok: false; error: ErrorReport };

export type Handlers<M extends Method> = {
  [K in M]: (input: z.output<(typeof contract)[K]['input']>) => Output<K> | Promise<Output<K>>;
};

export type Router = (method: string, input: unknown) => Promise<Answer>;

export interface RouterOptions {
  /** Told of errors that have no code of ours, for the log. */
  onUnforeseen?: ((error: unknown) => void) | undefined;
  /** Gives what handlers throw a code, where it knows one; else returns it as it came. */
  explain?: (error: unknown) => unknown;
}

/** Never rejects. Both edges are parsed, so what leaves is plain data that any carrier can clone. */
export function createRouter<M extends Method>(handlers: Handlers<M>, options: RouterOptions = {}): Router {
  const { onUnforeseen, explain = (error) => error } = options;
  return async (method, input) => {
    try {
      if (!Object.hasOwn(handlers, method))
        throw new AppError('call.unknown', { method: String(method).slice(0, 80) });
      const known = method as M;
      const parsed = contract[known].input.safeParse(input);
      if (!parsed.success)
        throw new AppError('call.invalid', { method: known, detail: issuesOf(parsed.error) });
      const handle = handlers[known] as (input: unknown) => unknown;
      const value = contract[known].output.parse(await handle(parsed.data)) as Output<M>;
      return { ok: true, value };
    } catch (thrown) {
      const error = explain(thrown);
      if (!(error instanceof AppError)) onUnforeseen?.(error);
      return { ok: false, error: toReport(error) };
    }
  };
}

/** The first few things wrong, each with where it is. A message repeats what it was given, however long that is. */
export function issuesOf(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`.slice(0, LONGEST_ISSUE))
    .join('; ');
}

const LONGEST_ISSUE = 300;
