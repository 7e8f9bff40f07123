// What the browser tests share: the built page behind its production server, a
// real Chromium (or, with BROWSER=firefox, a real Firefox), a log of every request
// that it makes, and files dropped on the page as a person drops them.
//
//   import { after, test } from 'node:test';
//   import { close, inspect, openPage } from './harness.mjs';
//   after(close);

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { afterEach, test } from 'node:test';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { downloadedInFirefox, dropInFirefox, launchFirefox } from './firefox.mjs';

/** The folder of the project. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const chromiumPath = '/usr/bin/chromium';
/** So that the programs are compiled once, and simply, for all pages of a test file. */
const simplyCompiled = ['--process-per-site', '--js-flags=--liftoff-only'];
const chromiumFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  // Otherwise the browser itself asks a server about every form that it sees.
  '--disable-features=AutofillServerCommunication',
];

/** What has to be stopped at the end, last first. @type {(() => unknown)[]} */
const atEnd = [];

/** A file of the S/MIME certificates that zlint tests itself with. @param {string} name */
export const smime = (name) => path.join(smimeFolder(), name);

/** The folder of these files. @returns {string} */
export function smimeFolder() {
  const module = execFileSync('go', ['list', '-m', '-f', '{{.Dir}}', 'github.com/zmap/zlint/v3'], { cwd: root, encoding: 'utf8' });
  return path.join(module.trim(), 'testdata', 'smime');
}

/** Stops everything that was started. To be called when the tests are over. */
export async function close() {
  for (const stop of atEnd.splice(0).reverse()) await stop();
}

/** @template T @param {() => Promise<T>} make @returns {() => Promise<T>} */
function lazily(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () => (made ??= make());
}

/** A folder that is gone after the tests. */
const scratch = lazily(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sealglass-'));
  atEnd.push(() => rmSync(folder, { recursive: true }));
  return folder;
});

/** @param {string[]} args */
function go(...args) {
  execFileSync('go', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** Serves a folder as in production. @param {string} folder @returns {Promise<string>} its address */
export async function serve(folder) {
  go('build', '-o', '.cache/sealglass', './cmd/sealglass');
  const server = spawn(path.join(root, '.cache/sealglass'), ['serve', '--addr', '127.0.0.1:0', '--dir', path.resolve(root, folder)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(server, 'exit');
  atEnd.push(async () => {
    server.kill('SIGINT');
    await exited;
  });
  for await (const line of readline.createInterface(server.stdout)) {
    const address = /http:\S+/.exec(line);
    if (address) return address[0];
  }
  throw new Error('the server ended without saying where it is');
}

/** @type {Map<string, Promise<string>>} */
const sites = new Map();

/**
 * Builds the page and serves it, once for each set of build tags.
 * @param {string} tags
 */
export function site(tags) {
  let address = sites.get(tags);
  if (!address) {
    const folder = path.join(root, tags === '' ? 'dist' : `.cache/dist-${tags}`);
    go('run', './build', '-o', folder, '-tags', tags);
    sites.set(tags, (address = serve(folder)));
  }
  return address;
}

/** Whether the tests run in Firefox. */
export const inFirefox = process.env.BROWSER === 'firefox';

/**
 * A test of what only Chromium can be told to do: no tool makes Firefox emulate
 * media, paste files or run code in a Worker, and Firefox 153 crashes at
 * some of what its driver looks for.
 */
export const chromiumTest = inFirefox ? () => {} : test;

/** Starts the browser; `measured` as people have it. */
export async function launch({ measured = false } = {}) {
  const started = await (inFirefox ? launchFirefox(await scratch()) : launchChromium(measured ? [] : simplyCompiled));
  atEnd.push(() => started.close());
  return started;
}

/** @param {string[]} flags */
function launchChromium(flags) {
  if (!existsSync(chromiumPath)) throw new Error(`no ${chromiumPath}: install Debian's package chromium`);
  return chromium.launch({ executablePath: chromiumPath, args: [...flags, ...chromiumFlags] });
}

/**
 * A context of the browser, whether it was made without options, and its requests.
 * @typedef {{context: import('playwright-core').BrowserContext, plain: boolean, log: {requests: string[]}}} Logged
 */

/** The contexts that a test opened: a page with its programs takes much memory. @type {Logged[]} */
const contexts = [];
/**
 * The context of tests that ask for nothing special, as the next one finds it: it
 * holds the last page of the one before. The browser would compile the programs
 * anew, which takes seconds, if no page held them.
 * @type {Logged | null}
 */
let plain = null;
if (process.env.NODE_TEST_CONTEXT) {
  afterEach(async () => {
    const own = contexts.splice(0);
    plain ??= own.find((one) => one.plain && one.context.pages().length > 0) ?? null;
    for (const one of own) if (one !== plain) await one.context.close();
    for (const page of plain?.context.pages().slice(0, -1) ?? []) await page.close();
  });
}

/** The browser that the tests share. */
const browser = lazily(() => launch());

/**
 * A proxy that writes down every request and lets only those to loopback
 * through. A browser behind it resolves no name itself.
 * @returns {Promise<{address: string, log: {requests: string[]}}>} the list may be replaced by a new one
 */
export async function startLogger() {
  /** @type {{requests: string[]}} */
  const log = { requests: [] };
  const proxy = http.createServer((request, response) => {
    const url = new URL(request.url ?? '');
    log.requests.push(`${request.method} ${url}`);
    if (url.hostname !== '127.0.0.1') {
      response.writeHead(502).end();
      return;
    }
    const onward = http.request(url, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.writeHead(502).end());
    request.pipe(onward);
  });
  proxy.on('connect', (request, socket) => {
    log.requests.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  atEnd.push(() => {
    proxy.close();
    proxy.closeAllConnections();
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (proxy.address());
  return { address: `http://127.0.0.1:${port}`, log };
}

/** @param {import('playwright-core').BrowserContextOptions} options @param {string} tags @returns {Promise<Logged>} */
async function logged(options, tags) {
  const { address: proxy, log } = await startLogger();
  const context = await (await browser()).newContext({ proxy: { server: proxy, bypass: '<-loopback>' }, ...options });
  // A page that is kept for offline use asks for all its files once more, in the background.
  if (options.serviceWorkers !== 'allow') await context.addInitScript('delete Navigator.prototype.serviceWorker');
  return { context, plain: tags === '' && Object.keys(options).length === 0, log };
}

/**
 * Opens the page, alone in its context, by default until its program is
 * ready. `requests` grows with every request of the page and its Worker;
 * `problems` with everything that the browser complains about: errors, console
 * warnings, violations of the policy.
 * @param {object} [options]
 * @param {string} [options.path] of the page below the site
 * @param {string} [options.tags] build tags of the two programs
 * @param {boolean} [options.ready] wait for the program, default true
 * @param {string} [options.hold] requests to hold back until release() is called; does not wait for the program then
 * @param {string} [options.host] address of another site, whose page it is; not ready then in our sense
 * @param {import('playwright-core').BrowserContextOptions} [options.context]
 */
export async function openPage({ path: at = '', tags = '', ready = true, hold = '', host = '', context: options = {} } = {}) {
  const address = host || await site(tags);
  const { viewport = { width: 1280, height: 800 }, ...rest } = options;
  const own = plain && tags === '' && Object.keys(rest).length === 0 ? plain : await logged(rest, tags);
  contexts.push(own);
  plain = null;
  const before = own.context.pages();
  const page = await own.context.newPage();
  if (viewport) await page.setViewportSize(viewport);
  /** @type {string[]} */
  const requests = (own.log.requests = []);
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('crash', () => problems.push('the page crashed'));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  /** @type {() => void} */
  let release = () => {};
  if (hold) {
    const released = new Promise((resolve) => (release = () => resolve(undefined)));
    await page.route(hold, async (route) => {
      await released;
      await route.continue();
    });
  }
  await page.goto(address + at);
  if (ready && !hold && !host) await waitForState(page, 'state', 'ready');
  for (const old of before) await old.close();
  return { page, requests, problems, address, release };
}

/**
 * Sends a page this file of dist/ as it was built, with something behind it.
 * @param {import('playwright-core').Page} page @param {string} name @param {string} added
 */
export function changeOnItsWay(page, name, added) {
  const body = Buffer.concat([readFileSync(path.join(root, 'dist', name)), Buffer.from(added)]);
  const types = { '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' };
  return page.route(`**/${name}`, (route) => route.fulfill({ body, contentType: types[/** @type {keyof typeof types} */ (path.extname(name))] }));
}

/**
 * Lets a page import modules of web/ for themselves; the build joins most into one.
 * @param {import('playwright-core').Page} page @param {string[]} names
 */
export async function offerModules(page, ...names) {
  for (const name of names) await page.route(`**/${name}`, (route) => route.fulfill({ path: path.join(root, 'web', name) }));
}

/**
 * Waits until data-state or data-second-opinion of the document has one of the values.
 * @param {import('playwright-core').Page} page
 * @param {'state' | 'secondOpinion'} name
 * @param {...string} values
 */
export async function waitForState(page, name, ...values) {
  await page.waitForFunction(
    ([name, values]) => values.includes(document.documentElement.dataset[name] ?? ''),
    /** @type {const} */ ([name, values]),
  );
}

/** @typedef {string | {name: string, content: string | Uint8Array}} Dropped a path, or a name and what is in it */

/** @param {Dropped[]} files @returns {Promise<string[]>} their paths */
async function onDisk(files) {
  const folder = mkdtempSync(path.join(await scratch(), 'drop-'));
  return files.map((file) => {
    if (typeof file === 'string') return path.resolve(root, file);
    const at = path.join(folder, file.name);
    writeFileSync(at, file.content);
    return at;
  });
}

/**
 * Drags files from the disk over the page and drops them in its middle: the
 * browser itself makes the events, as it does for a person's files.
 * @param {import('playwright-core').Page} page
 * @param {Dropped[]} files
 */
export async function drop(page, files) {
  if (inFirefox) return dropInFirefox(page, await onDisk(files));
  const letGo = await drag(page, files);
  await letGo();
}

/**
 * Drags files to the middle of the page in Chromium.
 * @param {import('playwright-core').Page} page
 * @param {Dropped[]} files
 * @returns {Promise<() => Promise<void>>} drops them there
 */
export async function drag(page, files) {
  const paths = await onDisk(files);
  const size = page.viewportSize() ?? { width: 2, height: 2 };
  await steady(page);
  const session = await page.context().newCDPSession(page);
  const send = (/** @type {'dragEnter' | 'dragOver' | 'drop'} */ type) => session.send('Input.dispatchDragEvent', {
    type,
    x: size.width / 2,
    y: size.height / 2,
    data: { items: [], files: paths, dragOperationsMask: 1 },
  });
  await send('dragEnter');
  await send('dragOver');
  return async () => {
    await send('drop');
    await session.detach();
  };
}

/** Waits until the page scrolls no more: what is dropped on an element that moves away is lost. @param {import('playwright-core').Page} page */
function steady(page) {
  return page.evaluate(() => /** @type {Promise<void>} */ (new Promise((resolve) => {
    const frames = 5;
    let last = scrollY;
    let still = 0;
    const look = () => {
      still = scrollY === last ? still + 1 : 0;
      last = scrollY;
      if (still === frames) resolve();
      else requestAnimationFrame(look);
    };
    look();
  })));
}

/** Waits until the page has all that it will ever ask for, as it says itself. @param {import('playwright-core').Page} page */
export const loaded = (page) => page.locator('#requests').getByText('0.').waitFor({ state: 'attached' });

/**
 * Drops files and waits until the page has painted its answer.
 * @param {import('playwright-core').Page} page
 * @param {Dropped[]} files
 */
export function inspect(page, files) {
  return answerTo(page, () => drop(page, files));
}

/**
 * Does something and waits until the page has painted its answer to it, and written
 * the findings, which come after the card.
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<unknown>} act
 */
export async function answerTo(page, act) {
  const before = await answers(page);
  await act();
  await page.waitForFunction((before) => performance.getEntriesByName('sealglass-painted').length > before, before);
}

/** How many answers the page has painted. @param {import('playwright-core').Page} page */
function answers(page) {
  return page.evaluate(() => performance.getEntriesByName('sealglass-painted').length);
}

/**
 * Clicks, and waits for the file that the page offers then.
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<void>} click
 * @returns {Promise<{path: string, text: string}>}
 */
export async function downloaded(page, click) {
  const at = inFirefox ? await downloadedInFirefox(click) : await downloadedInChromium(page, click);
  return { path: at, text: readFileSync(at, 'utf8') };
}

/** @param {import('playwright-core').Page} page @param {() => Promise<void>} click */
async function downloadedInChromium(page, click) {
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  return file.path();
}

/**
 * The report as it is downloaded.
 * @param {import('playwright-core').Page} page
 * @param {string} menu
 * @param {string} button
 */
export async function jsonReport(page, menu = 'Other forms', button = 'Download JSON') {
  const { text } = await downloaded(page, async () => {
    await page.getByText(menu, { exact: true }).click();
    await page.getByRole('button', { name: button }).click();
  });
  return JSON.parse(text);
}
