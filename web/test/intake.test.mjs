// How a person gives the page something: dropped, picked, pasted, early.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { answerTo, chromiumTest, close, drag, drop, inspect, openPage, smime, waitForState } from './harness.mjs';

after(close);

const good = smime('aiaWithValidNamesStrict.pem');
const pem = readFileSync(good, 'utf8');
const base64 = (/-----BEGIN CERTIFICATE-----([^-]+)/.exec(pem)?.[1] ?? '').replace(/\s/g, '');

/** @param {import('playwright-core').Page} page */
const sources = (page) => page.locator('.source, .folded-name').allTextContents();

test('a dropped PEM file is answered with a card, findings and fields', async () => {
  const { page, problems } = await openPage();
  await page.evaluate(() => {
    // @ts-expect-error what the page says aloud, in its order
    const said = (globalThis.said = []);
    const status = document.getElementById('status');
    if (status) new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
  });
  await inspect(page, [good]);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  assert.match(await page.locator('.facts').innerText(), /For\s+test@example\.com/i);
  await page.locator('.field', { hasText: 'Serial number' }).first().waitFor({ state: 'attached' });
  assert.notEqual(await page.locator('.counters').innerText(), '');
  assert.equal(await page.evaluate(() => document.activeElement?.localName), 'h2', 'the answer gets the focus');
  assert.match((await page.getByRole('status').textContent()) ?? '', /\S/, 'the answer is announced');
  assert.deepEqual(problems, []);
  // @ts-expect-error see above
  const said = await page.evaluate(() => globalThis.said);
  assert.deepEqual(said.filter((/** @type {string} */ text) => /cancel/i.test(text)), [], 'nothing is said of a table that there is not');
});

test('one file or several can be picked', async () => {
  const { page, problems } = await openPage();
  await page.getByLabel('Choose files').setInputFiles(good);
  await waitForState(page, 'state', 'done');
  assert.deepEqual(await sources(page), ['aiaWithValidNamesStrict.pem']);
  await page.getByLabel('Choose files').setInputFiles([good, smime('rsa_strict_key_encipherment_ku.pem')]);
  await page.getByRole('heading', { name: /2 files/ }).waitFor();
  assert.deepEqual(problems, []);
});

test('a text can be pasted into the field and sent', async () => {
  const { page, problems } = await openPage();
  await page.getByText('Paste text', { exact: true }).click();
  await page.getByLabel('The certificate as text').fill(`Dear Erika,\r\nhere it is:\r\n\r\n${pem.replaceAll('\n', '\r\n')}\r\nRegards`);
  await page.getByRole('button', { name: 'Check this text' }).click();
  await waitForState(page, 'state', 'done');
  assert.match(await page.locator('.facts').innerText(), /test@example\.com/);
  assert.equal(await page.getByLabel('The certificate as text').inputValue(), '', 'the field is cleared');
  assert.deepEqual(problems, []);
});

test('text can be pasted anywhere', async () => {
  const { page, problems } = await openPage();
  await page.getByText('Paste text', { exact: true }).click();
  await page.getByLabel('The certificate as text').fill(pem);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+x');
  await page.locator('h1').click();
  await page.keyboard.press('ControlOrMeta+v');
  await waitForState(page, 'state', 'done');
  assert.match(await page.locator('.facts').innerText(), /test@example\.com/);
  assert.deepEqual(problems, []);
});

chromiumTest('files can be pasted anywhere', async () => {
  const { page, problems } = await openPage();
  await page.evaluate((pem) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([pem], 'pasted.cer'));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, pem);
  await waitForState(page, 'state', 'done');
  assert.deepEqual(await sources(page), ['pasted.cer']);
  assert.deepEqual(problems, []);
});

for (const [name, content] of /** @type {[string, string | Buffer][]} */ ([
  ['PEM with text around and CRLF', `Bag Attributes\r\n  friendlyName: x\r\n${pem.replaceAll('\n', '\r\n')}bye\r\n`],
  ['DER', Buffer.from(base64, 'base64')],
  ['bare base64', base64],
])) {
  test(`${name} is read`, async () => {
    const { page, problems } = await openPage();
    await inspect(page, [{ name: 'x.bin', content }]);
    assert.match(await page.locator('.facts').innerText(), /test@example\.com/);
    assert.deepEqual(problems, []);
  });
}

test('several blocks in one file are listed, the first one open', async () => {
  const { page, problems } = await openPage();
  const other = readFileSync(smime('rsa_strict_key_encipherment_ku.pem'), 'utf8');
  await inspect(page, [{ name: 'chain.pem', content: pem + other }]);
  assert.equal(await page.getByRole('heading', { level: 2 }).first().innerText(), '2 certificates');
  assert.deepEqual(await page.locator('details.folded').evaluateAll((all) => all.map((d) => /** @type {HTMLDetailsElement} */ (d).open)), [true, false]);
  assert.deepEqual(problems, []);
});

test('a file dropped before the program has loaded waits and is answered', async () => {
  const { page, problems, release } = await openPage({ hold: '**/page.wasm' });
  await drop(page, [good]);
  await page.getByText('Your certificate is waiting').waitFor();
  release();
  await waitForState(page, 'state', 'done');
  assert.match(await page.locator('.facts').innerText(), /test@example\.com/);
  assert.deepEqual(problems, []);
});

chromiumTest('a drop is answered where the answer before it was written anew meanwhile', async () => {
  const { page, problems } = await openPage();
  await inspect(page, [good]);
  await waitForState(page, 'secondOpinion', 'done');
  const letGo = await drag(page, [smime('rsa_strict_key_encipherment_ku.pem')]);
  const under = await page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('#result'));
  assert.equal(under, null, 'nor would it be lost with an element that goes at that moment');
  await page.evaluate(() => {
    const result = /** @type {HTMLElement} */ (document.getElementById('result'));
    result.replaceChildren(...[...result.childNodes].map((node) => node.cloneNode(true)));
  });
  await answerTo(page, letGo);
  assert.deepEqual(await sources(page), ['rsa_strict_key_encipherment_ku.pem']);
  assert.deepEqual(problems, []);
});

chromiumTest('an answer can be used after a drag of whose end nothing was heard', async () => {
  const { page, problems } = await openPage();
  await inspect(page, [good]);
  await drag(page, [good]);
  await page.locator('[data-dragging]').waitFor({ state: 'attached' });
  await page.mouse.move(10, 10);
  await page.getByRole('tab', { name: 'Fields' }).click();
  assert.equal(await page.locator('[data-dragging]').count(), 0);
  assert.deepEqual(problems, []);
});

test('what is no certificate gets its sentence, and the next one is answered', async () => {
  const { page, problems } = await openPage();
  await inspect(page, [{ name: 'notes.txt', content: 'nothing of that kind' }]);
  await page.getByText('This text holds no certificate').waitFor();
  await inspect(page, [good]);
  assert.match(await page.locator('.facts').innerText(), /test@example\.com/);
  assert.deepEqual(problems, []);
});

test('a long text gives what it holds, dropped and pasted, and the next one is answered while it is read', async () => {
  const { page, problems } = await openPage();
  const long = `${'a line of a letter\n'.repeat(1000)}${pem}-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n`;
  const found = async () => {
    await page.getByText('This is a private key. Keep it secret.').waitFor();
    assert.match((await page.locator('.facts').textContent()) ?? '', /test@example\.com/);
  };
  await inspect(page, [{ name: 'letter.txt', content: long }]);
  await found();
  assert.equal((await sources(page))[0], 'letter.txt');
  await answerTo(page, async () => {
    await page.getByText('Paste text', { exact: true }).click();
    await page.getByLabel('The certificate as text').fill(long);
    await page.getByRole('button', { name: 'Check this text' }).click();
  });
  await found();
  assert.equal((await sources(page))[0], 'Pasted text');
  await drop(page, [{ name: 'hostile.txt', content: 'M           '.repeat(300_000) }]);
  await inspect(page, [good]);
  assert.match(await page.locator('.facts').innerText(), /test@example\.com/);
  assert.deepEqual(await sources(page), ['aiaWithValidNamesStrict.pem']);
  assert.deepEqual(problems, []);
});

test('a private key is refused, and the field it was pasted into is empty', async () => {
  const { page, problems } = await openPage();
  const secret = Buffer.alloc(48, 'secret').toString('base64');
  await page.getByText('Paste text', { exact: true }).click();
  await page.getByLabel('The certificate as text').fill(`-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----\n`);
  await page.getByRole('button', { name: 'Check this text' }).click();
  await page.getByText('This is a private key. Keep it secret.').waitFor();
  assert.equal(await page.getByLabel('The certificate as text').inputValue(), '');
  const said = await page.evaluate(() => document.documentElement.outerHTML + JSON.stringify([localStorage.length, sessionStorage.length]));
  for (let i = 0; i + 8 <= secret.length; i++) assert.ok(!said.includes(secret.slice(i, i + 8)), 'a part of the key is on the page');
  assert.deepEqual(problems, []);
});
