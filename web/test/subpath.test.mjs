// The site in a folder of a host, with the headers of the production server: all
// addresses are relative.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { after, test } from 'node:test';
import { close, inspect, openPage, site, smime, waitForState } from './harness.mjs';

const folder = '/some/path/';
const production = await site('');
after(close);

/** Every request, and how it was answered. @type {string[]} */
const answers = [];
const server = http.createServer((request, response) => {
  const { url = '', method, headers } = request;
  if (!url.startsWith(folder)) {
    answers.push(`404 ${url}`);
    return response.writeHead(404).end();
  }
  request.pipe(http.request(new URL(url.slice(folder.length), production), { method, headers }, (answer) => {
    answers.push(`${answer.statusCode} ${url}`);
    answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers));
  }));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
after(() => {
  server.close();
  server.closeAllConnections();
});
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const address = `http://127.0.0.1:${port}${folder}`;

/** Where the links of a page lead. @param {string} at its address */
async function links(at) {
  const markup = await (await fetch(at)).text();
  return [...markup.matchAll(/<a\b[^>]*\shref="([^"#]+)/g)].map(([, href]) => new URL(href, at).href);
}

test('the page works in a folder, and every link of it stays there', async () => {
  const { page, problems } = await openPage({ host: address });
  await waitForState(page, 'state', 'ready');
  await inspect(page, [smime('rsa_strict_key_encipherment_ku.pem')]);
  await waitForState(page, 'secondOpinion', 'done');
  assert.match(await page.locator('.second-opinion').first().innerText(), /is included/);

  const pages = ['index.html', 'de/index.html', 'rules/index.html', 'de/rules/index.html'].map((name) => address + name);
  const found = new Set((await Promise.all(pages.map(links))).flat());
  const own = [...found].filter((link) => link.includes('127.0.0.1')); // the others are sources of rules
  assert.ok(own.length > 700, `${own.length} pages`);
  for (const link of own) {
    assert.ok(link.startsWith(address), link);
    assert.equal((await fetch(link, { method: 'HEAD' })).status, 200, link);
  }
  await page.goto(own.find((link) => /\/de\/rules\/[^/]+\.html/.test(link) && !link.endsWith('index.html')) ?? '');
  assert.equal(await page.locator('html').getAttribute('lang'), 'de');
  assert.deepEqual(answers.filter((answer) => !/^(200|304) \/some\/path\//.test(answer)), []);
  assert.deepEqual(problems, []);
});
