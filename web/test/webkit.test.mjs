// The main job in a third engine, WebKitGTK: a certificate is answered, with its
// second opinion; so are a hundred; nothing is asked for, and with the server
// stopped it is the same.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { assertForbidden, tryForbidden } from './forbidden.mjs';
import { close, root, site, smime, smimeFolder, startLogger } from './harness.mjs';
import { host } from './host.mjs';
import { launchWebKit } from './webkit.mjs';

/** @type {Awaited<ReturnType<typeof launchWebKit>>} */
let browser;
/** @type {{requests: string[]}} */
let log;

before(async () => {
  const logger = await startLogger();
  log = logger.log;
  browser = await launchWebKit(new URL(logger.address).host);
});
after(async () => {
  await browser.close();
  await close();
});

const good = smime('aiaWithValidNamesStrict.pem');
const hundred = readdirSync(smimeFolder()).filter((name) => name.endsWith('.pem')).slice(0, 100).map((name) => path.join(smimeFolder(), name));

/** The page is there, with all that it fetches. @param {string} address */
async function open(address) {
  await browser.open(address);
  await browser.until("() => document.documentElement.dataset.state === 'ready' && document.getElementById('requests').textContent === '0.'");
}

async function mainJob() {
  await browser.choose('#files', [good]);
  await browser.until("() => document.documentElement.dataset.secondOpinion === 'done'");
  const said = await browser.evaluate(() => document.querySelector('#result')?.textContent ?? '');
  assert.match(said, /test@example\.com/);
  assert.match(said, /The second opinion \(zlint\) is included/);
}

test('a certificate and a hundred are answered, and nothing is asked for', async () => {
  await open(await site(''));
  assert.equal(await browser.evaluate(() => crossOriginIsolated), true);
  assert.notDeepEqual(log.requests, [], 'what was loaded is in the log');
  const loaded = log.requests.length;
  await mainJob();
  assert.equal(hundred.length, 100);
  await browser.choose('#files', hundred);
  await browser.until("() => /All read: \\d+ rows/.test(document.querySelector('.batch')?.textContent ?? '')");
  assert.deepEqual(log.requests.slice(loaded), []);
});

test('with the server stopped it is the same', async (t) => {
  const bare = await host({});
  t.after(bare.close);
  await open(`${bare.address}/sealglass/index.html`);
  bare.close();
  await mainJob();
});

test('sealglass.html does it from the disk', async () => {
  await site('');
  const loaded = log.requests.length;
  await open(pathToFileURL(path.join(root, 'dist', 'sealglass.html')).href);
  await mainJob();
  assert.deepEqual(log.requests.slice(loaded), []);
});

test('what the policy forbids is forbidden', async () => {
  await open(await site(''));
  assertForbidden(await browser.evaluate(tryForbidden));
});
