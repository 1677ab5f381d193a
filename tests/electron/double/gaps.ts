/** No gap is silent: what the double does not have of Electron throws where it is used. */
import { EventEmitter } from 'node:events';

/** Looked up by Node and by test libraries on anything; Electron does not have them either. */
const NOBODY_S = new Set([
  'then',
  'toJSON',
  'inspect',
  'constructor',
  'asymmetricMatch',
  'nodeType',
  '$$typeof',
  'domain',
]);

function refuse(name: string): ProxyHandler<object> {
  return {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || NOBODY_S.has(key))
        return Reflect.get(target, key, receiver);
      throw new Error(`The double has no ${name}.${key}`);
    },
  };
}

/** For a module's object, and for a class's static members. */
export function only<T extends object>(name: string, has: T): T {
  return new Proxy(has, refuse(name)) as T;
}

/** For what is not there at all. */
export function missing(name: string): object {
  return new Proxy(function () {}, {
    get: (_target, key) => {
      if (typeof key === 'symbol' || NOBODY_S.has(key)) return undefined;
      throw new Error(`The double has no ${name}.${key}`);
    },
    construct: () => {
      throw new Error(`The double has no ${name}`);
    },
  });
}

/** For the instances of a class: a look-up that finds nothing on the way ends here. */
export function onlyInstances(name: string, type: { prototype: object }): void {
  const parent = Object.getPrototypeOf(type.prototype) as object;
  Object.setPrototypeOf(type.prototype, new Proxy(parent, refuse(name)));
}

/** Of Electron's events, those that the double emits, and those that a test emits in its place. */
export class Emitter extends EventEmitter {
  constructor(name: string, events: readonly string[]) {
    super();
    this.setMaxListeners(0);
    const known = new Set([...events, 'newListener', 'removeListener', 'error']);
    this.on('newListener', (event: string | symbol) => {
      if (typeof event === 'string' && !known.has(event))
        throw new Error(`The double has no event '${event}' of ${name}`);
    });
  }
}

/** The first argument of most of Electron's listeners. */
export class PreventableEvent {
  defaultPrevented = false;
  /** To be able to pass `preventDefault` on by itself, as listeners may. */
  readonly preventDefault = (): void => {
    this.defaultPrevented = true;
  };

  static with<Details extends object>(details: Details): PreventableEvent & Details {
    return Object.assign(new PreventableEvent(), details);
  }
}

/**
 * What the double made, where Electron's own type is expected. The one place where this is said: its parts are typed
 * against Electron's declarations one by one, and what is left out throws.
 */
export function asElectron<T>(made: object | null): T {
  return made as T;
}

/** A window or a page that is no more: Electron throws at whoever still speaks to it. @param still what may be asked */
export function destroyed(object: object, still: readonly string[]): void {
  const may = (key: string | symbol): boolean =>
    typeof key === 'symbol' || still.includes(key) || key in EventEmitter.prototype || NOBODY_S.has(key);
  const fail = (): never => {
    throw new TypeError('Object has been destroyed');
  };
  for (const key of Object.keys(object))
    if (!may(key) && typeof Reflect.get(object, key) === 'function')
      Object.defineProperty(object, key, { get: fail, configurable: true });
  const kind = Object.getPrototypeOf(object) as object;
  Object.setPrototypeOf(
    object,
    new Proxy(kind, {
      get: (target, key, receiver) => (may(key) ? (Reflect.get(target, key, receiver) as unknown) : fail()),
    }),
  );
}
