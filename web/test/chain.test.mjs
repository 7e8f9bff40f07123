// The Chain part: who stands behind a certificate. One page answers for all
// cases, as it does for a person.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { close, inspect, openPage, root, smimeFolder } from './harness.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sealglass-chain-'));
after(close);
after(() => rmSync(folder, { recursive: true }));

execFileSync('go', ['run', './testdata/gen/inputs/write', folder], { cwd: root });
const table = JSON.parse(readFileSync(path.join(folder, 'table.json'), 'utf8'));

/** A file of the table of inputs. @param {string} name */
const input = (name) => path.join(folder, table.find((/** @type {{name: string}} */ row) => row.name === name).file);

/** How long the Worker may take for 200 certificates on a machine that has much else to do, in milliseconds. */
const limit = 30_000;

/**
 * Drops a file and waits until it is known who stands behind its certificates.
 * @param {import('playwright-core').Page} page
 * @param {import('./harness.mjs').Dropped} file
 */
async function inspectChains(page, file) {
  await inspect(page, [file]);
  await page.waitForFunction(() => document.querySelector('.chain [data-state]') && !document.querySelector('.chain [data-state="running"]'));
}

/** The Chain part of the first certificate, as text. @param {import('playwright-core').Page} page */
const chainText = async (page) => (await page.getByRole('tabpanel', { name: 'Chain' }).first().innerText()).replace(/\s+/g, ' ');

test('who stands behind a certificate', async (t) => {
  const { page, problems } = await openPage();

  // A list from the leaf to the root, each with what it is and how it stands.
  await inspectChains(page, input('pem, root first'));
  await page.getByRole('tab', { name: 'Chain' }).first().click();
  const list = page.getByRole('tabpanel', { name: 'Chain' }).getByRole('list');
  assert.equal(await list.evaluate((list) => list.localName), 'ol');
  const items = await list.getByRole('listitem').allInnerTexts();
  assert.deepEqual(items.map((text) => text.replace(/\s+/g, ' ').trim()), [
    'Erika Mustermann, Beispiel Handels GmbH this certificate Its signature was made with the key of the next.',
    'Sample S/MIME Issuing CA 1, Sample Trust GmbH issuer Its signature was made with the key of the next.',
    "Sample S/MIME Root 1, Sample Trust GmbH root that signed itself; not in Mozilla's list for email The path ends here.",
  ]);
  assert.match(await chainText(page), /^Chain It leads to a root that is not in Mozilla's list of roots for email\./);

  // A link opens that certificate's own report, and the focus goes there.
  const heading = page.getByRole('heading', { level: 2, name: 'Not an email certificate' }).first();
  assert.equal(await heading.isVisible(), false);
  await list.getByRole('button', { name: 'Sample S/MIME Issuing CA 1, Sample Trust GmbH' }).click();
  assert.equal(await heading.evaluate((heading) => heading === document.activeElement), true);
  const own = page.locator('article.certificate').nth(1);
  assert.match(await own.locator('.facts').innerText(), /^For\s+no email address\s+Name\s+Sample S\/MIME Issuing CA 1/);

  // An intermediate that a root of the list has signed, for something else than mail.
  await inspectChains(page, path.join(smimeFolder(), '..', 'emudhraSectigoCrossOvG3B.pem'));
  assert.match(await chainText(page), /Its purposes do not include email \(emailProtection\)\. AAA Certificate Services root in Mozilla's list for email The path ends here\. Mozilla's list of roots for email is that of Firefox [\d.]+, read on \d+ \p{L}+ \d{4}\./u);
  assert.match(await page.locator('.facts').innerText(), /In Mozilla's list of roots for email: yes\. The list is of \d+ \p{L}+ \d{4};/u);

  // Without its issuer's certificate.
  await inspectChains(page, input('der'));
  assert.match(await chainText(page), /^Chain The certificate of an issuer was not supplied, .* Drop a signed mail of its owner or the issuer's \.p7b file together with it\./);
  assert.match(await chainText(page), /The certificate of its issuer, Sample S\/MIME Issuing CA 1, Sample Trust GmbH, was not supplied\./);

  // Certificates of CAs that all signed each other: as many as have a report each,
  // and 200, which the Worker is asked about as the page asks it.
  const mesh = readFileSync(path.join(folder, 'mesh.pem'), 'utf8').match(/-----BEGIN[^]+?END CERTIFICATE-----/g) ?? [];
  assert.equal(mesh.length, 200);
  await inspectChains(page, { name: 'mesh.pem', content: mesh.slice(0, 60).join('\n') });
  assert.match(await chainText(page), /The search stopped after 8 paths\..*these certificates signed each other, and none of them is a root\. 7 more paths/);
  const { ms, stopped } = await page.workers()[0].evaluate((mesh) => {
    const certificates = mesh.map((pem) => Uint8Array.from(atob(pem.replace(/-----.*-----/g, '')), (c) => c.charCodeAt(0)));
    const scope = /** @type {any} */ (globalThis);
    const { postMessage } = scope;
    /** @type {any} */
    let said;
    scope.postMessage = (/** @type {any} */ message) => (said = message);
    const start = performance.now();
    scope.onmessage({ data: { chains: { certificates, at: Date.now() } } });
    scope.postMessage = postMessage;
    return { ms: performance.now() - start, stopped: said.answered.map((/** @type {any} */ report) => report.stopped) };
  }, mesh);
  t.diagnostic(`the Worker took ${Math.round(ms)} ms for 200 certificates`);
  assert.equal(stopped.length, 200);
  assert.equal(stopped[0], 8);
  assert.ok(ms < limit, `${ms} ms`);
  assert.deepEqual(problems, []);
});
