/** Takes away what earlier starts have left. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { LEFTOVERS } from './policies/leftovers';

/**
 * To be called by the one program that has the folder, before Chromium opens anything in it.
 * @param onFailure told of what stays; the program goes on
 */
export function removeLeftovers(folder: string, onFailure: (error: unknown) => void): void {
  for (const name of LEFTOVERS) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch (error) {
      onFailure(error);
    }
  }
}
