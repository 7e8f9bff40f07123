// The npm package, installed into an empty project and built as people build
// theirs. What comes of it shows a card in a page with the policy of the guide.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import * as esbuild from 'esbuild';
import { build } from 'vite';
import { close, openPage, root, site } from './harness.mjs';
import { policy } from './host.mjs';

await site('');
const { samples } = await import('../../dist/samples.js');

/** How long one step may take, in milliseconds. */
const timeout = 120_000;

const project = mkdtempSync(path.join(tmpdir(), 'sealglass-package-'));
after(() => rmSync(project, { recursive: true }));
after(close);

/** @param {string} program @param {string[]} args @param {string} [cwd] */
const run = (program, args, cwd = project) => execFileSync(program, args, { cwd, encoding: 'utf8', timeout, stdio: ['ignore', 'pipe', 'inherit'] });

/** @param {string} name @param {string} content */
function write(name, content) {
  mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
  writeFileSync(path.join(project, name), content);
}

const installed = path.join(project, 'node_modules/sealglass');
const app = "import 'sealglass/define';\n";
const markup = (/** @type {string} */ script) => `<!doctype html><html lang="en"><head><title>A guide</title><link rel="icon" href="data:,">
<script type="module" src="${script}"></script></head><body><sealglass-card certificate="${samples.findings}" view="findings"></sealglass-card></body></html>`;

const [tarball = ''] = run('go', ['run', './build', '-package', project], root).trim().split('\n').slice(-1);
write('package.json', '{ "name": "guide", "private": true, "type": "module" }');
run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', path.resolve(root, tarball)]);

/** Serves a folder as a static host does that knows nothing of us, and asserts that a card is shown from it. @param {string} folder */
async function showsCard(folder) {
  /** @type {Record<string, string>} */
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm' };
  const server = http.createServer(({ url = '/' }, response) => {
    const file = path.join(project, folder, path.normalize(url === '/' ? '/index.html' : url));
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'text/plain', 'Content-Security-Policy': `${policy}; img-src data:` });
    response.end(readFileSync(file));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  try {
    const { page, problems } = await openPage({ host: `http://127.0.0.1:${port}`, path: '/' });
    await page.getByRole('heading', { level: 2, name: 'Works, with remarks' }).waitFor();
    await page.waitForFunction(() => document.querySelector('sealglass-card')?.shadowRoot?.querySelector('.root[data-second-opinion=done]'));
    assert.match(await page.locator('.second-opinion').innerText(), /is included/);
    assert.deepEqual(problems, []);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

test('the package holds what it says, with the licences of what is in it', () => {
  const { exports, customElements, sideEffects, version } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
  /** @param {unknown} entry @returns {string[]} */
  const files = (entry) => (typeof entry === 'string' ? [entry] : Object.values(/** @type {object} */ (entry)).flatMap(files));
  for (const file of [...files(exports), customElements, ...sideEffects, 'README.md', 'LICENSE', 'NOTICES.txt', 'embedding.md']) {
    assert.ok(existsSync(path.join(installed, file.replace('*', 'page.wasm'))), file);
  }
  assert.match(version, /^\d+\.\d+\.\d+$/);
  assert.match(readFileSync(path.join(installed, 'NOTICES.txt'), 'utf8'), /github\.com\/zmap\/zlint/);
  const written = readFileSync(path.join(installed, 'README.md'), 'utf8') + readFileSync(path.join(installed, 'embedding.md'), 'utf8');
  for (const [, target] of written.matchAll(/\]\(([\w./-]+)\)/g)) assert.ok(existsSync(path.join(installed, target)), target);
});

test('in Node it reports, and its types fit', () => {
  write('api.mjs', `import { inspect, rules } from 'sealglass';
const report = await inspect(Buffer.from('${samples.findings}', 'base64'));
console.log(report.inputs[0].certificates[0].verdict, (await rules()).rules.length > 300, report.tool.zlint);
`);
  assert.match(run('node', ['api.mjs']), /^remarks true v\d/);
  write('types.ts', `import { inspect, SealglassCard } from 'sealglass';
import { SealglassDrop } from 'sealglass/define';
const card: SealglassCard = document.createElement('sealglass-card');
const drop: SealglassDrop = new SealglassDrop();
addEventListener('sealglass-result', ({ detail }) => { const n: number = detail.counts.error; console.log(n, card.report, drop); });
export const verdict = async (pem: string) => (await inspect(pem, { asOf: 'today' })).inputs[0]?.certificates[0]?.verdict === 'ready';
`);
  for (const [module, resolution] of [['ESNext', 'bundler'], ['NodeNext', 'nodenext']]) {
    const tsc = path.join(root, 'web/test/node_modules/typescript/bin/tsc');
    run('node', [tsc, '--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--types', '', '--module', module, '--moduleResolution', resolution, 'types.ts']);
  }
});

test('classes alone can be had without registering anything, and what is not used is left out', async () => {
  write('unused.js', "import { SealglassCard } from 'sealglass';\nconsole.log(1);\n");
  write('classes.js', "import { SealglassCard } from 'sealglass';\ncustomElements.define('my-card', SealglassCard);\n");
  const bundled = async (/** @type {string} */ entry) => {
    const { outputFiles: [{ text }] } = await esbuild.build({ entryPoints: [path.join(project, entry)], bundle: true, format: 'esm', write: false, absWorkingDir: project });
    return text;
  };
  assert.doesNotMatch(await bundled('unused.js'), /attachShadow/);
  assert.doesNotMatch(await bundled('classes.js'), /'sealglass-card'|"sealglass-card"/);
});

test('built with esbuild it shows a card', async () => {
  write('app.js', app);
  write('with-esbuild/index.html', markup('./app.js'));
  const { warnings } = await esbuild.build({
    entryPoints: [path.join(project, 'app.js')], bundle: true, minify: true, format: 'esm', outdir: path.join(project, 'with-esbuild'), absWorkingDir: project,
  });
  assert.deepEqual(warnings, []);
  cpSync(path.join(installed, 'sealglass-files'), path.join(project, 'with-esbuild/sealglass-files'), { recursive: true });
  await showsCard('with-esbuild');
});

test('built with Vite it shows a card, and its files stay files', async () => {
  write('app.js', app);
  write('index.html', markup('./app.js'));
  cpSync(path.join(installed, 'sealglass-files'), path.join(project, 'public/assets/sealglass-files'), { recursive: true });
  /** @type {string[]} */
  const warnings = [];
  const quiet = () => {};
  await build({
    root: project, configFile: false, logLevel: 'warn', build: { outDir: 'with-vite' },
    customLogger: { info: quiet, warn: (text) => warnings.push(text), warnOnce: (text) => warnings.push(text), error: (text) => warnings.push(text), clearScreen: quiet, hasErrorLogged: () => false, hasWarned: false },
  });
  assert.deepEqual(warnings, []);
  const [script = ''] = readdirSync(path.join(project, 'with-vite/assets')).filter((name) => name.endsWith('.js'));
  assert.doesNotMatch(readFileSync(path.join(project, 'with-vite/assets', script), 'utf8'), /data:(text|application)/);
  await showsCard('with-vite');
});
