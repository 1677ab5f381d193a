/** Chromium's ICU, which Electron's processes have, knows no Albanian; Node's does. Measured in Chromium 156. */

const UNKNOWN = /^(sq|sqi|alb)(-|$)/iu;

const known = (locales: unknown): string[] =>
  [locales ?? []]
    .flat()
    .map(String)
    .filter((locale) => !UNKNOWN.test(locale));

/** Asked for Albanian alone, the program's own language answers, which in tests is English. */
function answering(locales: unknown): unknown {
  if (locales === undefined) return undefined;
  const left = known(locales);
  return left.length > 0 ? left : ['en-US'];
}

const CONSTRUCTORS = [
  'Collator', 'DateTimeFormat', 'DisplayNames', 'DurationFormat', 'ListFormat', 'NumberFormat', 'PluralRules',
  'RelativeTimeFormat', 'Segmenter',
]; // prettier-ignore

/** Which argument names the language. */
const METHODS: readonly [owner: object, name: string, index: number][] = [
  [String.prototype, 'localeCompare', 1],
  [Number.prototype, 'toLocaleString', 0],
  [BigInt.prototype, 'toLocaleString', 0],
  [Array.prototype, 'toLocaleString', 0],
  [Date.prototype, 'toLocaleString', 0],
  [Date.prototype, 'toLocaleDateString', 0],
  [Date.prototype, 'toLocaleTimeString', 0],
];

export function enforceIcu(): void {
  for (const name of CONSTRUCTORS) replaceConstructor(name);
  for (const [owner, name, index] of METHODS) replaceMethod(owner, name, index);
}

function replaceConstructor(name: string): void {
  const real: unknown = Reflect.get(Intl, name);
  if (typeof real !== 'function') return;
  const poorer = new Proxy(real, {
    construct: (target, [locales, ...rest]: unknown[], as) =>
      Reflect.construct(target, [answering(locales), ...rest], as) as object,
    apply: (target, self, [locales, ...rest]: unknown[]) =>
      Reflect.apply(target, self, [answering(locales), ...rest]) as unknown,
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (key !== 'supportedLocalesOf' || typeof value !== 'function') return value;
      return (locales: unknown, ...rest: unknown[]) =>
        Reflect.apply(value, target, [known(locales), ...rest]) as unknown;
    },
  });
  Object.defineProperty(Intl, name, { value: poorer, configurable: true, writable: true });
}

function replaceMethod(owner: object, name: string, index: number): void {
  const real: unknown = Reflect.get(owner, name);
  if (typeof real !== 'function') return;
  const value = function (this: unknown, ...args: unknown[]): unknown {
    return Reflect.apply(
      real,
      this,
      args.map((arg, i) => (i === index ? answering(arg) : arg)),
    );
  };
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}
