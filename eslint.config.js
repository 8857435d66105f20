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

/** What the row of this room in layers.js does not allow. */
function wallsOf(folder) {
  const { may, packages } = layers[folder];
  const strange = FOLDERS.filter((other) => other !== folder && !may.includes(other));
  const foreign = PACKAGES.filter((name) => !packages.includes(name));
  const message = `Not for ${folder}: see layers.js.`;
  return [
    { regex: '^\\.\\./', message: 'Write the folder: #domain/work.ts.' },
    ...(strange.length > 0 ? [{ regex: `^#(${strange.join('|')})/`, message }] : []),
    ...(foreign.length > 0 ? [{ regex: `^(${foreign.join('|')})(/|$)`, message }] : []),
    ...(folder === 'state'
      ? [{ regex: '^#storage/(indexed-db|memory-journal)', message: 'Only main.ts may.' }]
      : []),
  ];
}

function only(files, patterns) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

/** One block of rules for each room of the house. */
const walls = FOLDERS.map((folder) => only([`src/${folder}/**/*.{ts,svelte}`], wallsOf(folder)));

/** Children and adults are spoken to in languages of their own: docs/decisions/0029-quechua-screens.md. */
const voices = [
  only(
    ['src/screens/{facilitator,researcher,mending}/**/*.svelte'],
    [
      ...wallsOf('screens'),
      {
        regex: '^#i18n/(translate\\.svelte|picture-words)\\.ts$',
        importNamePattern: '^t([A-Z]|$)',
        message: 'Adults are spoken to through #i18n/adult.svelte.ts, and pictures by toAdults.',
      },
    ],
  ),
  {
    /** What lies open over a child's sheet is in part an adult's. */
    ignores: ['src/screens/child/OpenPanels.svelte'],
    ...only(
      ['src/screens/child/**/*.svelte'],
      [
        ...wallsOf('screens'),
        {
          regex: '^#i18n/adult\\.svelte\\.ts$',
          message: 'Children are spoken to through #i18n/translate.svelte.ts.',
        },
      ],
    ),
  },
];

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
  ...voices,
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
