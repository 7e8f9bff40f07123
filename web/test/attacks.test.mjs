// Hostile texts in every place of a certificate that holds text
// (testdata/gen/attacks.go): the page has its own elements only, no address that a
// certificate names, no character that cannot be seen, and nothing runs. All of
// them natively: view/static/attacks_test.go.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { close, drop, inspect, loaded, openPage, root, waitForState } from './harness.mjs';

after(close);
after(() => rmSync(folder, { recursive: true }));

const folder = mkdtempSync(path.join(os.tmpdir(), 'sealglass-attacks-'));
execFileSync('go', ['run', './testdata/gen/inputs/write', folder], { cwd: root });
const all = readFileSync(path.join(folder, 'attacks.pem'), 'utf8').split(/(?<=-----END CERTIFICATE-----\n)/);

/** Watches for whatever a text might do. @param {import('playwright-core').Page} page */
async function watch(page) {
  await page.evaluate(() => {
    const seen = Object.assign(globalThis, { seen: /** @type {string[]} */ ([]) }).seen;
    document.addEventListener('securitypolicyviolation', (event) => seen.push(`violated ${event.violatedDirective}`));
    for (const name of /** @type {const} */ (['alert', 'confirm', 'prompt', 'open'])) globalThis[name] = () => /** @type {any} */ (seen.push(name));
  });
}

/**
 * The names of the elements of the page and of their attributes, the addresses in
 * it, and its text.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<{names: string[], addresses: string[], text: string, seen: string[]}>}
 */
const look = (page) => page.evaluate(() => {
  const names = new Set();
  const addresses = [];
  for (const element of document.querySelectorAll('*')) {
    names.add(element.localName);
    for (const { name, value } of element.attributes) {
      names.add(`${name}=`);
      if (['href', 'src', 'action', 'formaction', 'srcdoc', 'style', 'data'].includes(name) || name.startsWith('on')) addresses.push(`${name}=${value}`);
    }
  }
  const texts = document.createTreeWalker(/** @type {HTMLElement} */ (document.getElementById('result')), NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  let text = document.title;
  while (texts.nextNode()) text += `\n${texts.currentNode.nodeValue}`;
  return { names: [...names], addresses, text, seen: /** @type {any} */ (globalThis).seen };
});

/** Characters that must not stand on the page as they are. Lines and indentation are those of the templates. */
const unseen = /[^\P{C}\n]|[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f]/u;

test('what a certificate says is text, and can be seen', async () => {
  const { page, problems, requests } = await openPage();
  await watch(page);
  await inspect(page, [{ name: 'harmless.pem', content: all[0] }]);
  await waitForState(page, 'secondOpinion', 'done');
  const harmless = await look(page);
  const before = requests.length;
  const some = all.filter((_, i) => i % 20 === 3); // each of them has 300 fields
  for (let from = 0; from < some.length; from += 5) {
    await inspect(page, [{ name: '\u202e<b>x<b>.pem', content: some.slice(from, from + 5).join('') }]);
    await waitForState(page, 'secondOpinion', 'done');
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    const got = await look(page);
    assert.deepEqual(got.names.filter((name) => !harmless.names.includes(name) && !['details', 'summary', 'open='].includes(name)), [], 'elements and attributes that a harmless text does not make');
    assert.deepEqual(got.addresses.filter((address) => !harmless.addresses.includes(address)), [], 'addresses');
    assert.equal(unseen.exec(got.text), null, 'a character that cannot be seen');
    assert.match(got.text, /⟨(U\+|0x)[0-9A-F]+⟩/, 'such characters are written out');
    assert.deepEqual(got.seen, []);
  }
  assert.deepEqual(requests.slice(before), []);
  assert.deepEqual(problems, []);
});

test('the same as rows of a table', async () => {
  const { page, problems, requests } = await openPage();
  assert.ok(all.length >= 200, `${all.length} certificates`);
  await watch(page);
  await loaded(page);
  const before = requests.length;
  await drop(page, [{ name: 'attacks.pem', content: all.join('') }]);
  await page.getByText(`All read: ${all.length} rows`).first().waitFor();
  const scroller = page.locator('.lines');
  const end = await scroller.evaluate((element) => element.scrollHeight);
  for (let at = 0; at < end; at += 400) {
    await scroller.evaluate((element, at) => (element.scrollTop = at), at);
    const got = await look(page);
    assert.equal(unseen.exec(got.text), null, 'a character that cannot be seen');
    assert.deepEqual(got.addresses.filter((address) => /evil|javascript:|data:/i.test(address)), []);
    assert.deepEqual(got.names.filter((name) => /^(iframe|object|embed|base|style|plaintext|img)$|^on/.test(name)), []);
    assert.deepEqual(got.seen, []);
  }
  assert.deepEqual(requests.slice(before), []);
  assert.deepEqual(problems, []);
});
