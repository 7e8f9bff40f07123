// The parts of a report: tabs on a wide screen, <details> on a narrow one; what
// the fields can be searched and copied for; the proof that nothing is sent.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chromiumTest, close, inspect, loaded, openPage, smime, waitForState } from './harness.mjs';

after(close);

const certificate = smime('rsa_strict_key_encipherment_ku.pem');

/** @param {import('playwright-core').Page} page */
const seen = (page) => page.getByRole('tabpanel').evaluateAll((panels) => panels.map((panel) => panel.classList[0]));

test('on a wide screen the parts are tabs, by keyboard too', async () => {
  const { page, problems } = await openPage();
  await inspect(page, [certificate]);
  await waitForState(page, 'secondOpinion', 'done');
  const tabs = page.getByRole('tablist', { name: 'Parts of the report' }).getByRole('tab');
  const names = await tabs.allInnerTexts();
  assert.match(names[0] ?? '', /^Findings \d+$/);
  assert.equal(names.at(-1), 'Bytes');
  assert.deepEqual(await seen(page), ['findings']);

  await page.getByRole('tab', { name: 'Fields' }).click();
  assert.deepEqual(await seen(page), ['fields']);
  await page.keyboard.press('End');
  assert.deepEqual(await seen(page), ['bytes']);
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Bytes');
  await page.keyboard.press('ArrowRight');
  assert.deepEqual(await seen(page), ['findings']);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Home');
  assert.deepEqual(await seen(page), ['findings']);
  assert.equal(await page.locator('[role=tab][tabindex="0"]').count(), 1, 'one of them is in the order of Tab');

  await page.locator('.finding').first().evaluate((finding) => finding.setAttribute('open', ''));
  await page.getByRole('button', { name: 'Show bytes' }).first().click();
  assert.deepEqual(await seen(page), ['bytes'], 'a finding leads to its bytes');
  const id = await page.locator('.finding').first().getAttribute('id') ?? '';
  assert.match(id, /^f-/);
  await page.evaluate((id) => (location.hash = id), id);
  await page.waitForFunction((id) => document.getElementById(id)?.checkVisibility(), id);
  assert.deepEqual(problems, []);
});

test('what is not seen at once is written when the answer was painted; on a page that nobody sees, soon', async () => {
  for (const hidden of [false, true]) {
    const { page, problems } = await openPage();
    if (hidden) await page.evaluate(() => addEventListener('drop', () => (window.requestAnimationFrame = () => 0), { capture: true }));
    await inspect(page, [certificate]);
    await page.locator('.field', { hasText: 'Serial number' }).first().waitFor({ state: 'attached' });
    await page.locator('.finding:not([open]) dl').first().waitFor({ state: 'attached' });
    await waitForState(page, 'secondOpinion', 'done');
    assert.deepEqual(problems, []);
  }
});

test('on a narrow screen, as at 400 % zoom, they unfold', async () => {
  const { page, problems } = await openPage({ context: { viewport: { width: 320, height: 800 } } });
  await inspect(page, [certificate]);
  assert.equal(await page.getByRole('tab').count(), 0);
  const serial = page.getByText('Serial number', { exact: true });
  assert.equal(await serial.isVisible(), false);
  await page.getByRole('heading', { level: 3, name: 'Fields' }).click();
  await serial.waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing sticks out');
  await page.getByRole('heading', { level: 3, name: 'Fields' }).click();
  await serial.waitFor({ state: 'hidden' });
  assert.deepEqual(problems, []);
});

chromiumTest('in print all are there', async () => {
  const { page, problems } = await openPage({ context: { viewport: { width: 390, height: 800 } } });
  await inspect(page, [certificate]);
  const serial = page.getByText('Serial number', { exact: true });
  await page.emulateMedia({ media: 'print' });
  assert.equal(await serial.isVisible(), true);
  await page.setViewportSize({ width: 1000, height: 800 });
  assert.equal(await serial.isVisible(), true);
  assert.equal(await page.getByRole('tab').count(), 0);
  await page.emulateMedia({ media: 'screen' });
  assert.equal(await serial.isVisible(), false, 'a tab now');
  assert.deepEqual(problems, []);
});

test('the fields can be searched, and each value copied', async () => {
  const { page, problems } = await openPage({ context: { permissions: ['clipboard-write'] } });
  await inspect(page, [certificate]);
  await page.getByRole('tab', { name: 'Fields' }).click();
  await page.locator('.field').first().waitFor();
  const all = await page.locator('.field:visible').count();
  const field = page.getByLabel('Search the fields');
  await field.fill('serial HEX nothing');
  assert.equal(await page.locator('.field:visible').count(), 0);
  await field.fill('SERIAL number');
  const found = await page.locator('.field:visible').count();
  assert.ok(found > 0 && found < all, `${found} of ${all}`);
  assert.equal(await page.locator('.search output').textContent(), `${found} / ${all}`);
  assert.deepEqual(await page.locator('.field-group:visible h4').allInnerTexts(), ['Other']);
  await waitForState(page, 'secondOpinion', 'done');
  assert.equal(await page.locator('.field:visible').count(), found, 'the search stays when the second opinion has come');

  await page.evaluate(() => (navigator.clipboard.writeText = async (text) => void (document.body.dataset.copied = text)));
  await page.locator('.field:visible').first().getByRole('button', { name: 'Copy' }).click();
  const copied = await page.locator('body[data-copied]').getAttribute('data-copied');
  assert.equal(copied, await page.locator('.field:visible .value').first().textContent());
  await page.getByText('Copied.').waitFor({ state: 'attached' });
  await field.fill('');
  assert.equal(await page.locator('.field:visible').count(), all);
  await page.locator('.field:visible').first().getByRole('button', { name: /bytes at offset/ }).click();
  await page.getByRole('tree', { name: 'Structure' }).waitFor();
  assert.deepEqual(problems, []);
});

test('the page shows its policy and counts what it asks for after it has loaded: nothing', async () => {
  const { page, problems } = await openPage();
  await inspect(page, [certificate]);
  await waitForState(page, 'secondOpinion', 'done');
  await page.getByText('How you can check this').click();
  assert.match((await page.locator('#policy').textContent()) ?? '', /^default-src 'none'; script-src 'self'/);
  assert.match((await page.locator('#build').textContent()) ?? '', /^[0-9a-f]{12}$/);
  await loaded(page);
  await page.evaluate(() => fetch('icon.svg'));
  await page.waitForFunction(() => document.getElementById('requests')?.textContent === '1.');
  assert.deepEqual(problems, []);
});

test('light or dark can be chosen; the first Tab leads past the head', async () => {
  const { page } = await openPage({ context: { colorScheme: 'light' } });
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByLabel('Light or dark').selectOption('Dark');
  assert.notEqual(await paper(), light);
  await page.getByLabel('Light or dark').selectOption('Automatic');
  assert.equal(await paper(), light);
  await page.evaluate(() => { if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); });
  await page.reload();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the content');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
});

test('what is written of the fields stays when a Worker has been heard', async () => {
  const { page, problems } = await openPage();
  await page.evaluate(() => {
    const result = document.getElementById('result') ?? document.body;
    new MutationObserver((_, observer) => {
      const first = result.querySelector('.field');
      if (!(first instanceof HTMLElement)) return;
      observer.disconnect(); // marks those of the first answer alone
      first.dataset.first = '';
    }).observe(result, { childList: true });
  });
  await inspect(page, [certificate]);
  await waitForState(page, 'secondOpinion', 'done');
  assert.equal(await page.locator('.field').first().getAttribute('data-first'), '');
  assert.ok(await page.locator('.field').count() > 20);
  assert.deepEqual(problems, []);
});

test('what is to stay and is not there any more is written anew', async () => {
  const { page, problems } = await openPage();
  await page.evaluate(() => {
    const result = document.getElementById('result') ?? document.body;
    new MutationObserver((_, observer) => {
      if (!result.querySelector('.field')) return;
      observer.disconnect();
      result.replaceChildren();
    }).observe(result, { childList: true });
  });
  await inspect(page, [certificate]);
  await waitForState(page, 'secondOpinion', 'done');
  assert.ok(await page.locator('.field').count() > 20);
  assert.deepEqual(problems, []);
});
