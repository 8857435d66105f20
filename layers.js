/**
 * The house, as one table: which folder of src may import which, which packages it may use, and in
 * which world it is compiled. ESLint, dependency-cruiser and the test of ARCHITECTURE.md read it.
 *
 * pure   = no browser and no Node at all (tsconfig.pure.json)
 * worker = what a web worker offers, no document (tsconfig.worker.json)
 * app    = the page
 */

/** @type {Record<string, { may: string[], packages: string[], world: 'pure' | 'worker' | 'app' }>} */
export const layers = {
  base: { may: [], packages: [], world: 'pure' },
  domain: { may: ['base'], packages: [], world: 'pure' },
  ink: { may: ['base', 'domain'], packages: [], world: 'pure' },
  editing: { may: ['base', 'domain', 'ink'], packages: [], world: 'pure' },
  picture: { may: ['base', 'domain', 'ink'], packages: [], world: 'pure' },
  symbols: { may: ['base', 'domain', 'picture'], packages: [], world: 'app' },
  paint: { may: ['base', 'domain', 'ink', 'picture'], packages: [], world: 'worker' },
  workers: { may: ['base', 'domain', 'ink', 'picture', 'paint'], packages: [], world: 'worker' },
  files: { may: ['base', 'domain', 'ink'], packages: ['valibot', 'fflate'], world: 'worker' },
  storage: { may: ['base', 'domain', 'ink'], packages: ['idb'], world: 'app' },
  stage: {
    may: ['base', 'domain', 'ink', 'editing', 'picture', 'paint', 'workers'],
    packages: ['konva'],
    world: 'app',
  },
  devices: { may: ['base'], packages: ['age-encryption'], world: 'app' },
  offline: { may: ['base'], packages: ['workbox-window'], world: 'app' },
  'service-worker': {
    may: ['base'],
    packages: ['workbox-core', 'workbox-precaching', 'workbox-routing'],
    world: 'worker',
  },
  i18n: {
    may: ['base', 'domain', 'editing', 'files', 'storage', 'devices'],
    packages: ['svelte'],
    world: 'app',
  },
  state: {
    may: ['base', 'domain', 'ink', 'editing', 'picture', 'files', 'storage', 'devices'],
    packages: ['svelte'],
    world: 'app',
  },
  ui: { may: ['base', 'picture'], packages: ['svelte'], world: 'app' },
  screens: {
    may: ['base', 'domain', 'editing', 'picture', 'symbols', 'i18n', 'ui', 'state', 'stage'],
    packages: ['svelte'],
    world: 'app',
  },
};
