/** Servers of the built app that a test starts, changes and stops by itself. */
import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** The built app; another folder only while developing the tests. */
export const DIST = process.env['LLAQTA_DIST'] ?? 'dist';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.md': 'text/markdown',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** A plain static host of one folder, as anybody may put the app on; `asked` grows with every request. */
export type Host = Readonly<{
  url: string;
  asked: readonly string[];
  stop: () => Promise<void>;
}>;

/** Serve the folder until it is stopped; then not even an open connection answers. */
export async function serve(folder: string): Promise<Host> {
  const asked: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    asked.push(url);
    const path = normalize(new URL(url, 'http://host').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${String(port)}/`, asked, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((fault) => {
      if (fault) reject(fault);
      else resolve();
    });
    server.closeAllConnections();
  });
}
