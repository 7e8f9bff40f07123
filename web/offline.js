// Has the browser keep the page, so that it opens without a network
// (build/adr/0016-offline.md).

const address = new URL('serviceworker.js', import.meta.url).href;

/** Kept when a service worker has all its files, or will not get them. @param {ServiceWorker} worker */
const settled = (worker) => new Promise((resolve) => {
  const look = () => worker.state !== 'installing' && resolve(undefined);
  worker.addEventListener('statechange', look);
  look();
});

/**
 * Gets the files of the page, or of a newer version of it, which is taken when the
 * page is next opened: all that is asked for in doing so is a part of loading. A
 * browser that keeps nothing has the page as it is.
 */
export async function keepOffline() {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  const policy = globalThis.trustedTypes?.createPolicy('sealglass-offline', { createScriptURL: () => address });
  try {
    const registration = await serviceWorker.register(policy?.createScriptURL('') ?? address, { updateViaCache: 'none' });
    if (!registration.installing) await registration.update();
    if (registration.installing) await settled(registration.installing);
    if (!registration.waiting && !registration.active) return;
    await serviceWorker.ready;
  } catch {
    if (!serviceWorker.controller) return; // otherwise there is no network now
  }
  const said = document.getElementById('offline');
  if (said) said.hidden = false;
}
