import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'electron-vite';

const src = (path: string) => resolve(import.meta.dirname, 'src', path);

export default defineConfig({
  main: {
    build: {
      // Small and asked for at every start: bundled, so that a start opens few files.
      externalizeDeps: { exclude: ['zod', 'commander', 'env-paths', 'is-safe-filename'] },
      rolldownOptions: {
        input: {
          index: src('main/index.ts'),
          library: src('library/process.ts'),
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
    plugins: [vue()],
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    build: {
      target: 'chrome150',
      // electron-vite leaves the window unminified; a start reads less this way.
      minify: true,
      // The Content-Security-Policy allows fonts and images from our own origin only, not from data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: src('renderer/index.html'), print: src('renderer/print.html') } },
    },
  },
});
