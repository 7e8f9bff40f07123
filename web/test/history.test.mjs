// Back and Forward of the browser: they lead through what the page has shown, and no
// entry of the history holds anything of it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { answerTo, close, drop, inspect, openPage, smime, waitForState } from './harness.mjs';

after(close);

const good = smime('aiaWithValidNamesStrict.pem');
const other = smime('rsa_strict_key_encipherment_ku.pem');
const pem = readFileSync(good, 'utf8');
const der = Buffer.from(/-----BEGIN CERTIFICATE-----([^-]+)/.exec(pem)?.[1] ?? '', 'base64');

/** As many certificates as one likes: only the signature differs. @param {number} n */
const many = (n) => Array.from({ length: n }, (_, i) => {
  const content = Buffer.from(der);
  content.writeUInt32BE(i, content.length - 8);
  return { name: `${String(i).padStart(3, '0')}.cer`, content };
});

/** Goes a step in the history. @param {import('playwright-core').Page} page @param {number} [by] */
const go = (page, by = -1) => page.evaluate((by) => history.go(by), by);
/** Waits for the page as it was at the start. @param {import('playwright-core').Page} page */
async function atStart(page) {
  await waitForState(page, 'state', 'ready');
  assert.equal(await page.locator('#result').innerText(), '');
  assert.ok(await page.getByText('Drop your email certificate here').isVisible());
}
/** @param {import('playwright-core').Page} page */
const source = (page) => page.locator('#result .source').first().innerText();
/** @param {import('playwright-core').Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
/** @param {import('playwright-core').Page} page */
const said = async (page) => (await page.getByRole('status').first().textContent()) ?? '';

test('Back leads to the report before and to the start, Forward to them again; a reload forgets them', async () => {
  const { page, problems, requests } = await openPage();
  const address = page.url();
  await inspect(page, [good]);
  await waitForState(page, 'secondOpinion', 'done');
  const loaded = requests.length;
  await inspect(page, [other]);
  await answerTo(page, () => go(page));
  assert.equal(await source(page), 'aiaWithValidNamesStrict.pem');
  assert.equal(await focused(page), await page.locator('#result h2').first().innerText(), 'the report gets the focus');
  assert.match(await said(page), /\S/, 'and is announced');
  await waitForState(page, 'secondOpinion', 'done');
  assert.match(await page.locator('.second-opinion').first().innerText(), /is included/, 'with its second opinion');

  await go(page);
  await atStart(page);
  assert.equal(await focused(page), 'Is this email certificate in order?', 'the start gets the focus');
  assert.equal(await said(page), '');
  await answerTo(page, () => go(page, 2));
  assert.equal(await source(page), 'rsa_strict_key_encipherment_ku.pem');
  assert.deepEqual(requests.slice(loaded), []);

  assert.equal(page.url(), address);
  assert.equal(await page.evaluate(() => typeof history.state), 'number', 'the history holds a number');
  await page.reload();
  await atStart(page);
  await go(page);
  await page.waitForFunction(() => history.state === 1);
  await atStart(page);
  await inspect(page, [good]);
  await go(page);
  await atStart(page);
  assert.deepEqual(problems, []);
});

test('what is still being read when one goes back is not shown', async () => {
  const { page, problems } = await openPage();
  await page.evaluate(() => {
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = function () {
      return new Promise((resolve) => addEventListener('read on', () => resolve(arrayBuffer.call(this))));
    };
  });
  await drop(page, [good]);
  await page.getByRole('status').getByText('Reading').waitFor({ state: 'attached' });
  await go(page);
  await atStart(page);
  await page.evaluate(() => void dispatchEvent(new Event('read on')));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await atStart(page);
  await go(page, 1);
  await page.waitForFunction(() => history.state === 1);
  await atStart(page);
  assert.deepEqual(problems, []);
});

test('a comparison and the two reports, and the report judged by the settings of now', async () => {
  const { page, problems } = await openPage();
  const [first, second] = many(2);
  await inspect(page, [first, second]);
  await answerTo(page, () => page.getByRole('button', { name: 'Compare the two' }).click());
  assert.equal(await page.locator('.comparison').count(), 1);
  await answerTo(page, () => go(page));
  assert.equal(await page.locator('.comparison').count(), 0);
  await page.getByText('Judge it another way').click();
  await page.getByLabel('Profile').selectOption('mailbox-strict');
  await answerTo(page, () => go(page, 1));
  await answerTo(page, () => page.getByRole('button', { name: 'Show both reports' }).click());
  assert.match(await page.locator('.judged').first().innerText(), /Strict/);
  assert.deepEqual(problems, []);
});

test('Back leads from a certificate to the table that it was opened from, and from another drop as well', async () => {
  const { page, problems } = await openPage();
  await drop(page, many(70));
  await page.getByText('All read: 70 rows').first().waitFor();
  await answerTo(page, () => page.getByRole('button', { name: '003.cer' }).click());
  await go(page);
  await page.getByRole('table').waitFor();
  assert.equal(await focused(page), '003.cer', 'the focus is on the row again');
  assert.equal(await page.locator('#result').innerText(), '');

  await answerTo(page, () => go(page, 1));
  assert.equal(await source(page), '003.cer');
  await page.getByRole('button', { name: 'Back to the table' }).click();
  await page.getByRole('table').waitFor();
  assert.equal(await page.evaluate(() => history.state), 1, 'that is a way back too');

  await page.getByRole('checkbox', { name: 'Compare 001.cer' }).check();
  await page.getByRole('checkbox', { name: 'Compare 002.cer' }).check();
  await answerTo(page, () => page.getByRole('button', { name: 'Compare the two' }).click());
  await answerTo(page, () => page.getByRole('button', { name: 'Show both reports' }).click());
  await page.getByRole('button', { name: 'Back to the table' }).click();
  await page.getByRole('table').waitFor();
  assert.equal(await page.evaluate(() => history.state), 1);
  assert.equal(await focused(page), 'Compare the two');

  await inspect(page, [other]);
  assert.equal(await page.getByRole('table').count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Back to the table' }).count(), 0);
  await page.getByText('Judge it another way').click();
  await page.getByLabel('Profile').selectOption('mailbox-strict');
  await go(page);
  await page.getByRole('table').waitFor();
  await page.getByText('All read: 70 rows').first().waitFor();
  await go(page);
  await atStart(page);
  assert.equal(await page.getByRole('table').count(), 0);
  assert.deepEqual(problems, []);
});

test('a table that is still being read stops when one goes back; of two tables the last is kept', async () => {
  const { page, problems } = await openPage();
  await page.evaluate(() => new MutationObserver((_, observer) => {
    if (document.documentElement.dataset.batch !== 'running') return;
    observer.disconnect();
    history.back();
  }).observe(document.documentElement, { attributes: true }));
  await drop(page, many(300));
  await page.waitForFunction(() => history.state === 0);
  await atStart(page);
  await go(page, 1);
  await page.getByText(/^Cancelled: \d+ of 300 files were read\.$/).first().waitFor();
  await drop(page, many(66));
  await page.getByText('All read: 66 rows').first().waitFor();
  await go(page);
  await atStart(page);
  assert.deepEqual(problems, []);
});

test('sixteen are kept', async () => {
  const { page, problems } = await openPage();
  for (const file of many(17)) await inspect(page, [file]);
  await answerTo(page, () => go(page, -14));
  assert.equal(await source(page), '002.cer');
  await answerTo(page, () => go(page, -1));
  assert.equal(await source(page), '001.cer', 'the sixteenth');
  await go(page, -1);
  await atStart(page);
  assert.equal(await page.evaluate(() => history.state), 1, 'the seventeenth is not');
  assert.deepEqual(problems, []);
});

test('a link has its own entry, and a fragment leaves what is shown', async () => {
  const { page, problems } = await openPage();
  const link = `#v1,${deflateRawSync(der).toString('base64url')}`;
  await inspect(page, [other]);
  await answerTo(page, () => page.evaluate((link) => void (location.hash = link), link));
  assert.equal(await source(page), 'Certificate from a link');
  assert.equal(await page.evaluate(() => history.state), 2);
  await page.evaluate(() => void (location.hash = '#v1,AAAA'));
  await page.getByRole('alert').getByText('holds no certificate that can be read').waitFor();
  await answerTo(page, () => go(page));
  await page.getByRole('alert').getByText('holds no certificate').waitFor({ state: 'hidden' });
  await answerTo(page, () => go(page));
  assert.equal(await source(page), 'rsa_strict_key_encipherment_ku.pem');

  await page.evaluate(() => void (location.hash = '#main'));
  await page.waitForFunction(() => history.state === 1);
  assert.equal(await source(page), 'rsa_strict_key_encipherment_ku.pem', 'a fragment leads to a place on the page');
  await go(page);
  await page.waitForFunction(() => location.hash === '');
  assert.equal(await source(page), 'rsa_strict_key_encipherment_ku.pem');
  await go(page);
  await atStart(page);

  await answerTo(page, () => page.evaluate((link) => void (location.hash = link), link));
  await page.reload();
  await page.getByText('Certificate from a link').waitFor();
  await page.getByText('Try an example').click();
  await answerTo(page, () => page.getByRole('button', { name: 'A certificate in order' }).click());
  assert.equal(new URL(page.url()).hash, '');
  await answerTo(page, () => go(page));
  assert.equal(await source(page), 'Certificate from a link');
  assert.deepEqual(problems, []);
});
