/**
 * How values cross between a page and the main process: cloned structurally, as Electron's IPC does, and written as text.
 * Runs on both sides.
 */
import { parse, stringify } from 'devalue';

export const NOT_CLONED = 'An object could not be cloned.';

/** A clone of an error is one of these, whatever it was. */
const ERRORS = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

interface WrittenError {
  name: keyof typeof ERRORS;
  message: string;
  stack: string | undefined;
  cause?: unknown;
}

const REDUCERS = {
  Error: (value: unknown): WrittenError | false =>
    value instanceof Error && {
      name: value.name in ERRORS ? (value.name as keyof typeof ERRORS) : 'Error',
      message: value.message,
      stack: value.stack,
      ...('cause' in value && { cause: value.cause }),
    },
};

const REVIVERS = {
  Error({ name, message, stack, ...rest }: WrittenError): Error {
    const error = new ERRORS[name](message, rest);
    Object.defineProperty(error, 'stack', { value: stack, configurable: true, writable: true });
    return error;
  },
};

/** @throws Error NOT_CLONED, for what Electron's IPC does not carry: functions, symbols, proxies, things of the DOM */
export function encode(value: unknown): string {
  try {
    return stringify(structuredClone(value), REDUCERS);
  } catch (cause) {
    throw new Error(NOT_CLONED, { cause });
  }
}

export function decode(text: string): unknown {
  return parse(text, REVIVERS);
}
