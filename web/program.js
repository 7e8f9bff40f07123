// Starts the programs: once for a page, or for all elements in somebody else's
// page, which share them.

import { build } from './build.js';
import { Second, download, get } from './second.js';

/**
 * Fetches page.wasm, lets the browser compare it with the SHA-256 that the build
 * wrote down, and runs it. Needs Go's support script. Where the program does not
 * arrive, or may not run, the promise is rejected.
 * @param {() => void} stopped is called when the program has ended: it never should
 */
export async function startProgram(stopped) {
  const bytes = await get(build.page);
  const parts = download(); // not before: the page itself comes first
  const go = new Go();
  const { instance, module } = await WebAssembly.instantiate(bytes, go.importObject);
  /** @type {(page: import('./types/page.js').Page) => void} */
  const open = await new Promise((resolve) => {
    // The program takes this object and removes it from the global scope before
    // it does anything else.
    globalThis.sealglassPage = { ready: resolve };
    go.run(instance).then(stopped, stopped);
  });
  const second = new Second();
  second.start(parts);
  return { open, module, second, parts };
}
