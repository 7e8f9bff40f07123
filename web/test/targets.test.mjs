// On a phone: nothing is cut off, and whatever one can press is large enough
// (WCAG 2.2, 2.5.8: 24 by 24 CSS pixels).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { answerTo, chromiumTest, close, drop, inspect, openPage, root, waitForState } from './harness.mjs';

after(close);

/** A certificate of testdata/gen. @param {string} name @returns {import('./harness.mjs').Dropped} */
const sample = (name) => ({ name: `${name}.cer`, content: execFileSync('go', ['run', './build/docs', '-sample', name], { cwd: root }) });
const [faulty, lengthy] = ['faulty', 'lengthy'].map(sample);
const encrypted = 'container/testdata/tools/openssl-encrypted.eml';
const withPassword = 'container/testdata/tools/openssl.p12';

/** What can be pressed and is smaller, but for links within a sentence, and what a label as large leads to. @param {import('playwright-core').Page} page */
const tooSmall = (page) => page.evaluate(() => {
  const least = 24;
  return [...document.querySelectorAll('a[href], button, summary, select, textarea, input, [role=tab], [role=treeitem], [tabindex="0"]')]
    .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.matches('.skip, #files'))
    .filter((control) => !(control.matches('a') && getComputedStyle(control).display === 'inline' && control.closest('p, li, dd')?.textContent?.trim() !== control.textContent?.trim()))
    .map((control) => ({ control, box: control.getBoundingClientRect() }))
    .filter(({ box }) => Math.round(box.width) < least || Math.round(box.height) < least)
    .map(({ control, box }) => `${control.localName}.${control.className} "${control.textContent?.trim().slice(0, 30)}" ${Math.round(box.width)}×${Math.round(box.height)}`);
});

/** What of the page lies beyond its right edge, or of a row of the table beyond the row. @param {import('playwright-core').Page} page */
const cutOff = (page) => page.evaluate(() => {
  const beyond = [...document.querySelectorAll('main *')].filter((element) => {
    if (!element.checkVisibility() || element.closest('.tree, .hex, .visually-hidden, .lines')) return false;
    return element.getBoundingClientRect().right > document.documentElement.clientWidth;
  });
  const rows = [...document.querySelectorAll('.lazy-rows .line')].filter((row) => [...row.children].some((cell) =>
    cell.getBoundingClientRect().bottom > row.getBoundingClientRect().bottom || cell.getBoundingClientRect().top < row.getBoundingClientRect().top));
  return [...beyond, ...rows].map((element) => `${element.localName}.${element.className} "${element.textContent?.trim().slice(0, 30)}"`);
});

for (const [language, at] of [['English', ''], ['German', 'de/index.html']]) {
  test(`on a phone, in ${language}`, async () => {
    const { page, problems } = await openPage({ path: at, context: { viewport: { width: 390, height: 844 } } });
    /** @param {string} where */
    async function look(where) {
      assert.deepEqual(await tooSmall(page), [], `${where}: too small`);
      assert.deepEqual(await cutOff(page), [], `${where}: cut off`);
    }
    await page.locator('.privacy summary').click();
    await page.locator('#paste summary').click();
    await page.locator('#examples summary').click();
    await look('start');
    await page.keyboard.press('Escape');

    await inspect(page, [faulty]);
    await waitForState(page, 'secondOpinion', 'done');
    await page.locator('.settings summary').click();
    await page.locator('#result details').evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
    await page.locator('[data-slot=show-bytes]').click();
    await page.locator('.bytes-view').waitFor();
    await look('report');
    await page.locator('#more-actions summary').click();
    await page.locator('[data-action=link]').click();
    await look('link');
    await page.keyboard.press('Escape');

    for (const [where, files] of /** @type {[string, import('./harness.mjs').Dropped[]][]} */ ([
      ['long names', [lengthy]], ['several', [faulty, lengthy]], ['encrypted', [encrypted]], ['password', [withPassword]],
    ])) {
      await inspect(page, files);
      await look(where);
    }
    await inspect(page, [faulty, lengthy]);
    await answerTo(page, () => page.locator('[data-action=compare]').click());
    await look('comparison');

    const { samples } = await import(pathToFileURL(path.join(root, 'dist', 'samples.js')).href);
    const ders = Object.values(samples).map((sample) => Buffer.from(sample, 'base64'));
    await drop(page, Array.from({ length: 66 }, (_, i) => ({ name: `${i}.cer`, content: ders[i % ders.length] })));
    await page.waitForFunction(() => document.documentElement.dataset.batch === 'done');
    await look('table');
    await answerTo(page, () => page.locator('.lines .link').first().click());
    await look('row');
    assert.deepEqual(problems, []);
  });
}

chromiumTest('who wants less motion gets none', async () => {
  const { page } = await openPage({ context: { reducedMotion: 'reduce' } });
  await inspect(page, [faulty]);
  const moving = await page.evaluate(() => [document.documentElement, ...document.querySelectorAll('body *')].filter((element) => {
    const { scrollBehavior, animationDuration, transitionDuration } = getComputedStyle(element);
    return scrollBehavior !== 'auto' || [animationDuration, transitionDuration].some((times) => /[1-9]/.test(times));
  }).map((element) => element.localName));
  assert.deepEqual(moving, []);
});
