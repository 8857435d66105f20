import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import jsdoc from 'eslint-plugin-jsdoc';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';

import { layers } from './layers.js';
import svelteConfig from './svelte.config.js';

const PACKAGES = [...new Set(Object.values(layers).flatMap(({ packages }) => packages))];
const FOLDERS = Object.keys(layers);

/** One block of rules for each room of the house: what its row in layers.js does not allow is an error. */
const walls = Object.entries(layers).map(([folder, { may, packages }]) => {
  const strange = FOLDERS.filter((other) => other !== folder && !may.includes(other));
  const foreign = PACKAGES.filter((name) => !packages.includes(name));
  return {
    files: [`src/${folder}/**/*.{ts,svelte}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^\\.\\./', message: 'Write the folder: #domain/work.ts.' },
            ...(strange.length > 0
              ? [
                  {
                    regex: `^#(${strange.join('|')})/`,
                    message: `Not for ${folder}: see layers.js.`,
                  },
                ]
              : []),
            ...(foreign.length > 0
              ? [
                  {
                    regex: `^(${foreign.join('|')})(/|$)`,
                    message: `Not for ${folder}: see layers.js.`,
                  },
                ]
              : []),
            ...(folder === 'state'
              ? [{ regex: '^#storage/(indexed-db|memory-journal)', message: 'Only main.ts may.' }]
              : []),
          ],
        },
      ],
    },
  };
});

/** Listeners without an end are how memory leaks begin. */
const listener = {
  selector:
    'CallExpression:matches([callee.name="addEventListener"],[callee.property.name="addEventListener"]):not(:has(Property[key.name="signal"])):not(:has(Identifier[name="options"]))',
  message: 'Give the listener a { signal }.',
};

export default typescript.config(
  { ignores: ['dist/', 'reports/', 'test-results/', '.svelte-check/', 'depcruise.config.cjs'] },
  js.configs.recommended,
  ...typescript.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        project: [
          'tsconfig.json',
          'tsconfig.tools.json',
          'tsconfig.worker.json',
          'src/service-worker/tsconfig.json',
        ],
        extraFileExtensions: ['.svelte'],
      },
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: typescript.parser, svelteConfig } },
  },
  {
    files: ['src/**/*.{ts,svelte}'],
    plugins: { jsdoc },
    rules: {
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': [
        'error',
        listener,
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file itself.' },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'Nothing is kept outside the journal and the settings.' },
        {
          name: 'sessionStorage',
          message: 'Nothing is kept outside the journal and the settings.',
        },
      ],
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          require: { FunctionDeclaration: true, ClassDeclaration: true },
        },
      ],
    },
  },
  {
    files: ['src/**/*.svelte', 'src/**/*.svelte.ts'],
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    /** A service worker lives as long as its listeners; workbox-window takes no signal. */
    files: ['src/service-worker/**', 'src/offline/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  ...walls,
  {
    files: ['tests/**', 'build/**', 'bench/**', '*.config.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
  {
    files: ['*.js', 'scripts/**', 'bench/**/*.mjs', 'tests/browser/**'],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: { globals: { ...globals.node } },
  },
);
