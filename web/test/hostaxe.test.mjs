// axe-core finds nothing to report in pages of others that show our elements or
// our frame: WCAG 2.2 A and AA and good practice, light and dark.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import zlib from 'node:zlib';
import { close, openPage, site } from './harness.mjs';
import { host, policy } from './host.mjs';

const ours = await site('');
const { samples } = await import('../../dist/samples.js');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @param {string} content */
const body = (content) => `<style>:root { color-scheme: light dark; background: Canvas; font-family: sans-serif }</style><main><h1>Certificates</h1>${content}</main>`;
const fragment = `v1,${zlib.deflateRawSync(Buffer.from(samples.findings, 'base64')).toString('base64url')}`;
const permitted = `${policy}; style-src 'unsafe-inline'; frame-src *`;

const guide = await host({
  '/cards.html': {
    policy: permitted,
    body: body(`<sealglass-card certificate="${samples.findings}" view="full" lazy="off"></sealglass-card>
<section lang="de"><sealglass-card certificate="${samples.expired}" view="findings" lazy="off" readonly no-pii></sealglass-card></section>
<sealglass-card certificate="${samples.good}" lazy="off" theme="dark"></sealglass-card>
<sealglass-card certificate="${samples.good}" lazy="off" theme="light"></sealglass-card>`),
  },
  '/drop.html': { policy: permitted, body: body('<sealglass-drop lazy="off"></sealglass-drop><sealglass-card lazy="click"></sealglass-card><sealglass-card lazy="off">Printed</sealglass-card>') },
  '/frame.html': { policy: permitted, body: body(`<iframe title="A certificate and its findings" width="600" height="900" src="${ours}embed.html#${fragment}&amp;view=findings"></iframe>`) },
});
after(close);
after(guide.close);

/** What axe reports of a page or a frame as it is. @param {import('playwright-core').Page | import('playwright-core').Frame} page @param {string} state */
async function check(page, state) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // @ts-expect-error axe puts itself there
    const { violations } = await globalThis.axe.run(document, { runOnly, iframes: false });
    return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html.slice(0, 160)).join(' ')}`);
  });
  assert.deepEqual(found, [], state);
}

/** Waits until nothing is awaited any more in so many elements. @param {import('playwright-core').Page | import('playwright-core').Frame} page @param {number} n */
const complete = (page, n) => page.waitForFunction(
  (n) => [...document.querySelectorAll('sealglass-card, sealglass-drop')].filter((card) => card.shadowRoot?.querySelector('.root[data-second-opinion=done][data-state=done]')).length >= n, n);

for (const [colorScheme, width] of /** @type {const} */ ([['light', 1280], ['dark', 1280], ['dark', 390]])) {
  test(`elements and a frame, ${colorScheme}, ${width} px`, async () => {
    const context = { colorScheme, viewport: { width, height: 900 }, reducedMotion: /** @type {const} */ ('reduce') };
    const { page } = await openPage({ host: guide.address, path: '/cards.html', context });
    await complete(page, 4);
    await page.locator('.finding').evaluateAll((all) => all.forEach((finding) => finding.setAttribute('open', '')));
    await check(page, 'cards');
    if (width > 1000) {
      await page.getByRole('tab', { name: 'Bytes' }).click();
      await page.getByRole('button', { name: 'Show structure and bytes' }).click();
      await check(page, 'bytes');
    }

    const drop = await openPage({ host: guide.address, path: '/drop.html', context });
    await drop.page.getByText('There is no certificate to show here.').waitFor();
    await drop.page.getByText('Drop your email certificate here').waitFor();
    await check(drop.page, 'a place to drop on');
    await drop.page.locator('#files').setInputFiles({ name: 'a.cer', mimeType: '', buffer: Buffer.from(samples.website, 'base64') });
    await complete(drop.page, 1);
    await check(drop.page, 'what was dropped');

    const framed = await openPage({ host: guide.address, path: '/frame.html', context });
    await check(framed.page, 'a page with a frame');
    const [, inner] = framed.page.frames();
    await complete(inner, 1);
    await check(inner, 'in a frame');
  });
}
