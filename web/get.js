// Files that the build made, fetched from where the page came from. The single
// file has them in itself: single/get.js takes the place of this module there.

import { makerOfWorkers } from './workers.js';

/** @typedef {import('./types/build.js').BuiltFile} BuiltFile */

/** Fetches a file that the build made; a changed one is refused. @param {BuiltFile} file */
export async function get(file) {
  const response = await fetch(file.url, { integrity: file.integrity });
  if (!response.ok) throw new Error(`${file.url}: ${response.status}`);
  return response.arrayBuffer();
}

/**
 * Fetches a program that the build made, and compiles it. A Worker of its own does
 * so, since the page would stand still meanwhile, and is then ended
 * (build/adr/0019-programs-by-a-worker.md). Where that fails, the page does it.
 * @param {BuiltFile} file
 */
export async function compiled(file) {
  return compiledAside(file).catch(() => get(file).then(WebAssembly.compile));
}

/** @param {BuiltFile} file @returns {Promise<WebAssembly.Module>} */
async function compiledAside(file) {
  const worker = makerOfWorkers(`onmessage = ({ data }) => (${get})(data).then(WebAssembly.compile).then(postMessage, reportError)`)();
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onmessageerror = worker.onerror = reject;
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}
