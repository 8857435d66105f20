/** Walls that ESLint cannot see: cycles, dynamic imports, orphans, junk drawers. Rows come from layers.js. */
const { layers } = require('./layers.js');

const walls = Object.entries(layers).flatMap(([folder, { may, packages }]) => [
  {
    name: `${folder}-imports-only-its-row`,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: {
      path: '^src/',
      pathNot: `^src/(${[folder, ...may].join('|')})/`,
    },
  },
  {
    name: `${folder}-uses-only-its-packages`,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'core'],
      pathNot: packages.length > 0 ? `node_modules/(${packages.join('|')})/` : '^$',
    },
  },
]);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...walls,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: '(\\.d\\.ts|service-worker/sw\\.ts|storage/memory-journal\\.ts)$',
      },
      to: {},
    },
    {
      name: 'no-junk-drawers',
      severity: 'error',
      from: {},
      to: {
        path: '(^|/)(utils?|helpers?|common|misc|shared|index)\\.(ts|js)$',
        pathNot: 'node_modules',
      },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '(\\?shapes|\\?url)$' },
    },
    {
      name: 'only-main-knows-the-adapters',
      severity: 'error',
      from: { pathNot: '^src/main\\.ts$' },
      to: { path: '^src/storage/(indexed-db|memory-journal)\\.ts$' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.svelte'],
      conditionNames: ['svelte', 'browser', 'import', 'default'],
    },
  },
};
