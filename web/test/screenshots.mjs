// Takes pictures of the page: every state at four widths, light and dark, in
// English and German, into .cache/screens/ to be looked at; and the six of the
// README into docs/.
//
//   make screenshots
//   node web/test/screenshots.mjs start bytes   these states alone

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { close, inspect, openPage, root } from './harness.mjs';

/** @typedef {import('playwright-core').Page} Page */

const folder = path.join(root, '.cache', 'screens');
const widths = [390, 768, 1280, 1920];
const themes = /** @type {const} */ (['light', 'dark']);
/**
 * The pictures of the README, by their name here: their names there, what they begin
 * with where that is not the top of the page, and their heights.
 * @type {Record<string, {name: string, from?: string, height: number}>}
 */
const kept = {
  'answer-en-1280-light': { name: 'desktop', height: 1180 },
  'answer-en-390-light': { name: 'phone', height: 1180 },
  'start-en-1280-light': { name: 'start', height: 720 },
  'findings-en-1280-dark': { name: 'findings', from: '.tabs', height: 1180 },
  'bytes-en-1280-light': { name: 'bytes', from: '.tabs', height: 860 },
  'answer-de-390-dark': { name: 'german', height: 1180 },
};

/** A certificate of testdata/gen. @param {string} name @returns {import('./harness.mjs').Dropped} */
const sample = (name) => ({ name: `${name}.cer`, content: execFileSync('go', ['run', './build/docs', '-sample', name], { cwd: root }) });
const [faulty, lengthy, everything] = ['faulty', 'lengthy', 'everything'].map(sample);
const key = { name: 'key.pem', content: '-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n' };
const withPassword = 'container/testdata/tools/openssl.p12';

/** @param {Page} page @param {import('./harness.mjs').Dropped[]} files */
async function answered(page, files) {
  await inspect(page, files);
  await page.waitForFunction(() => ['done', 'off', 'idle'].includes(document.documentElement.dataset.secondOpinion ?? ''));
}

/** Shows a part, as a tab or unfolded. @param {Page} page @param {string} name */
const part = (page, name) => page.evaluate((name) => {
  const tab = document.querySelector(`[role=tab][id$="-${name}"]`);
  if (tab instanceof HTMLElement) tab.click();
}, name);

/** How the page comes to each state, one after the other. @type {Record<string, (page: Page) => Promise<unknown>>} */
const states = {
  start: async () => {},
  paste: (page) => page.locator('#paste summary').click(),
  menu: (page) => page.locator('#examples summary').click(),
  proof: (page) => page.locator('.privacy summary').click(),
  answer: async (page) => {
    await page.locator('.privacy summary').click();
    await answered(page, [faulty]);
  },
  findings: async (page) => {
    await page.locator('.settings summary').click();
    await page.locator('.finding').evaluateAll((all) => all.forEach((finding) => finding.setAttribute('open', '')));
  },
  passed: (page) => page.locator('[data-kind=passed]').click(),
  fields: (page) => part(page, 'fields'),
  chain: (page) => part(page, 'chain'),
  bytes: async (page) => {
    await part(page, 'bytes');
    await page.locator('[data-slot=show-bytes]').click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown');
  },
  dialog: (page) => page.locator('[data-action=link]').evaluate((button) => /** @type {HTMLElement} */ (button).click()),
  lengthy: async (page) => {
    await page.keyboard.press('Escape');
    await answered(page, [lengthy]);
    await part(page, 'findings');
  },
  everything: async (page) => {
    await answered(page, [everything]);
    await part(page, 'fields');
  },
  password: (page) => inspect(page, [withPassword]),
  wrong: (page) => inspect(page, [key]),
  several: (page) => answered(page, [faulty, lengthy, key]),
};

/** @param {import('playwright-core').Page} page @param {number} width @param {typeof kept[string]} picture */
async function keep(page, width, { name, from, height }) {
  await page.setViewportSize({ width, height });
  if (from) await page.locator(from).evaluate((element) => element.scrollIntoView());
  await page.screenshot({ path: path.join(root, 'docs', `${name}.png`) });
  await page.setViewportSize({ width, height: 1180 });
}

mkdirSync(folder, { recursive: true });
const only = process.argv.slice(2);
for (const [language, at] of [['en', ''], ['de', 'de/index.html']]) {
  const { page } = await openPage({ path: at, context: { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' } });
  await page.evaluate(() => { // a picture of the whole page shows what lies beyond the window
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.field { content-visibility: visible }');
    document.adoptedStyleSheets.push(sheet);
  });
  for (const [state, reach] of Object.entries(states)) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await reach(page);
    if (only.length > 0 && !only.includes(state)) continue;
    for (const width of widths) {
      await page.setViewportSize({ width, height: 1180 });
      if (width < 768) await page.locator('.part > details').evaluateAll((all, state) => all.forEach((details) => details.toggleAttribute('open', details.parentElement?.classList[0] === state)), state);
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme });
        await page.evaluate(() => scrollTo(0, 0));
        const name = `${state}-${language}-${width}-${colorScheme}`;
        await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
        if (name in kept) await keep(page, width, kept[name]);
      }
    }
  }
  await answered(page, [faulty]);
  await page.setViewportSize({ width: 794, height: 1123 }); // A4 at 96 dots an inch
  await page.emulateMedia({ media: 'print', colorScheme: 'light' }); // a drop ends the emulation
  await page.screenshot({ path: path.join(folder, `print-${language}.png`), fullPage: true });
}
await close();
