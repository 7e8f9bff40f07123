// What people take along: the report as text and as a page, the certificate, and
// a link that holds it.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromiumTest, close, downloaded, inspect, loaded, offerModules, openPage, smime } from './harness.mjs';

after(close);

const good = smime('aiaWithValidNamesStrict.pem');
const other = smime('rsa_strict_key_encipherment_ku.pem');
const clipboard = { permissions: ['clipboard-write'] };

/** What was copied, which the page itself may not read. @param {import('playwright-core').Page} page @returns {Promise<() => Promise<string>>} */
async function listen(page) {
  await page.evaluate(() => {
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = (text) => write(text).then(() => void (document.body.dataset.copied = text));
  });
  return async () => (await page.locator('body[data-copied]').getAttribute('data-copied')) ?? '';
}

/** @param {string} file @returns {string} the base64 of its first certificate */
const body = (file) => (/-----BEGIN CERTIFICATE-----([^-]+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '').replace(/\s/g, '');

/** Clicks in the menu of other forms. @param {import('playwright-core').Page} page @param {string} name */
async function takeAs(page, name) {
  await page.getByText('Other forms', { exact: true }).click();
  await page.getByRole('button', { name, exact: true }).click();
}

test('the report as Markdown and as plain text, and the certificates, all of them', async () => {
  const { page, problems } = await openPage({ context: clipboard });
  await inspect(page, [good, other]);
  const copied = await listen(page);
  await page.getByRole('button', { name: 'Copy report' }).click();
  await page.getByText('The report is in the clipboard.').waitFor({ state: 'attached' });
  assert.match(await copied(), /^# Certificate report\n[^]*## aiaWithValidNamesStrict[^]*## rsa/);
  await takeAs(page, 'Copy as plain text');
  await page.waitForFunction(() => document.body.dataset.copied?.startsWith('aiaWith'));
  const pem = await downloaded(page, () => takeAs(page, 'Download the certificate (PEM)'));
  assert.deepEqual(pem.text.match(/-----BEGIN CERTIFICATE-----[^-]+/g)?.map((part) => part.slice(27).replace(/\s/g, '')), [body(good), body(other)]);
  assert.deepEqual(problems, []);
});

test('the report as one page opens from the disk, asks for nothing and runs nothing', async () => {
  const { page, problems } = await openPage();
  await inspect(page, [good]);
  const report = await downloaded(page, () => page.getByRole('button', { name: 'Download report' }).click());
  assert.doesNotMatch(report.text, /<(script|link|button|template|form|img)\b|\ssrc=|\shref=/);
  assert.match(report.text, /content="default-src 'none'; style-src 'sha256-[^']+'"/);

  const at = `${report.path}.html`;
  writeFileSync(at, report.text);
  await page.goto(pathToFileURL(path.resolve(at)).href);
  await page.getByRole('heading', { level: 2 }).waitFor();
  assert.match(await page.locator('.facts').innerText(), /test@example\.com/);
  await page.getByText('Serial number', { exact: true }).first().waitFor();
  assert.equal(await page.locator('.card').evaluate((card) => getComputedStyle(card).borderTopWidth), '1px', 'its style sheet holds');
  assert.deepEqual(problems, []);
});

// Firefox 153 crashes when its driver looks for something in a dialog as it opens.
chromiumTest('a link holds a certificate, after it was said what the link tells', async () => {
  const { page, problems, requests } = await openPage({ context: clipboard });
  await inspect(page, [good]);
  const copied = await listen(page);
  await loaded(page);
  const before = requests.length;
  await takeAs(page, 'Link with this certificate');
  const dialog = page.getByRole('dialog', { name: 'Link with this certificate' });
  assert.ok((await dialog.getByRole('listitem').allTextContents()).includes('test@example.com'));
  assert.equal(await page.getByLabel('The link').isVisible(), false);
  await dialog.getByRole('button', { name: 'Copy the link' }).click();
  await dialog.getByText('The link is in the clipboard.').waitFor();
  const link = await copied();
  assert.match(link, /#v1,[\w-]+$/);
  assert.equal(await page.getByLabel('The link').inputValue(), link);
  await dialog.getByRole('button', { name: 'Close' }).click();
  assert.deepEqual(requests.slice(before), []);

  const fresh = await openPage({ path: new URL(link).hash, ready: false });
  await fresh.page.getByText('Certificate from a link').waitFor();
  assert.match(await fresh.page.locator('.facts').innerText(), /test@example\.com/);
  assert.ok(fresh.requests.every((request) => !request.includes('v1')), 'the server does not see it');

  await fresh.page.evaluate(() => (location.hash = '#v1,AAAA'));
  await fresh.page.getByRole('alert').getByText('holds no certificate that can be read').waitFor();
  await fresh.page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await fresh.page.getByRole('alert').getByText('holds no certificate').waitFor({ state: 'hidden' });
  await inspect(fresh.page, [other]);
  assert.equal(new URL(fresh.page.url()).hash, '', 'the address does not hold what is not shown');
  assert.deepEqual([...problems, ...fresh.problems], []);
});

test('links are bounded, and hold nothing but a certificate', async () => {
  const { page } = await openPage();
  await offerModules(page, 'fragment.js', 'base64.js');
  const answers = await page.evaluate(async () => {
    /** @type {typeof import('../fragment.js')} */
    const { maxCertificate, pack, unpack } = await import(new URL('fragment.js', document.baseURI).href);
    /** @param {number} n @param {number} [first] */
    const bytes = (n, first = 0x30) => {
      const all = new Uint8Array(n);
      for (let at = 0; at < n; at += 65536) crypto.getRandomValues(all.subarray(at, at + 65536));
      all[0] = first;
      return all;
    };
    /** @param {Uint8Array<ArrayBuffer>} data */
    async function deflate(data) {
      const packed = await new Response(new Blob([data]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();
      return `#v1,${btoa(String.fromCharCode(...new Uint8Array(packed))).replaceAll('+', '-').replaceAll('/', '_')}`;
    }
    const lengths = [];
    for (const n of [maxCertificate - 1, maxCertificate]) lengths.push((await unpack(await pack(bytes(n)) ?? ''))?.length === n);
    const zeros = new Uint8Array(maxCertificate + 1);
    zeros[0] = 0x30;
    return {
      lengths,
      tooLarge: await pack(bytes(maxCertificate + 1)),
      bomb: await unpack(await deflate(zeros)),
      text: await unpack(await deflate(bytes(100, 0x41))),
      garbage: [await unpack('#v1,'), await unpack('#v1,%%%'), await unpack('#v1,abcdefgh'), await unpack('#v2,'), await unpack(`#v1,${'A'.repeat(200000)}`)],
    };
  });
  assert.deepEqual(answers, { lengths: [true, true], tooLarge: null, bomb: null, text: null, garbage: [null, null, null, null, null] });
});

test('neither a message nor a file with a key gives a link; a certificate among several does', async () => {
  const { page } = await openPage();
  const offers = () => page.locator('[data-action=link]').count();
  await inspect(page, [good]);
  assert.equal(await offers(), 1);
  await inspect(page, [good, other]);
  assert.equal(await offers(), 2);
  const key = '-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n';
  await inspect(page, [{ name: 'both.pem', content: key + readFileSync(good, 'utf8') }]);
  assert.equal(await offers(), 0);
});
