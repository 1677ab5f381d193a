import js from '@eslint/js';
import vueI18n from '@intlify/eslint-plugin-vue-i18n';
import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
import globals from 'globals';
import ts from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';

/**
 * Who may import whom; an arrow that is not here is an error. The README draws it.
 * @type {Record<string, string[]>}
 */
const ARROWS = {
  shared: [],
  core: ['shared'],
  store: ['shared', 'core'],
  library: ['shared', 'core', 'store'],
  main: ['shared', 'core', 'store', 'library'],
  serve: ['shared', 'core', 'store', 'library'],
  cli: ['shared', 'core', 'store', 'library'],
  preload: ['shared'],
  renderer: ['shared', 'core/text', 'core/notes', 'core/drawings'],
};
/** Rooms that know no file, database, window or process. */
const PURE = ['shared', 'core'];

/** What a room may not reach, seen from inside it: imports are relative, and a way out of a room is `../`. */
const rooms = Object.entries(ARROWS).map(([room, allowed]) => {
  const others = Object.keys(ARROWS).filter((other) => other !== room && !allowed.includes(other));
  const closed = others.map((other) => {
    const open = allowed.flatMap((path) =>
      path.startsWith(`${other}/`) ? [path.slice(other.length + 1)] : [],
    );
    return open.length > 0 ? `${other}/(?!(?:${open.join('|')})(?:/|$))` : `${other}(?:/|$)`;
  });
  const patterns = [
    {
      regex: `^(?:\\.\\./)+(?:${closed.join('|')})`,
      message: `src/${room} may import only from: ${[room, ...allowed].join(', ')}.`,
    },
    ...(PURE.includes(room)
      ? [{ regex: '^(?:node:|electron$|better-sqlite3|vue|playwright)', message: `src/${room} is pure.` }]
      : []),
  ];
  /** @type {import('eslint').Linter.RulesRecord} */
  const rules = { 'no-restricted-imports': ['error', { patterns }] };
  return { files: [`src/${room}/**`], rules };
});

export default ts.config(
  { ignores: ['out/', 'dist/', 'coverage/', 'node_modules/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    languageOptions: { globals: globals.node },
    rules: {
      eqeqeq: 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  ...rooms,
  {
    files: ['src/renderer/**/*.{ts,vue}'],
    plugins: { '@intlify/vue-i18n': vueI18n },
    languageOptions: {
      globals: globals.browser,
      parser: vueParser,
      parserOptions: { parser: ts.parser, sourceType: 'module', extraFileExtensions: ['.vue'] },
    },
    rules: {
      '@intlify/vue-i18n/no-raw-text': [
        'error',
        {
          ignorePattern: '^[\\s\\d–—·…×‹›§:/()|,;.%+-]*$',
          attributes: { '/.+/': ['title', 'aria-label', 'placeholder', 'alt'] },
        },
      ],
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/define-props-declaration': 'error',
      'vue/define-emits-declaration': 'error',
      'no-undef': 'off',
    },
  },
  { files: ['**/*.ts'], rules: { 'no-undef': 'off' } },
  { files: ['tests/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  prettier,
);
