// The certificates to try, and the comparison of one's address with a certificate's.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { answerTo, close, inspect, offerModules, openPage, smime, waitForState } from './harness.mjs';

after(close);

/** Tries one, until its answer is painted. @param {import('playwright-core').Page} page @param {string} name */
async function tryExample(page, name) {
  await page.getByText('Try an example', { exact: true }).click();
  await answerTo(page, () => page.getByRole('button', { name, exact: true }).click());
  return page.getByRole('heading', { level: 2 }).first().innerText();
}

test('each example shows what it is named for, and none is asked for', async () => {
  const { page, problems, requests } = await openPage();
  await page.waitForLoadState('networkidle');
  const loaded = requests.length;
  assert.equal(await tryExample(page, 'A certificate in order'), 'Ready to use');
  await waitForState(page, 'secondOpinion', 'done');
  assert.equal(await page.locator('.finding').count(), 0, 'nothing to report');
  assert.equal(await tryExample(page, 'One that has expired'), 'Will cause trouble');
  assert.match(await page.locator('.sentence').innerText(), /^It expired on 1 June 2026/);
  assert.equal(await tryExample(page, 'One for a website'), 'Not an email certificate');
  assert.equal(await tryExample(page, 'One with broken rules'), 'Works, with remarks');
  assert.ok((await page.locator('.finding').count()) >= 4);
  assert.equal(await tryExample(page, 'One with a post-quantum key'), 'Ready to use');
  await page.locator('.field', { hasText: 'ML-DSA-65' }).first().waitFor({ state: 'attached' });
  assert.equal(await tryExample(page, 'One for another address'), 'Ready to use');
  await page.getByText(/^It does not match/).waitFor();
  assert.deepEqual(requests.slice(loaded), []);
  assert.deepEqual(problems, []);
});

test('an example that was chosen early is answered as soon as the program is there', async () => {
  const { page, problems, release } = await openPage({ hold: '**/page.wasm' });
  await page.getByText('Try an example', { exact: true }).click();
  await page.getByRole('button', { name: 'A certificate in order' }).press('Enter');
  await page.getByText('Your certificate is waiting').waitFor();
  release();
  await page.getByRole('heading', { level: 2, name: 'Ready to use' }).waitFor();
  assert.deepEqual(problems, []);
});

test('Escape closes the menu and gives the focus back', async () => {
  const { page } = await openPage();
  await page.getByText('Try an example', { exact: true }).press('Enter');
  await page.getByRole('button', { name: 'One for a website' }).press('Escape');
  assert.equal(await page.getByRole('button', { name: 'One for a website' }).isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Try an example');
});

test('the address that one uses is compared with every address of the certificate', async () => {
  const { page, problems, requests } = await openPage();
  await inspect(page, [smime('aiaWithValidNamesStrict.pem')]); // test@example.com
  await waitForState(page, 'secondOpinion', 'done');
  const loaded = requests.length;
  const field = page.getByLabel('Which address do you use?');
  const output = page.locator('.address output');
  for (const [address, said] of /** @type {const} */ ([
    ['test@example.com', /^It matches: /],
    [' test@EXAMPLE.com ', /^It matches: /],
    ['Test@example.com', /^It matches but for capital/],
    ['test@example.org', /^It does not match/],
    ['test@example.com.example.org', /^It does not match/],
    ['test', /not a whole address/],
    ['', /^$/],
  ])) {
    await field.fill(address);
    await field.press('Enter');
    assert.match((await output.textContent()) ?? '', said, address);
  }
  await field.fill('test@example.com');
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByText(/^It matches: /).waitFor();
  await page.getByText('Judge it another way').click();
  await page.getByLabel('Profile').selectOption('sponsor-multipurpose');
  assert.equal(await field.inputValue(), 'test@example.com', 'it stays when the certificate is judged anew');
  await inspect(page, [smime('rsa_strict_key_encipherment_ku.pem')]);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0);
  assert.deepEqual(requests.slice(loaded), []);
  assert.deepEqual(problems, []);
});

test('addresses in other scripts are compared by their domain in ASCII', async () => {
  const { page } = await openPage();
  await offerModules(page, 'address.js');
  const likeness = await page.evaluate(async () => {
    const at = new URL('address.js', document.baseURI).href;
    /** @type {typeof import('../address.js')} */
    const { compare } = await import(at);
    return [
      compare('jörg@bücher.example', ['jörg@xn--bcher-kva.example']),
      compare('jörg@xn--bcher-kva.example', ['x@example.com', 'jörg@bücher.example']),
      compare('JÖRG@BÜCHER.example', ['jörg@bücher.example']),
      compare('jorg@bücher.example', ['jörg@bücher.example']),
      compare('a@b/@example.com', ['a@example.com']),
    ];
  });
  assert.deepEqual(likeness, ['same', 'same', 'letters', 'differs', 'differs']);
});
