// The example sites of web/examples: their pages say what the elements know, and
// what is built of them shows a certificate, with a script and without. The one
// whose tool is among our own packages is built here; EXAMPLES=hugo,sphinx builds
// others, where their tools are installed.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, test } from 'node:test';
import { close, openPage, root, site } from './harness.mjs';

await site('');
after(close);

/** The page of each site. */
const pages = {
  hugo: 'layouts/shortcodes/certificate.html', mkdocs: 'docs/index.md', sphinx: 'index.rst', docusaurus: 'docs/index.mdx', markdown: 'index.md',
};
const built = (process.env.EXAMPLES ?? 'markdown').split(',');
/** How long a site may take, in milliseconds. */
const timeout = 600_000;

/** @type {Record<string, string>} */
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm' };

/** Serves a folder as any host does. @param {string} folder */
async function serve(folder) {
  const server = http.createServer(({ url = '/' }, response) => {
    const at = new URL(url, 'http://host').pathname;
    const file = path.join(folder, path.normalize(at.endsWith('/') ? `${at}index.html` : at));
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}`;
}

test('the pages of all sites use what the elements have, with a link to fall back on', () => {
  const { modules: [{ declarations: [{ attributes }] }] } = JSON.parse(readFileSync(path.join(root, 'web/custom-elements.json'), 'utf8'));
  const known = attributes.map((/** @type {{name: string}} */ { name }) => name);
  for (const [name, page] of Object.entries(pages)) {
    const text = readFileSync(path.join(root, 'web/examples', name, page), 'utf8');
    const [, said = '', within = ''] = /<sealglass-card ([^>]*)>([^]*?)<\/sealglass-card>/.exec(text) ?? [];
    const used = [...said.replaceAll(/\{\{.*?\}\}/g, '').matchAll(/([\w-]+)="/g)].map(([, attribute]) => attribute);
    assert.deepEqual(used, ['src', 'view'], name);
    assert.deepEqual(used.filter((attribute) => !known.includes(attribute)), [], name);
    assert.match(within, /<a href="[^"]*(erika|"src")[^"]*\.html">/, name);
  }
});

for (const name of built) {
  test(`${name}: the site shows the certificate, and without a script its page`, { timeout }, async () => {
    const out = execFileSync('web/examples/build.sh', [name], { cwd: root, encoding: 'utf8', timeout, stdio: ['ignore', 'pipe', 'inherit'] }).trim().split('\n').at(-1);
    const host = await serve(out ?? '');
    const { page, problems } = await openPage({ host, path: '/' });
    await page.locator('sealglass-card').getByRole('heading', { level: 2, name: 'Works, with remarks' }).waitFor();
    await page.waitForFunction(() => document.querySelector('sealglass-card')?.shadowRoot?.querySelector('.root[data-second-opinion=done]'));
    assert.equal(await page.getByRole('link', { name: 'The certificate and its findings' }).isVisible(), false);
    assert.deepEqual(problems.filter((problem) => !/404/.test(problem)), []); // a theme may ask for an icon

    const plain = await openPage({ host, path: '/', context: { javaScriptEnabled: false } });
    await plain.page.getByRole('link', { name: 'The certificate and its findings' }).click();
    await plain.page.getByRole('heading', { level: 2, name: 'Works, with remarks' }).waitFor();
  });
}
