// axe-core finds nothing to report in any state of the page, in English and
// German, light and dark.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, test } from 'node:test';
import { close, drop, inspect, openPage, smime, smimeFolder, waitForState } from './harness.mjs';

after(close);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tools = 'container/testdata/tools';
const key = '-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n';

/** More files than are shown in full. */
const folder = smimeFolder();
const many = readdirSync(folder).filter((name) => name.endsWith('.pem')).slice(0, 65).map((name) => path.join(folder, name));

/** What axe reports of the page as it is. @param {import('playwright-core').Page} page @param {string} state */
async function check(page, state) {
  const found = await page.evaluate(async () => {
    // @ts-expect-error axe puts itself there
    const { violations } = await globalThis.axe.run(document);
    return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html.slice(0, 120)).join(' ')}`);
  });
  assert.deepEqual(found, [], state);
}

for (const [at, colorScheme, width] of /** @type {const} */ ([['', 'light', 1280], ['de/index.html', 'dark', 1280], ['', 'dark', 390]])) {
  test(`${at || 'index.html'}, ${colorScheme}, ${width} px`, async () => {
    const { page } = await openPage({ path: at, context: { colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' } });
    await page.evaluate(axe);
    await page.locator('.privacy summary').click();
    await page.locator('#examples summary').click();
    await check(page, 'start, with its menu');
    await page.locator('#paste summary').click();
    await check(page, 'paste');

    await inspect(page, [smime('individualValidatedStrictWithServerAuthEKU.pem')]);
    await waitForState(page, 'secondOpinion', 'done');
    await page.locator('.settings summary').click();
    await page.locator('#more-actions summary').click();
    await page.locator('.finding').evaluateAll((all) => all.forEach((finding) => finding.setAttribute('open', '')));
    await check(page, 'findings');
    await page.emulateMedia({ media: 'print' });
    await check(page, 'print');
    await page.emulateMedia({ media: 'screen' });
    if (width > 1000) {
      for (const part of ['fields', 'bytes']) {
        await page.locator(`[role=tab][id$=${part}]`).click();
        if (part === 'bytes') await page.locator('[data-slot=show-bytes]').click();
        await check(page, part);
      }
    } else {
      await page.locator('.fields > details > summary').press('Enter');
      await check(page, 'fields');
    }
    await page.locator('[data-action=link]').evaluate((button) => /** @type {HTMLElement} */ (button).click());
    await page.locator('dialog[open]').waitFor();
    await check(page, 'dialog');
    await page.keyboard.press('Escape');

    await inspect(page, [{ name: 'key.pem', content: key }, smime('aiaWithValidNamesStrict.pem')]);
    await check(page, 'several, one of them not readable');
    for (const file of [{ name: 'key.pem', content: key }, `${tools}/openssl.p12`, `${tools}/openssl-detached.eml`, `${tools}/certutil.csr`]) {
      await inspect(page, [file]);
      await check(page, typeof file === 'string' ? file : file.name);
    }

    await drop(page, many);
    await page.waitForFunction(() => document.documentElement.dataset.batch === 'done');
    await check(page, 'table');
    for (const n of [0, 1]) await page.locator('[data-slot=tick]').nth(n).check();
    await page.locator('[data-slot=compare]').click();
    await page.locator('#comparison-title').waitFor();
    await check(page, 'comparison');
  });
}
