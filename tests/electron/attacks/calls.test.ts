/** Checklist, 17: what is called. Whatever a page sends, it gets a report, learns nothing of the machine, and harms nobody. */
import { beforeAll, describe, expect, it } from 'vitest';
import { attack } from './attacked';
import { receivedCalls, recordCalls } from './main-side';

const attacked = attack();
beforeAll(() => recordCalls(attacked.desktop));

interface Outcome {
  /** An error's code, `ok`, or `thrown` where the bridge itself did not take it. */
  code: string;
  text: string;
}

/** Makes the calls that `make` returns, in the page. Its text is sent: what it makes need not be fit to be cloned. */
async function callWith(make: () => unknown[][]): Promise<Outcome[]> {
  return attacked.page.evaluate(async (text) => {
    const made = (0, eval)(`(${text})`) as () => unknown[][];
    const call = window.paralel?.call as (
      ...args: unknown[]
    ) => Promise<{ ok: boolean; error?: { code: string } }>;
    const outcomes = made().map(async (args): Promise<Outcome> => {
      try {
        const answer = await call(...args);
        return { code: answer.ok ? 'ok' : String(answer.error?.code), text: JSON.stringify(answer) };
      } catch (error) {
        return { code: 'thrown', text: String(error) };
      }
    });
    return Promise.all(outcomes);
  }, String(make));
}

/** Nothing of where we lie on the disk, of what we are made of, or of how a call went wrong inside. */
function expectDiscreet(outcomes: readonly Outcome[]): void {
  for (const { code, text } of outcomes) {
    expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|\.[cm]?[jt]s\b|file:|Error invoking/u);
    // What is thrown is the bridge’s own.
    if (code !== 'thrown') expect(text).not.toMatch(/(?:Type|Range|Sqlite)Error/u);
    for (const folder of [attacked.home.library, attacked.desktop.userData, process.cwd()])
      expect(text).not.toContain(folder);
    expect(text.length).toBeLessThan(2_000);
  }
  expect(attacked.desktop.output()).not.toMatch(
    /Error occurred in handler|Uncaught|Unhandled|at .+:\d+:\d+/u,
  );
}

async function expectRefused(make: () => unknown[][], codes: readonly string[]): Promise<void> {
  const outcomes = await callWith(make);
  expectDiscreet(outcomes);
  expect(outcomes.map(({ code }) => code).filter((code) => !codes.includes(code))).toEqual([]);
}

describe('a call', () => {
  it('of no method that there is is refused', () =>
    expectRefused(
      () =>
        [
          '', ' ', 'settings', 'settings.get ', 'SETTINGS.GET', 'settings.get\0', 'settings.constructor', 'shell.', 'shell.constructor',
          'shell.__proto__', '__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', '../settings.get', 'event', 'call',
          'ELECTRON_BROWSER_REQUIRE', 'shell.openExternal', 'x'.repeat(100_000), '\u202e\uD800',
        ].map((method) => [method, {}]),
      ['call.unknown'],
    )); // prettier-ignore

  it('whose method is no text is refused', () =>
    expectRefused(() => {
      let nested: unknown = [];
      for (let i = 0; i < 900; i += 1) nested = [nested];
      return [
        [], [undefined], [null], [0], [true], [1n], [['settings.get']], [{ toString: null, valueOf: null }], [{}], [new Date()],
        [nested, {}], [new Map([['a', 1]]), {}], [new Error('x'), {}], [new Uint8Array(9), {}],
      ];
    }, ['call.unknown'])); // prettier-ignore

  it('with arguments of a wrong shape is refused', () =>
    expectRefused(() => {
      const cyclic: Record<string, unknown> = {};
      cyclic['self'] = cyclic;
      const inputs = [undefined, null, 0, '', 'x', true, 1n, NaN, [], [{}], new Date(), new Map(), new Set([1]), /x/u, new Error('x'),
        new ArrayBuffer(8), { id: {} }, { id: 'izbica-massacre' }, { id: 'izbica-massacre', lang: 'de' }, { id: '../../etc', lang: 'en' },
        { id: 'izbica-massacre', lang: 'en', more: 1 }, JSON.parse('{"id":"izbica-massacre","lang":"en","__proto__":{"x":1}}'), cyclic,
        { id: "x' OR 1=1 --", lang: 'en' }, { id: 'izbica-massacre\0', lang: 'en' }];
      return ['articles.get', 'shell.open-outside', 'shell.print', 'settings.set', 'names.get', 'reading.keep'].flatMap((method) =>
        inputs
          // Settings that change nothing are no mistake.
          .filter((input) => method !== 'settings.set' || typeof input !== 'object' || Array.isArray(input) || input === null)
          .map((input) => [method, input]));
    // Before it arrives or after: how a key of that name is copied is the carrier's own affair.
    }, ['call.invalid', 'thrown'])); // prettier-ignore

  // A schema would go through all that is in it, and complain of every part.
  it('with what is more than plain data is refused without a closer look', async () => {
    const outcomes = await callWith(() =>
      [[], [{}], new Date(), new Map(), new Set([1]), new Uint8Array(9), new ArrayBuffer(9), /x/u, new Error('x'), 'x', 1].map(
        (input) => ['articles.get', input],
      ),
    ); // prettier-ignore
    expectDiscreet(outcomes);
    expect(outcomes.map(({ code }) => code)).toEqual(outcomes.map(() => 'call.invalid'));
    for (const { text } of outcomes) expect(text).toContain('the input is no plain object');
  });

  it('with what cannot be copied never arrives', async () => {
    await receivedCalls(attacked.desktop);
    await expectRefused(() => {
      const getter = { get id(): string { throw new Error('mine'); } };
      return [() => 1, { run: () => 1 }, Symbol('x'), { s: Symbol('x') }, getter, document.body, new WeakMap(), Promise.resolve(1),
        new Proxy({ id: 'x' }, { get() { throw new Error('mine'); } }), new (class { #x = 1; f = () => this.#x; })()]
        .map((input) => ['articles.get', input]);
    }, ['thrown']); // prettier-ignore
    expect(await receivedCalls(attacked.desktop)).toEqual([]);
  });

  it('that is nested without end is refused', () =>
    expectRefused(() => {
      const nest = (depth: number, within: (inner: unknown) => unknown): unknown => {
        let nested: unknown = 1;
        for (let i = 0; i < depth; i += 1) nested = within(nested);
        return nested;
      };
      return [100, 999, 2_000].flatMap((depth) => [
        ['articles.get', nest(depth, (inner) => ({ inner }))],
        ['articles.get', { id: nest(depth, (inner) => [inner]), lang: 'en' }],
      ]);
    }, ['call.invalid', 'thrown']));

  it('that is huge is refused, and delays nobody', async () => {
    await expectRefused(() => {
      const ten = 10_000_000;
      return [
        ['x'.repeat(ten), {}],
        ['articles.get', { ['x'.repeat(ten)]: 1 }],
        ['articles.get', Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`key-${i}`, i]))],
        ['articles.get', new Array(1_000_000).fill(0)],
        ['shell.open-outside', { url: `https://example.org/${'x'.repeat(ten)}` }],
        [
          'shell.print',
          { request: { articles: new Array(100_000).fill({ id: 'izbica-massacre' }), langs: ['en'] } },
        ],
        ['articles.get', new Uint8Array(ten / 100)],
      ];
    }, ['call.unknown', 'call.invalid']);
  });

  it('is answered among ten thousand', async () => {
    const outcomes = await callWith(() =>
      Array.from({ length: 10_000 }, (_, i) => (i % 2 ? ['settings.get', {}] : ['settings.none', {}])),
    );
    expectDiscreet(outcomes.slice(0, 100));
    expect(outcomes.filter(({ code }) => code === 'ok')).toHaveLength(5_000);
    expect(outcomes.filter(({ code }) => code === 'call.unknown')).toHaveLength(5_000);
  });
});
