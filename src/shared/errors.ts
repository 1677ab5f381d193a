/** An error has a code, a sentence for the person (in `locales/`), and a cause for the log. */
import en from '../../locales/en.json';

export type ErrorCode = keyof typeof en.errors;
export type ErrorParams = Record<string, string | number>;

/** What crosses a process boundary: no class, no stack. */
export interface ErrorReport {
  code: ErrorCode;
  params: ErrorParams;
  /** The sentence in English, for carriers without an interface language. */
  message: string;
}

/** What is told of an error that may be shown in another process: its sentence is made there. */
export type Reason = Pick<ErrorReport, 'code' | 'params'>;

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(en.errors, code);

/** Puts `params` into a message's `{placeholders}`; the same form that the window's messages use. */
export function fillIn(message: string, params: ErrorParams): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    options?: ErrorOptions,
  ) {
    super(fillIn(en.errors[code], params), options);
  }

  static fromReport(report: ErrorReport): AppError {
    return new AppError(report.code, report.params);
  }
}

/** Any thrown value as something to send; what we did not foresee becomes `internal`, with its own words kept. */
export function toReport(error: unknown): ErrorReport {
  const known =
    error instanceof AppError
      ? error
      : new AppError('internal', { detail: error instanceof Error ? error.message : String(error) });
  return { code: known.code, params: known.params, message: known.message };
}
