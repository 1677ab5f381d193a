/** So much at once, so many waiting, and a sentence for the rest: a room of readers must not exhaust the machine. */
import { AppError } from '../shared/errors';

export interface QueueLimits {
  atOnce: number;
  waiting: number;
}

/**
 * Who stops waiting leaves the queue. What has begun is not interrupted here.
 * @throws AppError 'host.busy'; what `work` throws; the signal's reason
 */
export type Queue = <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

export function createQueue({ atOnce, waiting }: QueueLimits): Queue {
  let running = 0;
  const line: (() => void)[] = [];

  function turn(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (line.length >= waiting) throw new AppError('host.busy');
    return new Promise((resolve, reject) => {
      line.push(resolve);
      signal?.addEventListener('abort', () => {
        const place = line.indexOf(resolve);
        if (place < 0) return;
        line.splice(place, 1);
        reject(signal.reason as Error);
      });
    });
  }

  return async (work, signal) => {
    // Whose turn it is takes the place of the one that has finished, so that nobody slips in between.
    if (running >= atOnce) await turn(signal);
    else running += 1;
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
