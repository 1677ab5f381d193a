/** Every way of crashing that is tried. */
import type { Kind } from './bench.ts';
import { damaged } from './kinds/damaged.ts';
import { failedCalls } from './kinds/failed-calls.ts';
import { fullDisk } from './kinds/full-disk.ts';
import { killed } from './kinds/killed.ts';
import { interrupted } from './kinds/interrupted.ts';
import { tornLog } from './kinds/torn-log.ts';

export const KINDS: readonly Kind[] = [killed, fullDisk, failedCalls, tornLog, damaged, interrupted];
