// Many files at once: a table, its rows' full reports, and back.

import assert from 'node:assert/strict';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';
import { maxWorkers } from '../pool.js';
import { answerTo, close, downloaded, drop, inspect, loaded, openPage, root, waitForState } from './harness.mjs';

after(close);

/** The examples that the page offers, as different certificates: only the signature differs. @param {number} n */
async function files(n) {
  const { samples } = await import(pathToFileURL(path.join(root, 'dist', 'samples.js')).href);
  const ders = ['good', 'expired', 'findings'].map((name) => Buffer.from(samples[name], 'base64'));
  return Array.from({ length: n }, (_, i) => {
    const content = Buffer.from(ders[i % ders.length]);
    content.writeUInt32BE(i, content.length - 8);
    return { name: `${String(i).padStart(4, '0')}.cer`, content };
  });
}

/** @param {import('playwright-core').Page} page */
const heading = (page) => page.getByRole('heading', { level: 2 }).first();
/** The names of the files in sight. @param {import('playwright-core').Page} page */
const names = (page) => page.getByRole('row').getByRole('button', { name: '.cer' }).allInnerTexts();

test('three hundred files: a table to sort, to filter, to take along, and whose rows lead to a report and back', async () => {
  const { page, problems, requests } = await openPage();
  await loaded(page);
  const before = requests.length;
  await drop(page, await files(300));
  await page.getByText('All read: 300 rows, 200 with problems.').first().waitFor();
  assert.equal(await heading(page).innerText(), '300 certificates in 300 files');
  assert.equal(await page.evaluate(() => document.activeElement?.localName), 'h2', 'the table gets the focus');
  assert.match((await page.getByRole('status').first().textContent()) ?? '', /All read/, 'the end is announced');
  assert.equal(await page.getByRole('table').getAttribute('aria-rowcount'), '301');
  assert.ok(await page.getByRole('row').count() < 60, 'only the rows in sight exist');
  assert.equal((await names(page))[0], '0000.cer');

  const sortBy = page.getByRole('columnheader').getByRole('button', { name: 'Worst finding' });
  await sortBy.focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.getByRole('columnheader', { name: 'Worst finding' }).getAttribute('aria-sort'), 'ascending');
  assert.match((await page.getByRole('row').nth(1).innerText()), /Will cause trouble/);
  await page.keyboard.press('Enter');
  assert.equal(await page.getByRole('columnheader', { name: 'Worst finding' }).getAttribute('aria-sort'), 'descending');
  assert.match((await page.getByRole('row').nth(1).innerText()), /Ready to use/);

  await page.getByLabel('With problems only').check();
  await page.getByText('200 of 300 rows').first().waitFor();
  await page.getByRole('searchbox', { name: 'Filter' }).fill('0299');
  await page.getByText('1 of 300 rows').first().waitFor();
  assert.deepEqual(await names(page), ['0299.cer']);

  const { text } = await downloaded(page, () => page.getByRole('button', { name: 'Download CSV' }).click());
  const lines = text.split('\r\n');
  assert.match(lines[0], /^\ufeff"File","Certificate in the file","Name","Mailbox","Valid until"/);
  assert.match(lines[1], /^"0299\.cer","1",/);
  assert.equal(lines.length, 3);

  await page.getByRole('searchbox', { name: 'Filter' }).fill('');
  const scroller = page.locator('.lines');
  const open = page.getByRole('row').getByRole('button', { name: '.cer' }).nth(1);
  const name = await open.innerText();
  await open.focus();
  for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowDown');
  const at = await scroller.evaluate((element) => element.scrollTop);
  assert.ok(at > 500, 'the arrow keys go down the table');
  const chosen = await page.evaluate(() => document.activeElement?.textContent);
  assert.notEqual(chosen, name);
  await page.keyboard.press('Enter');
  await page.locator('#result h2').first().waitFor();
  assert.equal(await page.locator('#result .source').innerText(), chosen);
  assert.equal(await page.getByRole('table').count(), 0);
  await page.getByRole('button', { name: 'Back to the table' }).click();
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), chosen, 'the focus is on the row again');
  assert.equal(await scroller.evaluate((element) => element.scrollTop), at);
  assert.match(await page.getByText('of 300 rows').first().innerText(), /200 of 300/);
  assert.equal(await page.getByRole('columnheader', { name: 'Worst finding' }).getAttribute('aria-sort'), 'descending');
  assert.equal(await page.locator('#result').innerText(), '');

  const compare = page.getByRole('button', { name: 'Compare the two' });
  assert.equal(await compare.count(), 0, 'there is nothing to compare yet');
  await page.getByRole('searchbox', { name: 'Filter' }).fill('000');
  await page.getByRole('checkbox', { name: 'Compare 0001.cer' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('checkbox', { name: 'Compare 0002.cer' }).check();
  await compare.focus();
  await page.keyboard.press('Enter');
  const comparison = page.locator('#result').getByRole('heading', { level: 2 });
  await comparison.getByText('; valid').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.localName), 'h2', 'the comparison gets the focus');
  assert.ok(await page.locator('#result').getByRole('row', { name: /Valid until/ }).isVisible());
  await page.getByRole('button', { name: 'Back to the table' }).click();
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Compare the two');
  assert.ok(await page.getByRole('checkbox', { name: 'Compare 0002.cer' }).isChecked(), 'the ticks are still there');
  assert.deepEqual(requests.slice(before), []);
  assert.deepEqual(problems, []);
});

test('a person who cancels keeps what was read', async () => {
  const { page, problems } = await openPage();
  await page.evaluate(() => new MutationObserver((_, observer) => {
    const progress = document.querySelector('progress[data-slot=progress]');
    if (!(progress instanceof HTMLProgressElement) || progress.value === 0) return;
    observer.disconnect();
    /** @type {HTMLElement} */ (document.querySelector('[data-slot=cancel]')).click();
  }).observe(document.body, { childList: true, subtree: true, attributes: true }));
  await drop(page, await files(300));
  const cancelled = page.getByText(/^Cancelled: \d+ of 300 files were read\.$/);
  await cancelled.first().waitFor();
  const read = Number(/\d+/.exec(await cancelled.first().innerText()));
  assert.ok(read > 0 && read < 300, `${read} files`);
  const certificates = Number(/^(\d+) certificates in 300 files$/.exec(await heading(page).innerText())?.[1]);
  // A certificate may be there of which it was not said yet that it was the only one of its file.
  assert.ok(certificates >= read && certificates <= read + maxWorkers, `${certificates} certificates of ${read} files`);
  assert.equal(await page.getByRole('button', { name: 'Cancel' }).count(), 0);
  await page.getByRole('row').getByRole('button', { name: '.cer' }).first().click();
  await page.locator('#result h2').first().waitFor();
  assert.deepEqual(problems, []);
});

test('two certificates of one drop are compared, and shown by themselves again', async () => {
  const { page, problems } = await openPage();
  const [good, expired] = await files(2);
  await inspect(page, [good, expired]);
  await page.getByRole('button', { name: 'Compare the two' }).click();
  await page.getByRole('heading', { level: 2, name: /; valid .* longer/ }).waitFor();
  assert.equal(await page.getByRole('columnheader').last().innerText(), 'Newer: 0000.cer');
  assert.match((await page.getByRole('status').first().textContent()) ?? '', /longer/);
  await waitForState(page, 'secondOpinion', 'done');
  await page.getByText('things are the same in both').click();
  await page.getByText('erika.mustermann@example.com').waitFor();
  await page.getByRole('button', { name: 'Show both reports' }).click();
  await page.getByRole('heading', { level: 2, name: '2 certificates in 2 files' }).waitFor();
  assert.deepEqual(problems, []);
});

/** @param {Buffer} der */
const pem = (der) => `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;

test('a text of more than 64 certificates makes a table; a key in it is told of, and not kept', async () => {
  const { page, problems } = await openPage();
  const ders = (await files(66)).map(({ content }) => content);
  /** @param {string} text */
  async function give(text) {
    await page.getByText('Paste text', { exact: true }).click();
    await page.getByLabel('The certificate as text').fill(text);
    await page.getByRole('button', { name: 'Check this text' }).click();
  }
  for (const n of [63, 64]) {
    await answerTo(page, () => give(ders.slice(66 - n).map(pem).join('')));
    assert.equal(await heading(page).innerText(), `${n} certificates`);
    assert.equal(await page.getByRole('table').count(), 0);
  }
  await give(ders.slice(1).map(pem).join(''));
  await page.getByText('All read: 65 rows').first().waitFor();
  assert.equal(await heading(page).innerText(), '65 certificates in one file');
  await page.getByRole('button', { name: 'Pasted text (3/65)' }).click();
  await page.locator('#result .source').waitFor();
  assert.equal(await page.locator('#result .source').innerText(), 'Pasted text');
  assert.equal(await page.locator('#result article.certificate').count(), 1);

  await page.evaluate(() => {
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = async function () {
      const data = await read.call(this);
      document.body.dataset.read = new TextDecoder().decode(data);
      return data;
    };
  });
  const secret = Buffer.alloc(48, 'secret').toString('base64');
  await give(`-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----\n${ders.map(pem).join('')}`);
  await page.getByText('All read: 67 rows').first().waitFor();
  await page.getByRole('row', { name: /This is a private key/ }).getByRole('button').click();
  await page.locator('#result').getByText('This is a private key. Keep it secret.').waitFor();
  const kept = (await page.locator('body').getAttribute('data-read')) ?? '';
  assert.match(kept, /CERTIFICATE/);
  for (let i = 0; i + 8 <= secret.length; i++) assert.ok(!kept.includes(secret.slice(i, i + 8)), 'a part of the key is in the file');
  assert.deepEqual(problems, []);
});

test('one file with many certificates makes a table, and so does an archive of many files', async () => {
  const { page, problems } = await openPage();
  const ders = (await files(65)).map(({ content }) => content);
  await inspect(page, [{ name: 'few.pem', content: ders.slice(1).map(pem).join('') }]);
  assert.equal(await heading(page).innerText(), '64 certificates');
  assert.equal(await page.getByRole('table').count(), 0);
  await drop(page, [{ name: 'bundle.pem', content: ders.map(pem).join('') }]);
  await page.getByText('All read: 65 rows').first().waitFor();
  await page.getByRole('button', { name: 'bundle.pem (2/65)' }).click();
  await page.locator('#result .source').waitFor();
  assert.equal(await page.locator('#result article.certificate').count(), 1, 'only the one that was chosen');
  await drop(page, [{ name: 'many.zip', content: zip(ders) }]);
  await page.getByText('All read: 65 rows').first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'many.zip/0.cer' }).count(), 1);
  assert.deepEqual(problems, []);
});

/** A ZIP archive of files that are not compressed (APPNOTE.TXT 4.3). @param {Buffer[]} contents */
function zip(contents) {
  /** @type {Buffer[]} */
  const local = [], central = [];
  let offset = 0;
  contents.forEach((content, i) => {
    const name = Buffer.from(`${i}.cer`);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    local.push(Buffer.from('PK\x03\x04'), common, name, content);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), common, rest, name);
    offset += 30 + name.length + content.length;
  });
  const size = Buffer.concat(central).length;
  const end = Buffer.alloc(18);
  end.writeUInt16LE(contents.length, 4);
  end.writeUInt16LE(contents.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, ...central, Buffer.from('PK\x05\x06'), end]);
}
