/** What a sandboxed preload script finds: Electron's docs/tutorial/sandbox.md lists it. */

type Listener = (...args: unknown[]) => unknown;

/** Node's, as far as a preload script uses it. */
export class EventEmitter {
  readonly #listeners = new Map<string, { listener: Listener; once: boolean }[]>();

  on(event: string, listener: Listener, once = false): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), { listener, once }]);
    return this;
  }
  addListener(event: string, listener: Listener): this {
    return this.on(event, listener);
  }
  once(event: string, listener: Listener): this {
    return this.on(event, listener, true);
  }
  off(event: string, listener: Listener): this {
    const left = (this.#listeners.get(event) ?? []).filter((entry) => entry.listener !== listener);
    this.#listeners.set(event, left);
    return this;
  }
  removeListener(event: string, listener: Listener): this {
    return this.off(event, listener);
  }
  removeAllListeners(event?: string): this {
    if (event === undefined) this.#listeners.clear();
    else this.#listeners.delete(event);
    return this;
  }
  listenerCount(event: string): number {
    return this.#listeners.get(event)?.length ?? 0;
  }
  emit(event: string, ...args: unknown[]): boolean {
    const entries = this.#listeners.get(event) ?? [];
    for (const { listener, once } of entries) {
      if (once) this.off(event, listener);
      listener.apply(this, args);
    }
    return entries.length > 0;
  }
}

const TIMERS = { setTimeout, setInterval, clearTimeout, clearInterval };

/** What is not there says so: a gap of the double is not a gap of Electron. */
export function only<T extends object>(name: string, has: T): T {
  return new Proxy(has, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value === 'function') return value.bind(target) as unknown;
      if (typeof key === 'symbol' || key in target || key === 'then' || key === 'toJSON') return value;
      throw new Error(`The double has no ${name}.${key}`);
    },
  });
}

/** Only Electron's own half and three small modules; everything else of Node is out of reach (checklist, 4). */
export function sandboxedRequire(electron: object): (name: string) => unknown {
  const modules: Record<string, unknown> = {
    electron,
    'electron/renderer': electron,
    events: Object.assign(EventEmitter, { EventEmitter }),
    timers: TIMERS,
    url: { URL, URLSearchParams },
  };
  return (name) => {
    const plain = name.replace(/^node:/u, '');
    if (plain in modules) return modules[plain];
    throw new Error(`module not found: ${name}`);
  };
}
