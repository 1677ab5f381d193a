/** Keeps what is being built, a while after the last change: one save at a time, and the latest goes next. */
export const KEEPS_AFTER_MS = 1000;

export interface KeeperHooks<T> {
  save: (value: T) => Promise<unknown>;
  /** Nothing is kept in a reading room or in private; asked when it would be. */
  mayKeep: () => boolean;
  tell: (error: unknown) => void;
}

export function draftKeeper<T>({ save, mayKeep, tell }: KeeperHooks<T>) {
  let waiting: { value: T } | undefined;
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    while (waiting) {
      const { value } = waiting;
      waiting = undefined;
      if (!mayKeep()) continue;
      try {
        await save(value);
      } catch (error) {
        waiting ??= { value };
        throw error;
      }
    }
  }

  function start(): Promise<void> {
    clearTimeout(timer);
    return (running ??= run().finally(() => (running = undefined)));
  }

  return {
    change(value: T): void {
      waiting = { value };
      clearTimeout(timer);
      timer = setTimeout(() => void start().catch(tell), KEEPS_AFTER_MS);
    },
    /** @throws what hindered it */
    finish: start,
    /** What waits is no longer to be kept. */
    drop(): void {
      waiting = undefined;
      clearTimeout(timer);
    },
  };
}
