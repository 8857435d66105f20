/**
 * Builds the service worker after the app, with the list of every file the app needs offline. Keeping,
 * updating and cleaning the cache is workbox-precaching's work; this only makes the list.
 */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';

/** Files nobody needs offline: pictures for the store page of an installer. */
const ONLY_ONLINE = /^screenshots\//;
/** Vite puts a hash of the content into these names. */
const HASHED = /^assets\/.+-[\w-]{8}\.\w+$/;

/** What workbox-precaching reads: a file, and a mark of its content unless its name carries one. */
type PrecacheEntry = { url: string; revision: string | null };

/** The plugin. */
export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'llaqta:service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const outDir = resolve(config.root, config.build.outDir);
        await buildWorker(config.root, outDir, await precacheOf(outDir));
      },
    },
  };
}

async function buildWorker(root: string, outDir: string, files: PrecacheEntry[]): Promise<void> {
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    define: {
      __PRECACHE__: JSON.stringify(files),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: join(root, 'src/service-worker/sw.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  });
}

async function precacheOf(outDir: string): Promise<PrecacheEntry[]> {
  const found = await readdir(outDir, { recursive: true, withFileTypes: true });
  const urls = found
    .filter((file) => file.isFile())
    .map((file) => relative(outDir, join(file.parentPath, file.name)).split(sep).join('/'))
    .filter((url) => !ONLY_ONLINE.test(url) && url !== 'sw.js' && !url.startsWith('.vite/'))
    .sort();
  return Promise.all(
    urls.map(async (url) => ({
      url,
      revision: HASHED.test(url) ? null : await hashOf(join(outDir, url)),
    })),
  );
}

async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 16);
}
