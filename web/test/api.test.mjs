// The JavaScript API, in Node and in a browser: the same report as the command's.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { chromiumTest, close, openPage, root, smime } from './harness.mjs';
import { host } from './host.mjs';

// What needs no browser runs once, with Chromium.
const site = await host({ '/': {} });
after(close);
after(site.close);

const tool = (/** @type {string} */ name) => path.join(root, 'container/testdata/tools', name);
const files = [smime('rsa_strict_key_encipherment_ku.pem'), tool('openssl-chain.eml'), tool('gpgsm.p12'), tool('certtool.p7b'), path.join(root, 'go.mod')];

/** @param {string[]} flags */
function commanded(flags) {
  execFileSync('go', ['build', '-o', '.cache/sealglass', './cmd/sealglass'], { cwd: root });
  try {
    return execFileSync('.cache/sealglass', ['inspect', '--json', '--fail-on', 'never', ...flags, ...files], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    return /** @type {{stdout: string}} */ (error).stdout; // one of them cannot be read
  }
}

/** As somebody else's module uses it. @param {string} expression */
function inNode(expression) {
  const script = `import { readFileSync } from 'node:fs'; import { inspect, rules } from ${JSON.stringify(path.join(root, 'dist/sealglass.node.js'))};
    const inputs = ${JSON.stringify(files)}.map((name) => ({ name, data: readFileSync(name) }));
    console.log(JSON.stringify(await (${expression})));`;
  return JSON.parse(execFileSync('node', ['--input-type=module', '-e', script], { encoding: 'utf8', maxBuffer: 1 << 28 }));
}

chromiumTest('in Node the report is the command’s, and the process ends by itself', () => {
  const [report, again, catalogue, refused] = inNode(`Promise.all([
    inspect(inputs), inspect(inputs, { asOf: '2030-01-01', profile: 'mailbox-strict', secondOpinion: false }), rules(),
    inspect('x', { asOf: 'yesterday' }).catch((error) => error.message)])`);
  assert.deepEqual(report, JSON.parse(commanded([])));
  assert.deepEqual(again, JSON.parse(commanded(['--as-of', '2030-01-01', '--profile', 'mailbox-strict', '--no-second-opinion'])));
  assert.deepEqual(catalogue, JSON.parse(readFileSync(path.join(root, 'dist/rules.json'), 'utf8')));
  assert.match(refused, /^as-of yesterday is no day/);
});

test('in a browser as well, under the documented policy', async () => {
  const { page, problems } = await openPage({ host: site.address, path: '/' });
  const given = files.map((name) => ({ name, data: readFileSync(name).toString('base64') }));
  const [report, text, n] = await page.evaluate(async ({ given }) => {
    const { inspect, rules } = await import(/** @type {any} */ ('/sealglass/sealglass.js'));
    const decode = (/** @type {string} */ base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    return [
      await inspect(given.map(({ name, data }) => ({ name, data: decode(data) }))),
      await inspect(new TextDecoder().decode(decode(given[0].data))),
      (await rules()).rules.length,
    ];
  }, { given });
  const native = JSON.parse(commanded([]));
  assert.deepEqual(report, native);
  assert.deepEqual(text.inputs[0].certificates, native.inputs[0].certificates);
  assert.ok(n > 300);
  assert.deepEqual(problems, []);
});

chromiumTest('its types take what is right and refuse what is wrong', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sealglass-types-'));
  try {
    writeFileSync(path.join(folder, 'use.ts'), `import { inspect, rules, type Report } from ${JSON.stringify(path.join(root, 'dist/sealglass.js'))};
      const report: Report = await inspect([new Uint8Array(), { name: 'a', data: 'text' }], { asOf: 'today' });
      const severity: 'error' | 'warning' | 'notice' | 'info' = report.inputs[0].certificates[0].findings[0].severity;
      document.addEventListener('sealglass-result', ({ detail }) => detail.counts[severity] + detail.model.schema);
      export const n: number = (await rules()).rules.length + (report.inputs[0].error?.code.length ?? 0);
      // @ts-expect-error a number is no input
      inspect(7);
      // @ts-expect-error no such option
      inspect('', { asof: 'today' });
    `);
    execFileSync(path.join(root, 'web/test/node_modules/.bin/tsc'), ['--ignoreConfig', '--noEmit', '--strict', '--target', 'es2022', '--module', 'es2022', '--moduleResolution', 'bundler', '--types', '', path.join(folder, 'use.ts')], { encoding: 'utf8', stdio: ['ignore', 'inherit', 'inherit'] });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
