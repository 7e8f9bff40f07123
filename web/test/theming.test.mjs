// The host page styles the elements: by parts and by variables, all that the
// manifest names. What it says nothing about they take from where they stand.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { close, openPage, root, site } from './harness.mjs';
import { host, policy } from './host.mjs';

await site('');
const { samples } = await import('../../dist/samples.js');
const { modules: [{ declarations: [{ cssParts, cssProperties }] }] } = JSON.parse(readFileSync(path.join(root, 'web/custom-elements.json'), 'utf8'));

/** @type {string[]} */
const parts = cssParts.map(({ name }) => name);
/** @type {string[]} the variables that are colours */
const colours = cssProperties.map(({ name }) => name).filter((/** @type {string} */ name) => !/-(round|mono|font)$/.test(name));

const style = `<style>
${parts.map((part, n) => `:is(sealglass-card, sealglass-drop)::part(${part}) { scroll-margin-top: ${n + 1}px }`).join('\n')}
.coloured > * { ${colours.map((name, n) => `${name}: rgb(${n}, 1, 2);`).join(' ')} --sealglass-round: 3px; --sealglass-mono: courier; --sealglass-font: fantasy }
.plain { font-family: cursive; color-scheme: dark }
</style>`;

const cards = ['good', 'findings', 'expired', 'website'].map((name) => `<sealglass-card certificate="${samples[name]}" view="full" lazy="off" drop theme="light"></sealglass-card>`);

const guide = await host({
  '/coloured.html': { head: style, body: `<div class="coloured">${cards.join('')}<sealglass-drop lazy="off"></sealglass-drop></div>`, policy: `${policy}; style-src 'unsafe-inline'` },
  '/plain.html': {
    head: style, policy: `${policy}; style-src 'unsafe-inline'`,
    body: `<div class="plain"><sealglass-card certificate="${samples.good}" lazy="off"></sealglass-card><sealglass-card certificate="${samples.good}" lazy="off" theme="light"></sealglass-card><sealglass-card></sealglass-card></div>`,
  },
});
after(close);
after(guide.close);

/** @param {string} at @param {number} n how many cards are shown */
async function open(at, n) {
  const opened = await openPage({ host: guide.address, path: at });
  await opened.page.waitForFunction((n) => [...document.querySelectorAll('sealglass-card')].filter((card) => card.shadowRoot?.querySelector('.root[data-second-opinion=done][data-state=done]')).length === n, n);
  return opened;
}

test('every part can be styled, and every variable changes something', async () => {
  const { page, problems } = await open('/coloured.html', 4);
  await page.locator('sealglass-card').nth(1).locator('[data-slot=show-bytes]').evaluate((button) => /** @type {HTMLElement} */ (button).click());
  const found = await page.evaluate(() => {
    /** @type {Record<string, string>} */
    const margins = {};
    const values = new Set();
    for (const card of document.querySelectorAll('sealglass-card, sealglass-drop')) {
      for (const element of card.shadowRoot?.querySelectorAll('*') ?? []) {
        const computed = getComputedStyle(element);
        for (const part of element.part) margins[part] = computed.scrollMarginTop;
        for (const name of /** @type {const} */ (['color', 'backgroundColor', 'borderTopColor', 'borderLeftColor', 'fill', 'stroke', 'outlineColor', 'borderTopLeftRadius', 'fontFamily'])) values.add(computed[name]);
      }
      values.add(getComputedStyle(card).backgroundColor);
    }
    return { margins, values: [...values] };
  });
  parts.forEach((part, n) => assert.equal(found.margins[part], `${n + 1}px`, part));
  assert.deepEqual(colours.filter((_, n) => !found.values.includes(`rgb(${n}, 1, 2)`)), []);
  for (const value of ['3px', 'courier', 'fantasy']) assert.ok(found.values.includes(value), value);
  assert.deepEqual(problems, []);
});

test('font and colour scheme are those of what a card stands in, but for a theme of its own', async () => {
  const { page } = await open('/plain.html', 2);
  const got = await page.locator('sealglass-card').evaluateAll((cards) => cards.map((card) => {
    const heading = card.shadowRoot?.querySelector('h2, [part=note]');
    return [getComputedStyle(/** @type {Element} */ (heading)).fontFamily, getComputedStyle(card).colorScheme];
  }));
  assert.deepEqual(got, [['cursive', 'dark'], ['cursive', 'light'], ['cursive', 'dark']]);
});
