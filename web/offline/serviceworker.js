// Keeps the files of this page (and no others) in the browser, so that it opens
// without a network. The build writes what they are before this script, and so
// makes it another one with every new version: the browser then gets the new files
// while the page that is open keeps its own, and takes them when the page is next
// opened.

/** @type {ServiceWorkerGlobalScope} */
const worker = /** @type {any} */ (self);
/** Other pages of this origin may have caches of their own. */
const ours = `sealglass ${worker.registration.scope} `;

/** @param {string} name @param {RequestCache} cache */
async function fetchWhole(name, cache) {
  const response = await fetch(new URL(name, worker.registration.scope), { cache, integrity: files[name] });
  if (!response.ok || response.redirected) throw new Error(`${name}: ${response.status}`);
  return response;
}

/** Gets a file. The page has just loaded most of them: the browser still has those. @param {string} name */
const get = (name) => fetchWhole(name, 'force-cache').catch(() => fetchWhole(name, 'reload'));

async function install() {
  const cache = await caches.open(ours + version);
  try {
    for (const name of Object.keys(files)) await cache.put(new URL(name, worker.registration.scope), await get(name));
  } catch (error) {
    await caches.delete(ours + version);
    throw error;
  }
}

async function forgetOlder() {
  for (const name of await caches.keys()) {
    if (name.startsWith(ours) && name !== ours + version) await caches.delete(name);
  }
}

/** The name of the file that an address is for, or undefined. @param {string} address */
function nameOf(address) {
  const { origin, pathname } = new URL(address);
  const at = origin + pathname;
  if (!at.startsWith(worker.registration.scope)) return undefined;
  const name = at.slice(worker.registration.scope.length).replace(/(^|\/)index\.html$/, '$1');
  return Object.hasOwn(files, name) ? name : undefined;
}

/** Whether a file is a page. @param {string | undefined} name */
const isPage = (name) => name !== undefined && /(^|\/)$/.test(name);

/**
 * Answers with a file as it is kept, where a page asks that is kept as well. Other
 * pages beside it come from the server, and what they ask for has to: it may be
 * newer. A Worker from memory does not say whose it is, but what it compares the
 * file with.
 * @param {FetchEvent} event @param {string} name
 */
async function answer({ clientId, request }, name) {
  const client = isPage(name) ? undefined : await worker.clients.get(clientId);
  const asked = client?.type === 'worker' ? request.integrity === files[name] : !client || isPage(nameOf(client.url));
  if (!asked) return fetch(request);
  const cache = await caches.open(ours + version);
  return (await cache.match(new URL(name, worker.registration.scope), { ignoreVary: true })) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
worker.addEventListener('fetch', (event) => {
  const name = event.request.method === 'GET' ? nameOf(event.request.url) : undefined;
  if (name !== undefined) event.respondWith(answer(event, name));
});
