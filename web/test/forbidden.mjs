// What the page's policy forbids.

import assert from 'node:assert/strict';

/**
 * Tries what the policy forbids, in the page: a driver hands its source over.
 * @returns {Promise<{passed: string[], violated: string[]}>} what could be done, and the directives that were violated
 */
export async function tryForbidden() {
  /** @type {Set<string>} */
  const violated = new Set();
  document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective));
  /** @type {Record<string, () => unknown>} */
  const all = {
    'markup from a text': () => (document.createElement('p').innerHTML = '<b>x</b>'),
    'a document from a text': () => new DOMParser().parseFromString('<p>', 'text/html'),
    'another policy of Trusted Types': () => globalThis.trustedTypes?.createPolicy('another', { createHTML: (text) => text }),
    'the same policy again': () => globalThis.trustedTypes?.createPolicy('smime-worker', { createScriptURL: (text) => text }),
    'code from a text': () => later(() => (0, eval)('1')),
    'a function from a text': () => later(() => new Function('return 1')()),
    'a request to another host': () => fetch('http://192.0.2.1/'),
    'a Worker from an address': () => new Worker('worker.js'),
    'a script from another host': () => loaded('script', 'http://192.0.2.1/x.js'),
    'a module from another host': () => later(() => import(/** @type {any} */ ('http://192.0.2.1/x.js'))),
    'a picture from another host': () => loaded('img', 'http://192.0.2.1/x.png'),
    'a frame': () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.src = 'index.html';
      return new Promise((resolve, reject) => {
        document.addEventListener('securitypolicyviolation', reject, { once: true });
        frame.addEventListener('load', () => (frame.contentDocument?.getElementById('zone') ? resolve(true) : reject(new Error('empty'))));
      }).finally(() => frame.remove());
    },
  };
  /** Runs as the page's own code does: what the driver calls itself may evaluate texts. @param {() => unknown} attempt */
  function later(attempt) {
    return new Promise((resolve, reject) => setTimeout(() => {
      try {
        resolve(attempt());
      } catch (error) {
        reject(error);
      }
    }));
  }
  /** @param {string} name @param {string} address */
  function loaded(name, address) {
    const element = /** @type {HTMLImageElement} */ (document.createElement(name));
    element.src = address;
    return new Promise((resolve, reject) => {
      Object.assign(element, { onload: resolve, onerror: reject });
      document.body.append(element);
    }).finally(() => element.remove());
  }
  const passed = [];
  for (const [name, attempt] of Object.entries(all)) {
    try {
      await attempt();
      passed.push(name);
    } catch {
      // as it should be
    }
  }
  await later(() => {}); // what was violated is told in a task of its own
  return { passed, violated: [...violated].sort() };
}

const forbidden = ['connect-src', 'frame-src', 'img-src', 'require-trusted-types-for', 'script-src-elem', 'trusted-types'];

/** @param {{passed: string[], violated: string[]}} got */
export function assertForbidden({ passed, violated }) {
  assert.deepEqual(passed, [], 'could be done');
  for (const directive of forbidden) assert.ok(violated.includes(directive), `${directive} was not violated: ${violated}`);
}
