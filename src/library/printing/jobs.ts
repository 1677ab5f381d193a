/** What windows have begun and may stop, each under a name that its window made. */

interface Cancelled {
  state: 'cancelled';
}

export interface Jobs {
  /** Runs `work` under a name; the signal aborts when it is stopped, and then it was cancelled, or when `gone` does. */
  run<T>(
    job: string | undefined,
    work: (signal: AbortSignal) => Promise<T>,
    gone?: AbortSignal,
  ): Promise<T | Cancelled>;
  stop(job: string): void;
}

/** Why work ended that was stopped. */
class Stopped extends Error {
  constructor() {
    super('stopped');
  }
}

export function createJobs(): Jobs {
  const running = new Map<string, AbortController>();
  return {
    async run(job, work, gone) {
      const controller = new AbortController();
      if (job !== undefined) running.set(job, controller);
      try {
        return await work(gone ? AbortSignal.any([controller.signal, gone]) : controller.signal);
      } catch (error) {
        if (error instanceof Stopped) return { state: 'cancelled' };
        throw error;
      } finally {
        if (job !== undefined && running.get(job) === controller) running.delete(job);
      }
    },
    stop: (job) => running.get(job)?.abort(new Stopped()),
  };
}
