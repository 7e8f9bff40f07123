// The page without a network: kept by the browser after it has loaded once, in a
// folder of a host that sends no headers; and a newer version of it.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, test } from 'node:test';
import { chromiumTest, close, inFirefox, inspect, openPage, root, site, smime, waitForState } from './harness.mjs';

await site('');
after(close);

const good = smime('aiaWithValidNamesStrict.pem');
const types = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json' };

/** Serves dist/ in a folder of its own; `deploy` changes files of it by their names. @param {import('node:test').TestContext} t */
async function host(t) {
  /** @type {string[]} */
  const requests = [];
  /** @type {Map<string, Buffer>} */
  const changed = new Map();
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://host');
    requests.push(pathname);
    const name = path.normalize(pathname.replace(/^\/some\/path\//, '').replace(/(^|\/)$/, '$1index.html'));
    const file = path.join(root, 'dist', name);
    if (!pathname.startsWith('/some/path/') || !existsSync(file)) return response.writeHead(404).end('not here');
    response.writeHead(200, { 'Content-Type': types[/** @type {keyof typeof types} */ (path.extname(name))] ?? 'text/plain' });
    response.end(changed.get(name) ?? readFileSync(file));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  t.after(stop);
  return {
    address: `http://127.0.0.1:${port}/some/path/`,
    requests,
    stop,
    /** Has another content in a file; null for that of dist/. @param {string} name @param {Buffer | null} content */
    change(name, content) {
      if (content) changed.set(name, content);
      else changed.delete(name);
    },
    /** Makes the version with another title, as the build would. @param {string} title */
    deploy(title) {
      const sum = (/** @type {Buffer} */ content) => `sha256-${createHash('sha256').update(content).digest('base64')}`;
      const before = readFileSync(path.join(root, 'dist/index.html'));
      const now = Buffer.from(before.toString().replace(/<title>[^<]*/, `<title>${title}`));
      const script = readFileSync(path.join(root, 'dist/serviceworker.js'), 'utf8');
      assert.ok(script.includes(sum(before)));
      changed.set('index.html', now);
      changed.set('serviceworker.js', Buffer.from(script.replace(sum(before), sum(now)).replace(/version = '[^']*/, `version = '${title}`)));
    },
  };
}

/** Waits until the page has loaded, with all that is kept of it. @param {import('playwright-core').Page} page */
async function loaded(page) {
  await waitForState(page, 'state', 'ready');
  await page.waitForFunction(() => /^\d/.test(document.getElementById('requests')?.textContent ?? ''));
}

const context = /** @type {const} */ ({ serviceWorkers: 'allow' });

test('after it has loaded once, the page works with the server stopped, in each language', async (t) => {
  const { address, requests, stop } = await host(t);
  const { page, problems } = await openPage({ host: address, context });
  await loaded(page);
  assert.equal(await page.locator('#offline').evaluate((said) => said.hidden), false);
  const asked = requests.length;
  await inspect(page, [good]);
  await waitForState(page, 'secondOpinion', 'done');
  assert.deepEqual(requests.slice(asked), [], 'nothing is asked for once it has loaded');
  assert.equal(await page.locator('#requests').textContent(), '0.');

  stop();
  await page.reload();
  await loaded(page);
  assert.equal(await page.locator('#offline').evaluate((said) => said.hidden), false);
  await inspect(page, [good]);
  await waitForState(page, 'secondOpinion', 'done');
  assert.match(await page.locator('.facts').innerText(), /test@example\.com/);
  const read = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  assert.deepEqual(read.filter((name) => name.endsWith('.wasm')), [], 'Workers get the programs, too');
  await page.goto(`${address}de/index.html`);
  await loaded(page);
  await page.getByRole('heading', { name: 'Ist dieses E‑Mail-Zertifikat in Ordnung?' }).waitFor();
  assert.equal(requests.length, asked);
  assert.deepEqual(problems, []);
});

test('what is kept is what the build made, and only that', async (t) => {
  const { address, change, requests } = await host(t);
  const { page } = await openPage({ host: address, context });
  await loaded(page);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await (await caches.open(names[0] ?? '')).keys();
    return { names, urls: requests.map(({ url }) => url.slice(document.baseURI.length)).sort() };
  });
  assert.match(kept.names.join('|'), /^sealglass http:\/\/127\.0\.0\.1:\d+\/some\/path\/ [0-9a-f]{12}$/);
  for (const name of ['', 'de/', 'page.wasm', 'worker.wasm', 'worker.js', 'wasm_exec.js', 'start.js', 'style.css', 'icon.svg', 'de/app.webmanifest']) assert.ok(kept.urls.includes(name), name);
  assert.ok(!kept.urls.some((name) => /rules|sealglass|card|embed/.test(name)), String(kept.urls));
  const fetched = (/** @type {string} */ name) => page.evaluate(async (name) => (await (await fetch(name)).text()).length, name);
  change('samples.js', Buffer.from('newer'));
  await page.reload();
  await loaded(page);
  assert.ok(await fetched('samples.js') > 'newer'.length, 'the page gets what is kept');
  await page.goto(`${address}rules/index.html`);
  assert.ok(requests.includes('/some/path/rules/index.html'));
  assert.equal(await fetched('../samples.js'), 'newer'.length, 'a page that is not kept gets what the server has');
});

/**
 * Waits until a service worker serves nobody any more, and has it come to rest, as it
 * does by itself some time after. Only Chromium can be told so.
 * @param {import('playwright-core').BrowserContext} context @param {import('playwright-core').Page} page
 */
async function atRest(context, page) {
  if (inFirefox) return;
  for (const worker of context.serviceWorkers()) {
    // @ts-expect-error a service worker's own
    const clients = () => worker.evaluate(async () => (await self.clients.matchAll({ includeUncontrolled: true, type: 'all' })).length);
    while (await clients().catch(() => 0) > 0);
  }
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

test('a newer version is taken when the page is next opened, never in the middle', async (t) => {
  const { address, deploy } = await host(t);
  const { page } = await openPage({ host: address, context });
  await loaded(page);
  const title = await page.title();
  deploy('newer');
  await page.reload();
  await loaded(page); // and has the newer one waiting
  assert.equal(await page.title(), title);
  await inspect(page, [good]);
  const other = await page.context().newPage();
  await other.goto(address);
  await loaded(other);
  assert.equal(await other.title(), title, 'a page that is opened beside it is of the same version');
  const browserContext = page.context();
  let next = await browserContext.newPage();
  await other.close();
  await page.close();
  // A browser whose old service worker has not come to rest starts with it once more.
  for (let start = 0; start < 10 && await next.title() !== 'newer'; start++) {
    const last = next;
    next = await browserContext.newPage();
    await last.close();
    await atRest(browserContext, next);
    await next.goto(address);
    await loaded(next);
  }
  assert.equal(await next.title(), 'newer');
  await next.waitForFunction(async () => (await caches.keys()).map((name) => name.split(' ').at(-1)).join() === 'newer');
});

test('where a file is not as the build made it, nothing is kept, and what is kept already stays', async (t) => {
  const { address, deploy, change } = await host(t);
  change('de/index.html', Buffer.from('<!doctype html><title>another</title>'));
  const { page } = await openPage({ host: address, context });
  await loaded(page);
  assert.equal(await page.locator('#offline').evaluate((said) => said.hidden), true);
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);

  change('de/index.html', null);
  await page.reload();
  await loaded(page);
  assert.equal(await page.locator('#offline').evaluate((said) => said.hidden), false);
  const title = await page.title();
  deploy('newer');
  change('index.html', Buffer.from('<!doctype html><title>another</title>'));
  for (let start = 0; start < 2; start++) {
    await page.goto('about:blank');
    await page.goto(address);
    await loaded(page);
    assert.equal(await page.title(), title);
  }
});

test('with the headers of the production server it is kept too, and has them when it comes from there', async () => {
  const { page, problems, requests } = await openPage({ context });
  await loaded(page);
  const asked = requests.length;
  await page.reload();
  await loaded(page);
  assert.equal(await page.locator('#offline').evaluate((said) => said.hidden), false);
  assert.equal(await page.evaluate(() => crossOriginIsolated), true);
  assert.deepEqual(requests.slice(asked).filter((request) => !request.endsWith('/serviceworker.js')), []);
  assert.deepEqual(problems, []);
});

chromiumTest('Chromium would install it', async () => {
  const { page } = await openPage({ path: 'de/', context });
  await loaded(page);
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data ?? '');
  assert.deepEqual([manifest.lang, manifest.name], ['de', 'Sealglass: ein E-Mail-Zertifikat lesen']);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId), ['in-incognito'], 'as every page of these tests is');
});
