// What a person can do with the findings.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { close, inspect, openPage, smime, waitForState } from './harness.mjs';

after(close);

test('a counter shows its kind alone, and all again', async () => {
  const { page, problems } = await openPage({ context: { timezoneId: 'Asia/Kolkata' } });
  await inspect(page, [smime('individualValidatedStrictWithServerAuthEKU.pem')]);
  await waitForState(page, 'secondOpinion', 'done');
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

  for (const counter of await page.locator('.counter button').all()) {
    const [, n, kind] = /^(\d+) (.*)$/.exec(await counter.innerText()) ?? [];
    await counter.click();
    assert.equal(await page.locator('.findings :is(.finding, .checks li)').count(), Number(n), `${n} ${kind}`);
    if (kind === 'not applicable') assert.equal(await page.locator('.checks [data-slot=reason]:empty').count(), 0, 'each with its reason');
    await counter.click();
  }
  assert.match(await page.locator('.fact', { hasText: 'Valid' }).innerText(), /at \d\d:\d\d:\d\d UTC \(.*GMT\+5:30\)/);
  assert.deepEqual(problems, []);
});

test('a certificate is judged anew as another profile, by the rules of another day, and sources can be left out', async () => {
  const { page, problems } = await openPage();
  await inspect(page, [smime('rsa_strict_key_encipherment_ku.pem')]);
  const judged = () => page.locator('.judged').innerText();
  assert.match(await judged(), /as its policy says, by the rules of its day of issue/);

  await page.getByText('Judge it another way').click();
  await page.getByLabel('Profile').selectOption('sponsor-multipurpose');
  assert.match(await judged(), /Judged as sponsor-validated, Multipurpose, as you chose/);

  await page.getByLabel('By the rules of').selectOption('day');
  await page.getByLabel('The day', { exact: true }).fill('2027-08-01');
  assert.match(await judged(), /by the rules of 1 August 2027/);

  const groups = () => page.locator('.finding-group h4').allInnerTexts();
  assert.ok(!(await groups()).some((heading) => heading.includes('section')));
  await page.getByLabel('Findings grouped by').selectOption('section of the rules');
  assert.match((await groups())[0] ?? '', /^S\/MIME Baseline Requirements, section \d/);
  assert.equal(new Set(await groups()).size, (await groups()).length, 'each section once');

  const codes = () => page.locator('.finding code').allTextContents();
  assert.ok((await codes()).some((code) => code.startsWith('gmail-')), `${await codes()}`);
  await page.getByLabel('the makers of mail programs').uncheck();
  assert.ok(!(await codes()).some((code) => code.startsWith('gmail-')));
  assert.deepEqual(problems, []);
});
