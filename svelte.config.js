/**
 * Runes everywhere in our own code. Packages keep their own mode: @testing-library/svelte still
 * ships a component in the older syntax, and forcing runes on it breaks every component test.
 */
export default {
  compilerOptions: {
    runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true),
  },
};
