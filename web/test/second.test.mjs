// The second opinion: it joins the report, and whatever becomes of its Worker
// the page stays useful. The builds with the tag crash fail where a certificate
// asks for it (wasm/worker/crash.go, wasm/page/crash.go).

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { faulty, good } from './faulty.mjs';
import { chromiumTest, close, drop, inspect, loaded, openPage, smime, waitForState } from './harness.mjs';
import { host } from './host.mjs';

after(close);

const other = smime('rsa_strict_key_encipherment_ku.pem');

/** Drops files and waits for the second opinion. @param {import('playwright-core').Page} page @param {import('./harness.mjs').Dropped[]} files */
async function inspectTwice(page, files) {
  await inspect(page, files);
  await waitForState(page, 'secondOpinion', 'done');
}

/** @param {import('playwright-core').Page} page */
const secondLine = (page) => page.locator('.second-opinion').first().innerText();

test('zlint joins the report when it has judged', async () => {
  const { page, problems } = await openPage();
  await inspectTwice(page, [other]);
  assert.match(await secondLine(page), /is included/);
  assert.match(await page.locator('.findings').innerText(), /zlint/);
  await page.locator('.left-out summary').click();
  assert.match(await page.locator('.left-out').innerText(), /e_ecdsa_small_private_key/);
  assert.equal(await page.evaluate(() => document.activeElement?.localName), 'summary');
  assert.deepEqual(problems, []);
});

chromiumTest('the Worker has no way out', async () => {
  const { page } = await openPage();
  await inspectTwice(page, [good]);
  const [worker] = page.workers();
  const ways = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts', 'Worker', 'indexedDB', 'caches'];
  assert.deepEqual(await worker.evaluate((ways) => ways.filter((name) => name in globalThis), ways), []);
  await assert.rejects(worker.evaluate("import('http://127.0.0.1:1/x.js')"), 'the policy forbids what cannot be taken away');
  await inspectTwice(page, [other]);
  assert.match(await secondLine(page), /is included/);
});

for (const { fault, says } of [
  { fault: 'worker panics', says: /failed on this certificate, at its check e_distribution_point_incomplete/ },
  { fault: 'worker overflows', says: /failed on this certificate, at its check e_distribution_point_incomplete/ },
  { fault: 'worker hoards', says: /failed on this certificate, at its check e_distribution_point_incomplete/ },
  { fault: 'worker spins', says: /took too long and was stopped at its check e_distribution_point_incomplete/ },
]) {
  test(`the page goes on when the ${fault}`, async () => {
    const { page, requests } = await openPage({ tags: 'crash' });
    await inspectTwice(page, [good]);
    const before = requests.length;
    await inspectTwice(page, [faulty(fault)]);
    assert.match(await secondLine(page), says);
    // By itself, or beside the rule of the rule book that says the same.
    assert.match((await page.locator('.findings').textContent()) ?? '', /e_commonname_mailbox_validated/, 'what it had found until then is there');
    await inspectTwice(page, [good]);
    assert.match(await secondLine(page), /is included/, 'the next certificate is answered');
    assert.deepEqual(requests.slice(before), [], 'a new Worker requests nothing');
  });
}

test('a certificate that brings the Worker down twice is not tried again', async () => {
  const { page } = await openPage({ tags: 'crash' });
  await inspectTwice(page, [good]);
  let workers = page.workers().length;
  page.on('worker', () => workers++);
  for (let time = 0; time < 3; time++) {
    await inspectTwice(page, [faulty('worker panics')]);
    assert.match(await secondLine(page), /failed on this certificate, at its check/);
  }
  await inspectTwice(page, [good]);
  assert.equal(workers, 3, 'the first one and two in its place, which answer for chains as well');
});

test('a panic in the program of the page is told, and the next certificate is answered', async () => {
  const { page } = await openPage({ tags: 'crash' });
  await inspect(page, [faulty('page panics')]);
  assert.match(await page.locator('#result').innerText(), /a fault of this page and not of your file/);
  await inspectTwice(page, [good]);
  assert.match(await secondLine(page), /is included/);
});

for (const fault of ['page overflows', 'page hoards']) {
  test(`when the ${fault}, that is told, and the page loaded again answers`, async () => {
    const { page } = await openPage({ tags: 'crash' });
    await drop(page, [faulty(fault)]);
    await page.getByRole('alert').getByText("The page's program has stopped.").waitFor();
    await page.reload();
    await waitForState(page, 'state', 'ready');
    await inspectTwice(page, [good]);
    assert.match(await secondLine(page), /is included/);
  });
}

test('where the search for chains fails the page says so, and the next one is answered', async () => {
  const { page } = await openPage({ tags: 'crash' });
  await inspectTwice(page, [faulty('chain panics')]);
  await page.getByRole('tab', { name: 'Chain' }).click();
  const chain = page.getByRole('tabpanel', { name: 'Chain' });
  await chain.getByText('The chain could not be checked: the program that does so did not answer in this browser.').waitFor();
  assert.match(await page.locator('.facts').innerText(), /In Mozilla's list of roots for email: could not check\./);
  assert.match(await secondLine(page), /is included/, 'all else is there');
  await inspectTwice(page, [good]);
  await chain.getByText('The certificate of an issuer was not supplied, ').waitFor();
});

test('nothing is requested once the page has loaded', async () => {
  const { page, requests } = await openPage();
  await inspectTwice(page, [good]);
  const before = requests.length;
  assert.equal(before, new Set(requests).size, 'nothing is asked for twice');
  await inspectTwice(page, [other]);
  await inspectTwice(page, [good, other]);
  assert.deepEqual(requests.slice(before), []);
});

test('with the server stopped the page answers as before', async (t) => {
  const bare = await host({});
  t.after(bare.close);
  const { page, problems } = await openPage({ host: bare.address, path: '/sealglass/index.html' });
  await loaded(page);
  bare.close();
  await inspectTwice(page, [other]);
  assert.match(await secondLine(page), /is included/);
  assert.deepEqual(problems, []);
});

test('zlint judges by the day that is asked for', async () => {
  const { page, problems } = await openPage();
  await inspectTwice(page, [smime('mailboxValidatedLegacyWithCommonName.pem')]);
  const findings = page.locator('.findings');
  assert.doesNotMatch((await findings.textContent()) ?? '', /e_legacy_generation_deprecated/);
  await page.locator('#as-of').evaluate((select) => {
    /** @type {HTMLSelectElement} */ (select).value = 'today';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await waitForState(page, 'secondOpinion', 'done');
  assert.match((await findings.textContent()) ?? '', /e_legacy_generation_deprecated/);
  assert.deepEqual(problems, []);
});

for (const { name, spoil } of [
  { name: 'is not to be had', spoil: (/** @type {import('playwright-core').Route} */ route) => route.abort() },
  { name: 'was changed on its way', spoil: (/** @type {import('playwright-core').Route} */ route) => route.fulfill({ body: 'another program', contentType: 'application/wasm' }) },
]) {
  test(`a Worker's program that ${name} is not run; the page says so, and answers`, async () => {
    const { page } = await openPage();
    await page.route('**/worker.wasm', spoil);
    await page.reload();
    await waitForState(page, 'state', 'ready');
    await inspectTwice(page, [good]);
    assert.match(await secondLine(page), /could not run in this browser/);
    assert.deepEqual(page.workers(), []);
  });
}

test('the page is ready, and answers, before the Worker is there', async () => {
  const { page, release, problems } = await openPage({ hold: '**/worker.wasm' });
  await waitForState(page, 'state', 'ready');
  await inspect(page, [good]);
  assert.match(await secondLine(page), /Second opinion running/);
  release();
  await waitForState(page, 'secondOpinion', 'done');
  assert.match(await secondLine(page), /is included/);
  assert.deepEqual(problems, []);
});
