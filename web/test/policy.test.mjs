// What the page's policy forbids is forbidden, with the headers of the production
// server and on a host that sends none; what was changed on its way does not run.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { changeOnItsWay, close, inspect, openPage, smime, waitForState } from './harness.mjs';
import { assertForbidden, tryForbidden } from './forbidden.mjs';
import { host } from './host.mjs';

after(close);

const good = smime('aiaWithValidNamesStrict.pem');

/** @param {import('playwright-core').Page} page */
const attempts = (page) => page.evaluate(tryForbidden);

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

test('the programs come by Workers, which are ended: the page does not read them', async () => {
  const { page, requests } = await openPage();
  await inspect(page, [good]);
  await waitForState(page, 'secondOpinion', 'done');
  const read = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  for (const name of ['page.wasm', 'worker.wasm']) {
    assert.equal(requests.filter((request) => request.endsWith(`/${name}`)).length, 1, name);
    assert.deepEqual(read.filter((url) => url.endsWith(`/${name}`)), []);
  }
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
  await waitForState(await openChanged('samples.js', ''), 'state', 'ready');
  for (const name of ['start.js', 'samples.js', 'build.js', 'page.wasm']) {
    const page = await openChanged(name, name.endsWith('.js') ? '\nglobalThis.changed = true;\n' : ' ');
    await page.getByRole('alert').getByText('did not arrive complete').waitFor();
    assert.equal(await page.evaluate('globalThis.changed'), undefined, `${name} was run`);
  }
});
