// What a person can do with the findings.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { close, inspect, openPage, smime } from './harness.mjs';

after(close);

test('a counter shows its kind alone, and all again', async () => {
  const { page, problems } = await openPage();
  await inspect(page, [smime('individualValidatedStrictWithServerAuthEKU.pem')]);
  const groups = () => page.locator('.finding-group h4').allInnerTexts();
  const all = await groups();
  assert.ok(all.length >= 2, `groups: ${all}`);

  await page.getByRole('button', { name: /\d+ passed/ }).click();
  assert.deepEqual(await groups(), ['Faults that were looked for and not found']);
  const passed = await page.locator('.checks li').count();
  assert.equal(await page.getByRole('button', { name: `${passed} passed`, pressed: true }).count(), 1, 'as many as were counted');
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /passed/, 'the focus stays');

  await page.getByRole('button', { name: /\d+ errors?/ }).press('Enter');
  assert.deepEqual(await groups(), ['Broken rules']);
  await page.getByRole('button', { name: /\d+ errors?/ }).press('Enter');
  assert.deepEqual(await groups(), all);
  assert.deepEqual(problems, []);
});
