// <sealglass-card> in somebody else's page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { changeOnItsWay, close, jsonReport, openPage, root, site as built, smime } from './harness.mjs';
import { heard, host, policy } from './host.mjs';

const pem = readFileSync(smime('rsa_strict_key_encipherment_ku.pem'), 'utf8').replace(/^[^]*?-----BEGIN/, '-----BEGIN');
const block = `<script type="application/x-pem-file" id="cert1">${pem}</script>`;
await built('');
const { samples } = await import('../../dist/samples.js');
const names = ['Erika', 'Mustermann', 'Beispiel', 'example.com'];
const below = `<pre>${'\n'.repeat(400)}</pre>`;

const site = await host({
  '/one.html': { body: `${block}<sealglass-card src="#cert1" view="findings"><p>As it was printed.</p></sealglass-card>` },
  '/below.html': { body: `${block}${below}<sealglass-card src="#cert1"><p>As it was printed.</p></sealglass-card>` },
  '/click.html': { body: `${block}<sealglass-card src="#cert1" lazy="click" lang="de"></sealglass-card>` },
  '/ten.html': { body: block + '<sealglass-card src="#cert1" lazy="off"></sealglass-card>'.repeat(10) },
  '/drop.html': { body: '<sealglass-drop lazy="off"><p>Without a script: send the file to the help desk.</p></sealglass-drop>' },
  '/nobody.html': { body: `<sealglass-card certificate="${samples.findings}" view="full" no-pii></sealglass-card>` },
  '/strict.html': {
    body: `${block}<sealglass-card src="#cert1"><p>As it was printed.</p></sealglass-card>`,
    policy: policy.replace(" 'wasm-unsafe-eval'", ''),
  },
  '/alone.html': {
    body: `${block}<sealglass-card src="#cert1" lazy="click" view="findings"></sealglass-card>`,
    policy: policy.replace('worker-src blob:', "worker-src 'none'"),
  },
  '/wrong.html': { body: '<sealglass-card certificate="nothing of the kind"></sealglass-card><sealglass-card></sealglass-card><sealglass-card src="https://other.example/a.cer">Printed</sealglass-card>' },
});
after(close);
after(site.close);

/** Opens a page of the host. @param {string} path */
async function open(path) {
  const before = site.requests.length;
  return { ...(await openPage({ host: site.address, path })), asked: () => site.requests.slice(before) };
}

/** Waits until so many results are complete. @param {import('playwright-core').Page} page @param {number} n */
const complete = (page, n = 1) => page.waitForFunction(
  (n) => [...document.querySelectorAll('sealglass-card, sealglass-drop')].filter((card) => card.shadowRoot?.querySelector('.root[data-second-opinion=done][data-state=done]')).length >= n, n);

test('a card shows a certificate under the documented policy, with its events and its parts', async () => {
  const { page, problems, asked } = await open('/one.html');
  await complete(page);
  const card = page.locator('sealglass-card');
  await card.getByRole('heading', { level: 2, name: 'Not an email certificate' }).waitFor();
  assert.equal(await card.getByText('As it was printed.').isVisible(), false);
  assert.equal(await card.getByText('Check another').isVisible(), false);
  assert.match(await card.locator('.second-opinion').innerText(), /is included/);
  assert.deepEqual(await card.evaluate((card) => [document.activeElement === document.body, card.shadowRoot?.querySelectorAll('.fields, .bytes').length]), [true, 0]);
  await card.locator('.finding summary').first().click();
  const events = await heard(page);
  const [name, detail] = events.at(-2) ?? [];
  assert.equal(name, 'sealglass-result');
  assert.equal(detail.verdict, 'not-email');
  assert.equal(detail.complete, true);
  assert.equal(detail.counts.error, detail.model.inputs[0].certificates[0].findings.filter((/** @type {any} */ f) => f.severity === 'error').length);
  const [selected, { rule, finding, certificate }] = events.at(-1) ?? [];
  assert.deepEqual([selected, finding.rule, certificate], ['sealglass-finding-select', rule, detail.model.inputs[0].certificates[0].sha256]);
  assert.deepEqual(asked().slice(2).sort(), ['card.css', 'card.en.json', 'page.wasm', 'wasm_exec.js', 'wasm_exec.js', 'worker.js', 'worker.wasm'].map((name) => `/sealglass/${name}`));
  assert.deepEqual(problems, []);
});

test('the policy of these tests is that of the guide', () => {
  const guide = readFileSync(path.join(root, 'docs/embedding.md'), 'utf8');
  const [, said = ''] = /```\n(script-src [^\n]*)\n```/.exec(guide) ?? [];
  const types = [...guide.matchAll(/`((?:require-)?trusted-types[^`]*)`/g)].map(([, directive]) => directive);
  assert.deepEqual(policy.split('; ').slice(1).sort(), [...said.split('; '), ...types].sort());
});

test('nothing but sealglass.js is loaded until a card is seen, or asked for', async () => {
  const { page, asked, problems } = await open('/below.html');
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.deepEqual(asked(), ['/below.html', '/sealglass/sealglass.js']);
  await page.locator('sealglass-card').scrollIntoViewIfNeeded();
  await complete(page);

  const later = await open('/click.html');
  await later.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.deepEqual(later.asked(), ['/click.html', '/sealglass/sealglass.js']);
  await later.page.getByRole('button', { name: 'Dieses Zertifikat zeigen' }).click();
  await later.page.getByRole('heading', { level: 2, name: /^Kein E.Mail-Zertifikat$/ }).waitFor();
  assert.deepEqual([...problems, ...later.problems], []);
});

test('the element to drop files on answers as the page does', async () => {
  const { page, problems } = await open('/drop.html');
  const history = () => page.evaluate(() => [globalThis.history.length, globalThis.history.state, location.href]);
  const before = await history();
  const card = page.locator('sealglass-drop');
  await card.getByText('Drop your email certificate here').waitFor();
  assert.equal(await card.getByText('Without a script').isVisible(), false);
  assert.equal(await card.getByText('Check another').isVisible(), false);
  await card.locator('#files').setInputFiles(smime('rsa_strict_key_encipherment_ku.pem'));
  await card.getByRole('heading', { level: 2, name: 'Not an email certificate' }).waitFor();
  await complete(page);
  assert.equal(await card.locator('.drop-here').innerText(), 'Check another');
  await card.getByRole('tab', { name: 'Bytes' }).click();
  await card.getByRole('button', { name: 'Show structure and bytes' }).click();
  assert.match(await card.locator('.about').innerText(), /SEQUENCE/);
  assert.deepEqual(await history(), before, "the history is the host page's own");
  assert.deepEqual(problems, []);
});

test('with no-pii nobody is named: neither in the card, nor in what is taken from it, nor in its events', async () => {
  const { page, problems } = await open('/nobody.html');
  const card = page.locator('sealglass-card');
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => void (document.title = text);
  });
  await card.evaluate((card) => card.removeAttribute('no-pii'));
  await complete(page);
  const named = () => card.evaluate((card) => card.shadowRoot?.innerHTML + JSON.stringify([/** @type {any} */ (card).report, globalThis.heard.at(-1)]));
  for (const name of names) assert.ok((await named()).includes(name), name);

  await card.evaluate((card) => card.setAttribute('no-pii', ''));
  await card.getByText('[hidden]').first().waitFor();
  await complete(page);
  const forms = [await named(), JSON.stringify(await jsonReport(page))]; // it leaves the menu open
  for (const button of ['Copy report', 'Copy as plain text']) {
    await card.getByRole('button', { name: button }).click();
    await page.waitForFunction(() => document.title.includes('[hidden]'));
    forms.push(await page.title());
    await page.evaluate(() => (document.title = ''));
  }
  for (const form of forms) {
    assert.match(form, /Sample S\/MIME Issuing CA/); // the issuer stays
    for (const name of [...names, '@']) assert.ok(!form.includes(name), `${name} in ${form.slice(0, 80)}`);
  }
  assert.equal(await card.getByRole('tab', { name: 'Bytes' }).count(), 0);
  assert.deepEqual(problems, []);
});

test('ten cards share one program and one Worker', async () => {
  const { page, asked, problems } = await open('/ten.html');
  await complete(page, 10);
  assert.equal(page.workers().length, 1);
  for (const file of ['page.wasm', 'worker.wasm', 'card.en.json', 'card.css']) {
    assert.equal(asked().filter((at) => at === `/sealglass/${file}`).length, 1, file);
  }
  assert.deepEqual(problems, []);
});

test('what stands in the page stays where WebAssembly is forbidden, and a line says why', async () => {
  const { page, asked } = await open('/strict.html');
  const card = page.locator('sealglass-card');
  await card.getByText("this page's policy does not permit WebAssembly").waitFor();
  await card.getByText('As it was printed.').waitFor();
  assert.deepEqual((await heard(page)).map(([name, { code }]) => [name, code]), [['sealglass-error', 'wasm']]);
  assert.ok(!asked().includes('/sealglass/page.wasm'));
});

test('a card answers where no Worker may be made, and says that there is no second opinion', async () => {
  const { page, asked } = await open('/alone.html');
  const card = page.locator('sealglass-card');
  await card.locator('button').click();
  await card.getByRole('heading', { level: 2, name: 'Not an email certificate' }).waitFor();
  await card.getByText('The second opinion (zlint) could not run in this browser.').waitFor();
  assert.equal(asked().filter((at) => at === '/sealglass/page.wasm').length, 1);
});

test('what is no certificate, not there, or of another site is told', async () => {
  const { page, requests } = await open('/wrong.html');
  const cards = page.locator('sealglass-card');
  await cards.nth(0).getByRole('heading', { name: 'Could not check' }).waitFor();
  await cards.nth(1).getByText('There is no certificate to show here.').waitFor();
  await cards.nth(2).getByText('could not be fetched from this site').waitFor();
  await cards.nth(2).getByText('Printed').waitFor();
  assert.deepEqual(requests.filter((request) => request.includes('other.example')), []);
});

test('a file that was changed on its way is not used', async () => {
  for (const [path, name] of [['/click.html', 'wasm_exec.js'], ['/click.html', 'page.wasm'], ['/alone.html', 'page.wasm'], ['/click.html', 'card.css'], ['/click.html', 'card.en.json']]) {
    const { page } = await openPage({ host: site.address, path });
    await page.locator('sealglass-card').evaluate((card) => card.setAttribute('lang', 'en'));
    await changeOnItsWay(page, name, ' ');
    await page.locator('sealglass-card button').click();
    await page.getByText('the program that reads it did not arrive complete').waitFor();
    if (name === 'wasm_exec.js') assert.equal(await page.evaluate('"Go" in globalThis'), false, 'it was run');
  }
});
