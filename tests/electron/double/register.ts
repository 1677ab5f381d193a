/** `electron` is the double from here on, in modules and in `require`. */
import { registerHooks } from 'node:module';

const DOUBLE = new URL('electron.ts', import.meta.url).href;

export function resolveElectron(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' || specifier === 'electron/main'
        ? { url: DOUBLE, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  });
}
