// The structure and the bytes of a certificate.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { close, inspect, openPage, smime, waitForState } from './harness.mjs';

after(close);

/** @param {import('playwright-core').Page} page */
const selected = (page) => page.getByRole('treeitem', { selected: true }).innerText();

test('the tree leads to the bytes, by keyboard and pointer, and the bytes to the tree', async () => {
  const { page, problems } = await openPage();
  // The page's policy forbids reading the clipboard, for this test as well.
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => void (document.title = text);
  });
  await inspect(page, [smime('aiaWithValidNamesStrict.pem')]);
  await page.getByRole('tab', { name: 'Bytes' }).click();
  await page.getByRole('button', { name: 'Show structure and bytes' }).click();
  const tree = page.getByRole('tree');
  assert.match(await selected(page), /SEQUENCE/);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'tree', 'the tree has the focus');

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.match(await selected(page), /INTEGER\s+Serial number/);
  const at = await page.locator('.hex .content').first().getAttribute('data-at');

  const rows = await tree.getByRole('treeitem').count();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  assert.equal(await tree.getByRole('treeitem').count(), 1, 'folded');
  await page.keyboard.press('Enter');
  assert.equal(await tree.getByRole('treeitem').count(), rows, 'unfolded');

  await page.locator('.hex [data-at="' + at + '"]').click();
  assert.match(await selected(page), /Serial number/);
  await page.getByRole('button', { name: 'Copy as hex' }).click();
  await page.getByText('Copied.').waitFor();
  assert.match(await page.title(), /^02[0-9a-f]+$/);
  assert.deepEqual(problems, []);
});

test('a finding leads to its bytes', async () => {
  const { page, problems } = await openPage();
  await inspect(page, [smime('individualValidatedStrictWithServerAuthEKU.pem')]);
  const finding = page.locator('.finding', { hasText: 'also for a purpose' });
  await finding.locator('summary').click();
  await finding.getByRole('button', { name: 'Show bytes' }).first().click();
  assert.match(await selected(page), /OBJECT IDENTIFIER.*serverAuth/s);
  assert.deepEqual(problems, []);
});

test('the bytes stay as they are when the second opinion joins', async () => {
  const { page, problems } = await openPage();
  await inspect(page, [smime('aiaWithValidNamesStrict.pem')]);
  await page.getByRole('tab', { name: 'Bytes' }).click();
  await page.getByRole('button', { name: 'Show structure and bytes' }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const before = await selected(page);
  await waitForState(page, 'secondOpinion', 'done');
  assert.equal(await selected(page), before);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'tree', 'the focus stays');
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await selected(page), before);
  await inspect(page, [smime('rsa_strict_key_encipherment_ku.pem')]);
  assert.equal(await page.getByRole('tree').count(), 0, 'another certificate starts anew');
  assert.deepEqual(problems, []);
});
