import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/**
 * What the first screen needs besides `ahead.ts`, so that it comes with the page and not one after the other.
 * Code is fetched, not yet parsed: parsing it takes longer than fetching, and `ahead.ts` would wait for that.
 */
const FIRST_FACES =
  /source-(serif-4-latin-(400|600)-normal|serif-4-latin-ext-400-normal|serif-4-(latin|cyrillic)-400-italic|sans-3-(latin|cyrillic)-(400|600)-normal)-[^/]*\.woff2$/u;
const FIRST_CODE = /^assets\/(main|common)-[^/]*\.js$/u;
const FIRST_STYLES = /^assets\/(main|common)-[^/]*\.css$/u;

function preloadFirstScreen(): Plugin {
  return {
    name: 'preload-first-screen',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle, path }) {
        const files = path.endsWith('/index.html') ? Object.keys(bundle ?? {}) : [];
        const link = (file: string, attrs: Record<string, string>) => ({
          tag: 'link',
          attrs: { ...attrs, href: `./${file}`, crossorigin: true },
          injectTo: 'head' as const,
        });
        return [
          ...files
            .filter((file) => FIRST_CODE.test(file))
            .map((file) => link(file, { rel: 'modulepreload' })),
          ...files.filter((file) => FIRST_STYLES.test(file)).map((file) => link(file, { rel: 'stylesheet' })),
          ...files
            .filter((file) => FIRST_FACES.test(file))
            .map((file) => link(file, { rel: 'preload', as: 'font', type: 'font/woff2' })),
        ];
      },
    },
  };
}

const src = (path: string) => resolve(import.meta.dirname, 'src', path);

export default defineConfig({
  main: {
    // Its build for Node makes a `require` of its own, which the bundler makes too.
    resolve: { alias: { fflate: resolve(import.meta.dirname, 'node_modules/fflate/esm/browser.js') } },
    build: {
      // Bundled: what is small and asked for at every start, so that it opens few files; what reads and writes other
      // programs' files.
      externalizeDeps: {
        exclude: [
          'zod', 'commander', 'env-paths', 'is-safe-filename',
          'csv-parse', 'csv-stringify', 'docx', 'fflate', 'saxes', 'xmlchars', 'approx-string-match',
          'markdown-it', 'entities', 'linkify-it', 'mdurl', 'punycode.js', 'uc.micro',
        ], // prettier-ignore
      },
      rolldownOptions: {
        input: {
          index: src('main/index.ts'),
          library: src('library/process.ts'),
          finish: src('library/printing/finish-process.ts'),
          print: src('library/printing/print-process.ts'),
          paralel: src('cli/index.ts'),
          serve: src('serve/index.ts'),
          start: src('cli/start/index.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: src('preload/index.ts') },
        // A sandboxed window refuses a preload script that is an ES module (electron docs/tutorial/esm.md).
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: src('renderer'),
    base: './',
    plugins: [vue(), preloadFirstScreen()],
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_I18N_FULL_INSTALL__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    build: {
      target: 'chrome150',
      // electron-vite leaves the window unminified; a start reads less this way.
      minify: true,
      // The Content-Security-Policy allows fonts and images from our own origin only, not from data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: src('renderer/index.html'), print: src('renderer/print.html') },
        output: {
          // Few files: a browser fetches six at a time, and each costs the host a turn.
          codeSplitting: {
            groups: [
              {
                name: 'ahead',
                test: /preload-helper|renderer\/(client|languages-read|reading\/editionChoice)|src\/shared\/|locales\/en/u,
                priority: 2,
              },
              {
                name: 'common',
                test: /^(?!.*(?:renderer\/components\/(?:notes|drawings)|core\/drawings|node_modules\/d3-|node_modules\/internmap)).*\.(ts|js|mjs|vue|css|json)/u,
                minShareCount: 2,
                priority: 1,
              },
              // Writing a note comes after reading. What only its history or its links need comes later still.
              {
                name: 'notes',
                test: /renderer\/components\/notes\/(?!NoteHistory|NoteVersion|word-diff|history|LinkPicker|link-search)/u,
                priority: 0,
              },
            ],
          },
        },
      },
    },
  },
});
