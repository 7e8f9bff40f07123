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
  for (const name of Object.keys(files)) await cache.put(new URL(name, worker.registration.scope), await get(name));
}

async function forgetOlder() {
  for (const name of await caches.keys()) {
    if (name.startsWith(ours) && name !== ours + version) await caches.delete(name);
  }
}

/** @param {Request} request @param {string} name */
async function answer(request, name) {
  const cache = await caches.open(ours + version);
  return (await cache.match(new URL(name, worker.registration.scope), { ignoreVary: true })) ?? fetch(request);
}

/** The name under which a request asks for one of the files, or undefined. @param {Request} request */
function nameOf({ method, url }) {
  const { origin, pathname } = new URL(url);
  const at = new URL(origin + pathname).href;
  if (method !== 'GET' || !at.startsWith(worker.registration.scope)) return undefined;
  const name = at.slice(worker.registration.scope.length).replace(/(^|\/)index\.html$/, '$1');
  return name in files ? name : undefined;
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
worker.addEventListener('fetch', (event) => {
  const name = nameOf(event.request);
  if (name !== undefined) event.respondWith(answer(event.request, name));
});
