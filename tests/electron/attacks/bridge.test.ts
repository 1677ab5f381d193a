/** Checklist, 3, 4 and 20: the bridge is all that a page has of us, and a page cannot get behind it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { attack, devTools, reload, settle } from './attacked';
import { channelsOf, receivedCalls, recordCalls } from './main-side';

const attacked = attack();
beforeAll(() => recordCalls(attacked.desktop));

describe('the bridge', () => {
  it('has two functions, and cannot be changed', async () => {
    const bridge = await attacked.page.evaluate(() => {
      'use strict';
      const attempt = (change: () => void): string => {
        try {
          change();
          return 'changed';
        } catch {
          return 'refused';
        }
      };
      const page = window as unknown as Record<string, unknown> & { paralel: Record<string, unknown> };
      const { paralel } = page;
      return {
        has: Reflect.ownKeys(paralel).map((key) => [key, typeof paralel[key as string]]),
        inherits: Reflect.getPrototypeOf(paralel) === Object.prototype,
        isFrozen: Object.isFrozen(paralel),
        property: Object.getOwnPropertyDescriptor(window, 'paralel')?.configurable,
        changes: [
          attempt(() => (paralel['call'] = () => {})),
          attempt(() => (paralel['more'] = 1)),
          attempt(() => delete paralel['onEvent']),
          attempt(() => (page['paralel'] = {} as never)),
          attempt(() => Object.defineProperty(window, 'paralel', { value: {} })),
          attempt(() => Object.setPrototypeOf(paralel, {})),
        ],
      };
    });
    expect(bridge).toEqual({
      has: [
        ['call', 'function'],
        ['onEvent', 'function'],
      ],
      inherits: true,
      isFrozen: true,
      property: false,
      changes: Array(6).fill('refused'),
    });
  });

  it('leads to one channel, and nothing else is listened to', async () => {
    expect(await channelsOf(attacked.desktop)).toEqual({ invoked: ['call'], heard: [] });
  });

  it('hands on a method and an input, whatever else it is given', async () => {
    await receivedCalls(attacked.desktop);
    await attacked.page.evaluate(() => {
      const call = window.paralel?.call as unknown as (...args: unknown[]) => Promise<unknown>;
      return call.call({ method: 'x' }, 'settings.get', {}, 'more', { channel: 'event' });
    });
    expect(await receivedCalls(attacked.desktop)).toEqual(["[ 'settings.get', {} ]"]);
  });

  it('gives a page nothing of the world behind it', async () => {
    const leaked = await attacked.page.evaluate(async () => {
      const found: unknown[] = [];
      const { paralel } = window as unknown as { paralel: { call: (...args: unknown[]) => Promise<unknown>; onEvent: unknown } };
      const strange = (what: string, value: unknown): void => {
        if ((typeof value === 'object' && value !== null && !(value instanceof Object)) || (typeof value === 'function' && !(value instanceof Function)))
          found.push(what);
      };
      strange('call', paralel.call);
      strange('onEvent', paralel.onEvent);
      const promise = paralel.call('settings.get', {});
      strange('promise', promise);
      const answer = (await promise) as { value: unknown };
      strange('answer', answer);
      strange('value', answer.value);
      const error: unknown = await paralel.call('settings.get', () => {}).catch((reason: unknown) => reason);
      strange('error', error);
      // Who called, as V8 tells it.
      const { prepareStackTrace } = Error;
      Error.prepareStackTrace = (_error, sites) => sites.flatMap((site) => [site.getThis(), site.getFunction()]);
      const input = { get id() { (new Error().stack as unknown as unknown[]).forEach((value) => strange('stack', value)); return 'x'; } };
      await paralel.call('articles.get', input).catch(() => {});
      Error.prepareStackTrace = prepareStackTrace;
      return found;
    }); // prettier-ignore
    expect(leaked).toEqual([]);
  });
});

/** Runs in the page: everything that code of ours might lean on is another's. */
function pollute(): void {
  const evil = function (this: unknown): never {
    throw new Error('polluted');
  };
  const names = [
    'map',
    'forEach',
    'filter',
    'push',
    'slice',
    'join',
    'includes',
    'flatMap',
    'find',
    'concat',
    'reduce',
  ] as const;
  for (const name of names) Object.defineProperty(Array.prototype, name, { value: evil });
  Object.assign(JSON, { parse: evil, stringify: () => '{"welcomed":false}' });
  Object.assign(Promise.prototype, { catch: evil, finally: evil });
  Object.assign(Function.prototype, { call: evil, apply: evil, bind: evil });
  Object.assign(Reflect, { apply: evil, get: evil, ownKeys: evil });
  Object.assign(Object, { keys: evil, entries: evil, assign: evil });
  Object.assign(String.prototype, { startsWith: () => true, slice: evil });
  Object.assign(globalThis, { structuredClone: evil, Map: evil, Set: evil, Proxy: evil });
  for (const name of ['method', 'input', 'id', 'channel', 'kind', 'args', 'theme', 'toJSON', 'senderFrame'])
    Object.defineProperty(Object.prototype, name, {
      get: () => 'polluted',
      set: () => {},
      configurable: true,
    });
  Object.defineProperty(Array.prototype, Symbol.iterator, { value: evil });
}

/** The page’s two worlds, as the engine’s own tools find them: Playwright’s would lean on what is polluted. */
async function openWorlds() {
  const session = await devTools(attacked.page);
  const worlds: { id: number; name: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => void worlds.push(context));
  session.on('Runtime.executionContextsCleared', () => void worlds.splice(0));
  await session.send('Runtime.enable');
  await session.send('Page.enable');
  const run = async (expression: string, contextId?: number): Promise<unknown> => {
    const where = contextId === undefined ? {} : { contextId };
    const { result } = await session.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
      ...where,
    });
    return result.value;
  };
  return {
    session,
    inPage: (expression: string) => run(expression),
    inPreload(expression: string) {
      const world = worlds.findLast(({ name }) => name === 'Electron Isolated Context');
      if (!world) throw new Error('The preload script has no world of its own');
      return run(expression, world.id);
    },
  };
}

const POLLUTE = `(${String(pollute)})()`;
const INTACT = `[
  String(Array.prototype.map), String(Array.prototype[Symbol.iterator]), String(JSON.stringify), String(Promise.prototype.catch),
  String(Function.prototype.call), String(structuredClone), String(Object.keys), String(Reflect.apply),
].every((text) => text.includes('[native code]')) && {}.method === undefined && {}.toJSON === undefined`;

describe('a page that puts its own in place of the language’s', () => {
  it.each([
    ['after the bridge was there', false],
    ['before any other script', true],
  ])('changes nothing behind the bridge: %s', async (_when, isEarly) => {
    const { session, inPage, inPreload } = await openWorlds();
    if (isEarly) {
      await session.send('Page.addScriptToEvaluateOnNewDocument', { source: POLLUTE });
      await attacked.page.reload();
    } else await inPage(POLLUTE);
    expect(await inPage(INTACT)).toBe(false);
    expect(await inPreload(INTACT)).toBe(true);
    expect(await inPreload('typeof window.paralel')).toBe('undefined');

    await receivedCalls(attacked.desktop);
    await inPage(`void paralel.call('settings.set', { textSize: 'large' }).then(() => {}, () => {})`);
    await settle(attacked.page);
    // The page may have broken its own end. What arrives is what was called, or nothing.
    const arrived = (await receivedCalls(attacked.desktop)).filter((call) => call.includes('settings'));
    expect(arrived.filter((call) => call !== "[ 'settings.set', { textSize: 'large' } ]")).toEqual([]);
    await session.detach();
    await reload(attacked.desktop, attacked.page);
  });
});
