// Somebody else's page with our elements in it, on a server of its own: the files
// of dist/ lie below /sealglass/, and everything that is asked for is written down.

import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { root, site } from './harness.mjs';

/** The policy that a host page needs, as the guide says it. */
export const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src blob:; " +
  "require-trusted-types-for 'script'; trusted-types smime-worker";

const types = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };

/** Collects the events of the elements. */
const watch = `globalThis.heard = [];
for (const name of ['sealglass-result', 'sealglass-error', 'sealglass-finding-select']) {
  document.addEventListener(name, ({ detail }) => heard.push([name, detail]));
}`;

/** What was heard of the elements on a page. @param {import('playwright-core').Page} page @returns {Promise<[string, any][]>} */
export const heard = (page) => page.evaluate('heard');

/** @typedef {{body?: string, head?: string, policy?: string}} HostPage */

/**
 * Serves pages by their paths, and the built files.
 * @param {Record<string, HostPage>} pages
 * @param {{headers?: Record<string, string>}} [options] headers of the built files
 */
export async function host(pages, { headers = {} } = {}) {
  await site('');
  /** @type {string[]} */
  const requests = [];
  const server = http.createServer((request, response) => {
    const at = new URL(request.url ?? '', 'http://host').pathname;
    if (at !== '/watch.js' && at !== '/sealglass/icon.svg') requests.push(at); // those are the host's own
    const page = pages[at];
    const file = at.startsWith('/sealglass/') ? path.join(root, 'dist', path.normalize(at.slice('/sealglass'.length).replace(/\/$/, '/index.html'))) : '';
    if (page) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': `${page.policy ?? policy}; img-src 'self'` });
      response.end(`<!doctype html><html lang="en"><title>A guide</title><link rel="icon" href="/sealglass/icon.svg"><script src="/watch.js"></script>${page.head ?? ''}<script type="module" src="/sealglass/sealglass.js"></script><body>${page.body ?? ''}`);
    } else if (at === '/watch.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(watch);
    } else if (file && existsSync(file)) {
      response.writeHead(200, { 'Content-Type': types[/** @type {keyof typeof types} */ (path.extname(file))] ?? 'text/plain', ...headers });
      response.end(readFileSync(file));
    } else {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${port}`, requests, close };
}
