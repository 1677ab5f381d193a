/** What a page gets where a guard is taken away: enough of Node for a test to see that it could do anything. */

/** Modules by which a page would leave its sandbox. They are there; that they are is the finding. */
const MODULES = ['child_process', 'fs', 'http', 'https', 'net', 'os', 'path', 'process', 'worker_threads'];

function moduleOf(name: string): object {
  return new Proxy(
    { name },
    {
      get: (target, key) =>
        typeof key === 'symbol' || key in target || key === 'then'
          ? (Reflect.get(target, key) as unknown)
          : () => `The double does not run ${name}.${key}, but Electron would`,
    },
  );
}

export function fullRequire(electron: object): (name: string) => unknown {
  return (name) => {
    const plain = name.replace(/^node:/u, '');
    if (plain === 'electron') return electron;
    if (MODULES.includes(plain)) return moduleOf(plain);
    throw new Error(`Cannot find module '${name}'`);
  };
}

/** With nodeIntegration, and no isolation between the page and its preload script. */
export function giveNode(require: (name: string) => unknown, process: object): void {
  Object.assign(globalThis, { require, process, module: { exports: {} }, global: globalThis });
}
