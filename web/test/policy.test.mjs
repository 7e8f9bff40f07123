// What the page's policy forbids is forbidden, with the headers of the production
// server and on a host that sends none; what was changed on its way does not run.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { changeOnItsWay, close, inspect, openPage, smime, waitForState } from './harness.mjs';
import { host } from './host.mjs';

after(close);

const good = smime('aiaWithValidNamesStrict.pem');

/**
 * Tries on the page what its policy forbids.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<{passed: string[], violated: string[]}>} what could be done, and the directives that were violated
 */
const attempts = (page) => page.evaluate(async () => {
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
        frame.addEventListener('load', resolve);
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
  return { passed, violated: [...violated].sort() };
});

const forbidden = ['connect-src', 'frame-src', 'img-src', 'require-trusted-types-for', 'script-src-elem', 'trusted-types'];

/** @param {{passed: string[], violated: string[]}} got */
function assertForbidden({ passed, violated }) {
  assert.deepEqual(passed, [], 'could be done');
  for (const directive of forbidden) assert.ok(violated.includes(directive), `${directive} was not violated: ${violated}`);
}

test('the page can do only what it is for', async () => {
  const { page, problems } = await openPage();
  await inspect(page, [good]);
  await waitForState(page, 'secondOpinion', 'done');
  assert.equal(await page.evaluate(() => crossOriginIsolated), true);
  assert.deepEqual(problems, []);
  assertForbidden(await attempts(page));
});

test('the same on a host that sends no headers, and the page works there', async (t) => {
  const bare = await host({});
  t.after(bare.close);
  const { page, problems } = await openPage({ host: bare.address, path: '/sealglass/index.html' });
  await waitForState(page, 'state', 'ready');
  await inspect(page, [good]);
  await waitForState(page, 'secondOpinion', 'done');
  assert.match(await page.locator('.facts').innerText(), /test@example\.com/);
  assert.deepEqual(problems, []);
  assertForbidden(await attempts(page));
});

test('a script, a module or a program that was changed on its way does not run, and the page says so', async () => {
  const { address } = await openPage();
  /** Opens the page where nothing of it is in memory. @param {string} name @param {string} added */
  async function openChanged(name, added) {
    const { page } = await openPage({ host: address, path: 'rules/index.html' });
    await changeOnItsWay(page, name, added);
    await page.goto(address);
    return page;
  }
  await waitForState(await openChanged('report.js', ''), 'state', 'ready');
  for (const name of ['start.js', 'report.js', 'second.js', 'build.js', 'wasm_exec.js', 'page.wasm']) {
    const page = await openChanged(name, name.endsWith('.js') ? '\nglobalThis.changed = true;\n' : ' ');
    await page.getByRole('alert').getByText('did not arrive complete').waitFor();
    assert.equal(await page.evaluate('globalThis.changed'), undefined, `${name} was run`);
  }
});
