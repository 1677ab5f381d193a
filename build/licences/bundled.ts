/**
 * Which packages the bundler has put into out/: asked of the bundler itself, in a build that writes nothing, because
 * the tree of dependencies also has what is only needed to build, and what was left out as unused.
 */
import { join } from 'node:path';
import { build } from 'electron-vite';
import type { Plugin } from 'vite';

/** Code of the build's own tools that they add to what they build. */
const HELPERS: readonly [prefix: string, name: string][] = [
  ['\0rolldown/', 'rolldown'],
  ['\0vite/', 'vite'],
  ['\0/plugin-vue', '@vitejs/plugin-vue'],
  ['\0plugin-vue', '@vitejs/plugin-vue'],
];
const OWN_LIST = /[\\/]resources[\\/]licences\.json$/;

/** @returns folders of packages, absolute */
export async function bundledPackages(root: string): Promise<Set<string>> {
  const folders = new Set<string>();
  const add = (id: string): void => {
    const folder = packageFolder(root, id);
    if (folder !== undefined) folders.add(folder);
  };
  const record: Plugin = {
    name: 'record-packages',
    enforce: 'pre',
    // The window shows the list that is being made here.
    load: (id) => (OWN_LIST.test(id) ? { code: 'export default []', moduleType: 'js' } : null),
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset')
          file.originalFileNames.forEach((name) => add(join(root, 'src/renderer', name)));
        else
          for (const [id, { renderedLength }] of Object.entries(file.modules))
            if (renderedLength > 0) add(id);
      }
    },
  };
  await build({ root, logLevel: 'error', plugins: [record], build: { write: false } });
  return folders;
}

/** @param id a module's, as the bundler has it: a path, or a name of its own behind a NUL */
export function packageFolder(root: string, id: string): string | undefined {
  const helper = HELPERS.find(([prefix]) => id.startsWith(prefix));
  if (helper) return join(root, 'node_modules', helper[1]);
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];
}
