// Starts the programs: once for a page, or for all elements in somebody else's
// page, which share them.

import { build } from './build.js';
import { compiled } from './get.js';
import { Second, download } from './second.js';

/** @typedef {import('./types/page.js').Page} Page */
/** @typedef {import('./types/page.js').Call} Call */

/**
 * Fetches page.wasm, lets the browser compare it with the SHA-256 that the build
 * wrote down, and runs it. Needs Go's support script. Where the program does not
 * arrive, or may not run, the promise is rejected.
 * @param {() => void} stopped is called when the program has ended or cannot go on: it never should
 */
export async function startProgram(stopped) {
  const module = await compiled(build.page);
  const { open, examine } = await run(module, stopped);
  const parts = download(); // not before: compiling it takes every processor there is
  return { open, examine, module, second: new Second(parts), parts };
}

/**
 * Runs the program of the page: `open` makes a page of its parts, `examine`
 * answers a call of the JavaScript API.
 * @param {WebAssembly.Module} module @param {() => void} stopped
 * @returns {Promise<{open: (page: Page) => void, examine: (call: Call) => void}>}
 */
export async function run(module, stopped) {
  const go = new Go();
  // What is thrown through the program's frames, when it has no stack left, leaves
  // it in no state to go on in.
  const resume = go._resume;
  go._resume = () => {
    try {
      resume.call(go);
    } catch (error) {
      stopped();
      throw error;
    }
  };
  const instance = await WebAssembly.instantiate(module, go.importObject);
  return new Promise((resolve) => {
    // The program takes this object and removes it from the global scope before
    // it does anything else. What is made of it is another task: a touch is answered
    // in between.
    globalThis.sealglassPage = { ready: (open, examine) => setTimeout(resolve, 0, { open, examine }) };
    go.run(instance).then(stopped, stopped);
  });
}
