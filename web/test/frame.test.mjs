// embed.html in a frame of somebody else's page, which is of another origin.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, test } from 'node:test';
import zlib from 'node:zlib';
import { close, openPage, root, site } from './harness.mjs';
import { host } from './host.mjs';

const ours = await site('');
const { samples } = await import('../../dist/samples.js');

/** The fragment of a sample. @param {string} name */
const fragment = (name) => `#v1,${zlib.deflateRawSync(Buffer.from(samples[name], 'base64')).toString('base64url')}`;

/** The script of the guide that sizes frames. */
const sizing = /```html\n(<script>[^]*?sealglass-height[^]*?)```/.exec(readFileSync(path.join(root, 'docs/embedding.md'), 'utf8'))?.[1] ?? '';

/** Sends a height that is none, again and again. */
const forger = `<script>setInterval(() => parent.postMessage({ type: 'sealglass-height', height: 7 }, '*'), 5)</script>`;

/** @param {string} at @param {string} [sandbox] */
const frame = (at, sandbox = 'allow-scripts') => `<iframe id="ours" sandbox="${sandbox}" title="A certificate" width="700" height="300" src="${at.replaceAll('&', '&amp;')}"></iframe>`;

/** A site that sends no headers. */
const bare = await host({});

/** @type {Record<string, string>} */
const pages = {
  '/one': frame(`${ours}embed.html${fragment('findings')}&view=findings&lang=de&theme=dark&no-pii`) + sizing,
  '/hostile': frame(`${ours}embed.html${fragment('findings')}`) + `<iframe sandbox="allow-scripts" srcdoc="${forger.replaceAll('"', '&quot;')}"></iframe>` + sizing,
  '/bare': frame(`${bare.address}/sealglass/embed.html${fragment('good')}`),
  '/bare-same': frame(`${bare.address}/sealglass/embed.html${fragment('good')}`, 'allow-scripts allow-same-origin'),
  '/damaged': frame(`${ours}embed.html${fragment('good').slice(0, 90)}`),
  '/below': `<pre>${'\n'.repeat(400)}</pre>${frame(`${ours}embed.html${fragment('good')}`)}`,
  '/page': frame(ours),
};
const theirs = http.createServer(({ url = '' }, response) => {
  response.writeHead(pages[url] ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><title>A guide</title><link rel="icon" href="data:,">${pages[url] ?? ''}`);
});
theirs.listen(0, '127.0.0.1');
await once(theirs, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (theirs.address());
after(close);
after(bare.close);
after(() => {
  theirs.close();
  theirs.closeAllConnections();
});

/** Opens a page with a frame. @param {string} at */
async function open(at) {
  const opened = await openPage({ host: `http://127.0.0.1:${port}`, path: at });
  const content = opened.page.frameLocator('#ours');
  const inner = opened.page.frames().find((one) => one.parentFrame() && one.url().startsWith('http'));
  assert.ok(inner);
  return { ...opened, content, inner };
}

/** Waits until everything has been heard of the certificate in a frame. @param {import('playwright-core').Frame} inner */
const complete = (inner) => inner.waitForFunction(() => document.querySelector('sealglass-card')?.shadowRoot?.querySelector('.root[data-second-opinion=done][data-state=done]'));

/** Waits until the frame is as high as its content. @param {import('playwright-core').Page} page @param {import('playwright-core').Frame} inner */
async function sized(page, inner) {
  await inner.waitForFunction(() => Math.ceil(document.documentElement.getBoundingClientRect().height) === innerHeight && innerHeight > 300);
  return page.locator('#ours').evaluate((frame) => Number(frame.getAttribute('height')));
}

test('a frame in a sandbox shows a certificate by its parameters, second opinion and all, and is as high as its content', async () => {
  const { page, content, inner, problems } = await open('/one');
  await content.getByRole('heading', { level: 2, name: 'Verwendbar, mit Anmerkungen' }).waitFor();
  await complete(inner);
  const seen = await inner.evaluate(() => {
    const card = /** @type {Element} */ (document.querySelector('sealglass-card'));
    const within = /** @type {ShadowRoot} */ (card.shadowRoot);
    return {
      origin: self.origin, scheme: getComputedStyle(card).colorScheme,
      parts: ['findings', 'fields', 'actions'].map((name) => within.querySelectorAll(`.${name}`).length > 0),
      named: /Erika|@/.test(within.innerHTML), heard: within.querySelector('.second-opinion')?.textContent,
    };
  });
  assert.deepEqual(seen, { origin: 'null', scheme: 'dark', parts: [true, false, false], named: false, heard: 'Die zweite Meinung (zlint) ist enthalten.' });
  const height = await sized(page, inner);
  await inner.evaluate((hash) => void (location.hash = hash), fragment('expired'));
  await content.getByRole('heading', { level: 2, name: 'Will cause trouble' }).waitFor();
  await complete(inner);
  assert.notEqual(await sized(page, inner), height);
  assert.deepEqual(problems, []);
});

test('a page that forges and floods messages changes nothing of what a frame shows, nor can another frame size it', async () => {
  const { page, content, inner, problems } = await open('/hostile');
  const flood = () => page.locator('#ours').evaluate((frame) => {
    const { contentWindow } = /** @type {HTMLIFrameElement} */ (frame);
    const forged = [
      { ready: true, version: 'v9' }, { answered: null }, { id: 1, finding: { rule: 'forged', title: 'Forged' } }, { dead: true }, { lint: 'forged' },
      { type: 'sealglass-height', height: 7 }, { open: {} }, { program: {} }, null, 'sealglass', new Uint8Array(1000), '<img src=x onerror=alert(1)>',
    ];
    for (let n = 0; n < 20_000; n++) contentWindow?.postMessage(forged[n % forged.length], '*');
  });
  await flood();
  await content.getByRole('heading', { level: 2, name: 'Works, with remarks' }).waitFor();
  await flood();
  await page.locator('#ours').evaluate(async (frame, [address, fragments]) => {
    const it = /** @type {HTMLIFrameElement} */ (frame);
    for (let n = 0; n < 50; n++) {
      it.src = `${address}embed.html${fragments[n % fragments.length]}`;
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, /** @type {const} */ ([ours, [fragment('good'), '#', '#v1,AAAA', fragment('findings'), fragment('expired')]]));
  await content.getByRole('heading', { level: 2, name: 'Will cause trouble' }).waitFor();
  await complete(inner);
  assert.equal(await inner.evaluate(() => document.querySelector('sealglass-card')?.shadowRoot?.innerHTML.includes('orged')), false);
  assert.ok(await sized(page, inner) > 300);
  assert.deepEqual(problems.filter((problem) => !/^(Trouble: none|Error$)/.test(problem)), []); // what is said of addresses that hold nothing
});

test('a frame says what is wrong: the site lets no frame load its files, or the certificate is damaged', async () => {
  const without = await open('/bare');
  await without.page.waitForFunction(() => performance.getEntriesByType('navigation').every((entry) => /** @type {any} */ (entry).loadEventEnd > 0));
  await without.content.getByText('does not let frames load its files (Access-Control-Allow-Origin)').waitFor();
  assert.ok(without.problems.length > 0);
  const same = await open('/bare-same');
  await same.content.getByRole('heading', { level: 2, name: 'Ready to use' }).waitFor();
  assert.deepEqual(same.problems, []);
  const damaged = await open('/damaged');
  await damaged.content.getByText('There is no certificate to show here.').waitFor();
});

test('a frame loads no program before it is seen', async () => {
  const { page, content, requests } = await open('/below');
  await content.locator('main').waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.readyState === 'complete');
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const loaded = () => requests.filter((request) => request.includes(ours)).map((request) => request.slice(request.lastIndexOf('/') + 1)).sort();
  assert.deepEqual(loaded(), ['embed.css', 'embed.html', 'embed.js']);
  await page.locator('#ours').scrollIntoViewIfNeeded();
  await content.getByRole('heading', { level: 2, name: 'Ready to use' }).waitFor();
  assert.ok(loaded().includes('page.wasm'));
});

test('the page itself cannot be framed', async () => {
  const { page } = await openPage({ host: `http://127.0.0.1:${port}`, path: '/page' });
  assert.equal(await page.frameLocator('#ours').locator('#zone').count(), 0);
});
