// sealglass.html: the whole page in one file, opened from the disk, where there is
// nothing but itself.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { close, drop, inspect, openPage, root, site, smime, waitForState } from './harness.mjs';

await site('');
const folder = mkdtempSync(path.join(os.tmpdir(), 'sealglass-single-'));
after(close);
after(() => rmSync(folder, { recursive: true }));

const other = smime('rsa_strict_key_encipherment_ku.pem');

/** Opens the file of dist/, alone in a folder. @param {string} name @param {{at?: string, change?: (markup: string) => string}} [options] */
async function openFile(name, { at = '', change = (markup) => markup } = {}) {
  const file = path.join(folder, path.basename(name));
  writeFileSync(file, change(readFileSync(path.join(root, 'dist', name), 'utf8')));
  const opened = await openPage({ host: pathToFileURL(file).href, path: at });
  /** @type {string[]} */
  const asked = [];
  opened.page.on('request', (request) => asked.push(request.url()));
  return { ...opened, asked };
}

test('a drop, the second opinion and a file with a password, from file:// and without a request', async () => {
  const { page, problems, requests, asked } = await openFile('sealglass.html');
  await waitForState(page, 'state', 'ready');
  await inspect(page, [other]);
  await waitForState(page, 'secondOpinion', 'done');
  assert.match(await page.locator('.verdict h2').innerText(), /Not an email certificate/);
  assert.match(await page.locator('.findings').innerText(), /zlint/);
  assert.match(await page.locator('.second-opinion').first().innerText(), /is included/);
  assert.equal(await page.locator('[data-action=link]').count(), 0, 'a link would name a place on this device');

  execFileSync('go', ['run', './testdata/gen/inputs/write', folder], { cwd: root });
  /** @type {{file: string, password: string, answers: {code: string, certificates: string[]}[]}[]} */
  const table = JSON.parse(readFileSync(path.join(folder, 'table.json'), 'utf8'));
  const row = table.find(({ password, answers }) => password && answers[0]?.code === '' && answers[0].certificates.length > 0) ?? assert.fail('no file with a password');
  await drop(page, [path.join(folder, row.file)]);
  await page.getByLabel('Password of the file').fill(row.password);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.locator('.facts').first().waitFor();

  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')).filter((href) => !href?.startsWith('#'))), [], 'it leads nowhere');
  assert.deepEqual(await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !/^(blob|data):/.test(name))), []);
  assert.deepEqual([requests, asked.filter((url) => !/^(blob|data):/.test(url)), problems], [[], [], []]);
});

test('a certificate in its address opens, and a hundred files make the table', async () => {
  const pem = readFileSync(smime('aiaWithValidNamesStrict.pem'), 'utf8');
  const der = Buffer.from(/-----BEGIN CERTIFICATE-----([^-]+)/.exec(pem)?.[1] ?? '', 'base64');
  const { page, problems } = await openFile('sealglass.html', { at: `#v1,${deflateRawSync(der).toString('base64url')}` });
  await page.getByText('Certificate from a link').waitFor();
  await drop(page, Array.from({ length: 100 }, (_, i) => {
    const content = Buffer.from(der);
    content.writeUInt32BE(i, content.length - 8);
    return { name: `${i}.cer`, content };
  }));
  await page.getByText('All read: 100 rows').first().waitFor();
  assert.equal(new URL(page.url()).hash, '', 'the address does not hold what is not shown');
  assert.deepEqual(problems, []);
});

test('from a server it works as well, and asks for nothing but itself', async () => {
  const { page, problems, requests, address } = await openPage({ path: 'sealglass.html' });
  await inspect(page, [other]);
  await waitForState(page, 'secondOpinion', 'done');
  assert.deepEqual([requests, problems], [[`GET ${address}sealglass.html`], []]);
});

test('it speaks German', async () => {
  const { page, problems } = await openFile('de/sealglass.html');
  await waitForState(page, 'state', 'ready');
  await page.getByText('Wie Sie das nachprüfen können').click();
  await page.getByText('Diese Datei ist die ganze Seite.').waitFor();
  assert.equal(await page.getByText('eigenen Server laden').count(), 0);
  assert.match(await page.locator('#policy').innerText(), /connect-src 'none'/);
  await page.getByText('Lizenzen dessen, was in dieser Datei ist').click();
  await page.getByText('Copyright 2009 The Go Authors').first().waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), 'the licences wrap');
  assert.deepEqual(problems, []);
});

test('a file that was changed or cut off is not run, and says so', async () => {
  const changes = [
    (/** @type {string} */ markup) => markup.replace("packed = 'AwAAAA", "packed = 'AwAAAB"),
    (/** @type {string} */ markup) => markup.slice(0, markup.length / 2),
  ];
  for (const change of changes) {
    const { page } = await openFile('sealglass.html', { change });
    await page.getByRole('alert').getByText('this file was cut off or changed').waitFor();
    assert.equal(await page.evaluate(() => 'Go' in globalThis), false);
  }
});

test('the page offers the file', async () => {
  const { page, address } = await openPage({ path: 'de/' });
  await page.getByText('Wie Sie das nachprüfen können').click();
  const link = page.getByRole('link', { name: 'eine Datei' });
  assert.equal(new URL(await link.getAttribute('href') ?? '', page.url()).href, `${address}de/sealglass.html`);
});
