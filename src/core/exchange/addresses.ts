/** Ids as addresses, which some formats ask for, and the way back. */
import { entityIdSchema } from '../../shared/domain';

export const DEFAULT_BASE = 'urn:x-paralel:';

/** One of our ids, where the address ends in one; another program's address is its id whole. */
export function idInAddress(address: string): string {
  const last = entityIdSchema.safeParse(/[^:/#]*$/.exec(address)?.[0]);
  return last.data ?? address;
}
