/** What may have been meant, and why. */
import type { Suggestion } from '../shared/contract';

export function suggestionText({ text, reasons }: Suggestion): string {
  return reasons.length === 0 ? text : `${text} (${reasons.join(', ')})`;
}
