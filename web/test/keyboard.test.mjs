// The whole main job by keyboard alone: no test here has a pointer.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { close, downloaded, openPage, waitForState } from './harness.mjs';

after(close);

/** Presses Tab until the element with the focus has this name. @param {import('playwright-core').Page} page @param {RegExp} name @param {string} [key] */
async function tabTo(page, name, key = 'Tab') {
  const been = [];
  for (let i = 0; i < 80; i++) {
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (element instanceof HTMLElement && element.localName !== 'body') {
        const { width, height } = element.getBoundingClientRect();
        return { name: element.ariaLabel ?? (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent) ?? '', seen: width > 0 && height > 0 };
      }
    });
    if (at && name.test(at.name.trim())) return assert.ok(at.seen, `${at.name} has the focus but is not seen`);
    been.push(at?.name.trim().slice(0, 40));
    await page.keyboard.press(key);
  }
  assert.fail(`no ${name} by ${key}; been at ${been.join(' | ')}`);
}

test('open, choose, read, filter, copy, see the bytes, take it along', async () => {
  const { page, problems } = await openPage();
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => void (document.body.dataset.copied = text);
    globalThis.print = () => void (document.body.dataset.printed = '');
  });
  const copied = () => page.evaluate(() => document.body.dataset.copied ?? '');
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

  await tabTo(page, /^Choose files/);
  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('Space');
  await (await choosing).setFiles([]);

  await tabTo(page, /^Try an example/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^One with broken rules/);
  await page.keyboard.press('Enter');
  await waitForState(page, 'secondOpinion', 'done');
  assert.equal(await focused(), 'Works, with remarks', 'the answer has the focus');

  await tabTo(page, /^Which address do you use/);
  await page.keyboard.type('somebody@example.com');
  await page.keyboard.press('Enter');
  await page.getByText('It does not match').waitFor();

  await tabTo(page, /^Copy report/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.body.dataset.copied);
  assert.match(await copied(), /^# Certificate report/);
  await tabTo(page, /^Print/);
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.body.dataset.printed), '');
  await tabTo(page, /^Other forms/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Download JSON/);
  const { text } = await downloaded(page, () => page.keyboard.press('Enter'));
  assert.equal(JSON.parse(text).schema, 1);
  assert.equal(await focused(), 'Other forms', 'the menu is closed');

  await tabTo(page, /^Findings \d/);
  await tabTo(page, /^\d+ errors?$/);
  await page.keyboard.press('Space');
  assert.deepEqual(await page.locator('.finding .severity').allInnerTexts(), ['Error']);
  assert.match(await focused(), /error/);
  await page.keyboard.press('Space');
  await tabTo(page, /The certificate is valid for more than/);
  if (!(await page.locator('.finding').first().getAttribute('open'))) await page.keyboard.press('Enter');
  await tabTo(page, /^Copy$/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.body.dataset.copied === 'validity-too-long');
  await tabTo(page, /^Show bytes$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const selected = page.getByRole('treeitem', { selected: true });
  assert.match(await selected.innerText(), /SEQUENCE/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  assert.match(await selected.innerText(), /UTCTime/);
  await tabTo(page, /^Copy as hex$/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /^170d/.test(document.body.dataset.copied ?? ''));

  await tabTo(page, /^Structure$/, 'Shift+Tab');
  await tabTo(page, /^Bytes$/, 'Shift+Tab');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await focused(), 'Fields');
  await tabTo(page, /^Search the fields/);
  await page.keyboard.type('serial');
  assert.match(await page.locator('.search output').innerText(), /^\d+ \/ \d+$/);
  await tabTo(page, /^Copy$/);
  await page.keyboard.press('Enter');
  assert.deepEqual(problems, []);
});
