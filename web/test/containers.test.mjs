// Whatever file it came in: the table of inputs (testdata/gen/inputs) through the
// page, files with passwords, and folders.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { answerTo, close, drop, inspect, jsonReport, openPage, root, waitForState } from './harness.mjs';

after(close);
after(() => rmSync(folder, { recursive: true }));

const folder = mkdtempSync(path.join(os.tmpdir(), 'sealglass-inputs-'));
execFileSync('go', ['run', './testdata/gen/inputs/write', folder], { cwd: root });

/**
 * @typedef {{kind: string, code: string, certificates: string[]}} Answer
 * @typedef {{name: string, file: string, password: string, answers: Answer[]}} Row
 */
/** @type {Row[]} */
const table = JSON.parse(readFileSync(path.join(folder, 'table.json'), 'utf8'));
const file = (/** @type {Row} */ row) => path.join(folder, row.file);
const named = (/** @type {string} */ name) => table.find((row) => row.name === name) ?? assert.fail(name);

/**
 * A list alone is a wrong file; beside a certificate that it is about, as among
 * all these files, it is none.
 * @param {any[]} inputs @returns {Answer[]}
 */
const answers = (inputs) => inputs.map((input) => ({
  kind: input.kind,
  code: input.error?.code ?? (['crl', 'ocsp'].includes(input.kind) ? input.kind : ''),
  certificates: input.certificates.map((/** @type {any} */ c) => c.sha256),
}));

/** Types a password and waits for the next answer. @param {import('playwright-core').Page} page @param {string} password */
async function unlock(page, password) {
  await page.getByLabel('Password of the file').first().fill(password);
  await answerTo(page, () => page.getByRole('button', { name: 'Open', exact: true }).first().click());
}

/** What must be nowhere: the slices of the secrets of the table. */
const secrets = new Set(JSON.parse(readFileSync(path.join(folder, 'secrets.json'), 'utf8')).map((/** @type {string} */ hex) => Buffer.from(hex, 'hex').toString('latin1')));
const sizes = [...new Set([...secrets].map((slice) => slice.length))];
/** Which three bytes a slice can begin with: most places in a text need no closer look. */
const beginnings = new Uint8Array(2 ** 24);
const beginning = (/** @type {Buffer} */ b, /** @type {number} */ i) => (b[i] << 16) | (b[i + 1] << 8) | b[i + 2];
for (const slice of secrets) beginnings[beginning(Buffer.from(slice, 'latin1'), 0)] = 1;

/** @param {string} text @param {string} where */
function assertNoSecret(text, where) {
  const bytes = Buffer.from(text, 'utf8');
  for (let i = 0; i + 2 < bytes.length; i++) {
    if (!beginnings[beginning(bytes, i)]) continue;
    for (const size of sizes) {
      if (secrets.has(bytes.toString('latin1', i, i + size))) assert.fail(`a secret of the table is in ${where}`);
    }
  }
}

/** Everything that the page shows, and that its fields hold. @param {import('playwright-core').Page} page */
const shown = (page) => page.evaluate(() => [
  document.documentElement.outerHTML,
  ...[...document.querySelectorAll('input, textarea')].map((field) => (field instanceof HTMLInputElement && field.type === 'file' ? '' : /** @type {HTMLInputElement} */ (field).value)),
].join('\n'));

/** Nothing lies in any place where a page can keep something. @param {import('playwright-core').Page} page */
async function assertNothingKept(page) {
  const kept = await page.evaluate(async () => [
    { ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), await caches.keys(), document.cookie, window.name, typeof history.state, location.search + location.hash,
  ]);
  assert.deepEqual(kept, [{}, {}, [], [], '', '', 'number', '']);
}

/** A page of which everything is heard that goes to the console or the network. */
async function openHeard() {
  const opened = await openPage();
  opened.page.setDefaultTimeout(300_000);
  /** @type {string[]} */
  const heard = [];
  opened.page.on('console', (message) => heard.push(message.text()));
  return { ...opened, heard };
}

/** @param {Awaited<ReturnType<typeof openHeard>>} opened */
async function assertSilent({ page, problems, heard, requests }) {
  assert.deepEqual(problems, []);
  assertNoSecret(heard.join('\n'), 'the console');
  assertNoSecret(requests.join('\n'), 'a request');
  await assertNothingKept(page);
}

/** Picks files, and waits until the page has painted its answer. @param {import('playwright-core').Page} page @param {string[]} files */
function pick(page, files) {
  return answerTo(page, () => page.getByLabel('Choose files').setInputFiles(files));
}

/** The page shows so many certificates in full; more make a table (batch.test.mjs). */
const inFull = 64;

/** Rows as many at once as are shown in full. @param {Row[]} rows @returns {Row[][]} */
function handfuls(rows) {
  /** @type {Row[][]} */
  const all = [[]];
  let size = 0;
  for (const row of rows) {
    const own = row.answers.reduce((sum, answer) => sum + Math.max(1, answer.certificates.length), 0);
    if (size + own > inFull) {
      all.push([]);
      size = 0;
    }
    size += own;
    all.at(-1)?.push(row);
  }
  return all;
}

for (const [how, give] of /** @type {const} */ ([['dropped', inspect], ['picked', pick]])) {
  test(`every input of the table that needs no password, ${how}`, async () => {
    const opened = await openHeard();
    const rows = table.filter((row) => row.password === '');
    assert.ok(rows.length > 150, `${rows.length} inputs`);
    for (const some of handfuls(rows)) {
      await give(opened.page, some.map(file));
      const json = await jsonReport(opened.page);
      assert.deepEqual(answers(json.inputs), some.flatMap((row) => row.answers));
      assertNoSecret(JSON.stringify(json), 'the report');
      assertNoSecret(await shown(opened.page), 'the page');
    }
    await assertSilent(opened);
  });
}

/** The input as text, or null where it is none, or none that can be pasted. @param {Row} row */
function textOf(row) {
  const bytes = readFileSync(file(row));
  if (bytes.length > 100_000) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.trim() !== '' && !/[\0-\x08\x0e-\x1f\x7f]/.test(text) ? text : null;
  } catch {
    return null;
  }
}

/**
 * Pastes texts one after the other. For each comes what the page shows, and the
 * report that it would download, which is empty where it offers none.
 * @param {import('playwright-core').Page} page @param {string[]} texts
 * @returns {Promise<{json: string, html: string, said: string}[]>}
 */
function paste(page, texts) {
  return page.evaluate(async (texts) => {
    let report = new Blob();
    const addressOf = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      if (!(blob instanceof Blob) || blob.type !== 'application/json') return addressOf(blob); // the Worker's script
      report = blob;
      return '';
    };
    HTMLAnchorElement.prototype.click = () => {};
    const all = [];
    for (const text of texts) {
      const answered = new Promise((resolve) => {
        const observer = new PerformanceObserver((list) => {
          if (list.getEntriesByName('sealglass-painted').length) (observer.disconnect(), resolve(0));
        });
        observer.observe({ type: 'mark' });
      });
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      await answered;
      report = new Blob();
      /** @type {HTMLElement | null} */ (document.querySelector('[data-action="download-json"]'))?.click();
      all.push({ json: await report.text(), html: document.documentElement.outerHTML, said: document.querySelector('main')?.textContent ?? '' });
    }
    return all;
  }, texts);
}

test('the search for secrets finds a key and a password', () => {
  for (const name of ['key, pkcs#8 pem', 'key, hex', 'key, sec1 pem']) assert.throws(() => assertNoSecret(readFileSync(file(named(name)), 'utf8'), name), name);
  assert.throws(() => assertNoSecret(`<p>${named('p12').password}</p>`, 'a password'));
});

test('every input of the table that is text and needs no password, pasted', async () => {
  const opened = await openHeard();
  const rows = table.filter((row) => row.password === '' && row.answers.length === 1 && textOf(row) !== null);
  assert.ok(rows.length > 80, `${rows.length} texts`);
  const pasted = await paste(opened.page, rows.map((row) => textOf(row) ?? ''));
  for (const [i, { json, html, said }] of pasted.entries()) {
    const { name, answers: expected } = rows[i];
    assertNoSecret(json, `the report on ${name}`);
    assertNoSecret(html, `the page: ${name}`);
    if (json) assert.deepEqual(answers(JSON.parse(json).inputs), expected, name);
  }
  // Where nothing was read, the page offers no report: it says what the report on the file says.
  const unread = [...rows.keys()].filter((i) => pasted[i].json === '');
  const { page } = await openPage();
  await inspect(page, [file(named('pem')), ...unread.map((i) => file(rows[i]))]);
  const { inputs } = await jsonReport(page);
  for (const [n, i] of unread.entries()) {
    assert.deepEqual(rows[i].answers[0].certificates, [], rows[i].name);
    const { kind, error } = inputs[n + 1];
    if (!error && ['crl', 'ocsp'].includes(kind)) continue; // beside a certificate that it is about
    assert.ok(pasted[i].said.includes(error.message), `${rows[i].name}: ${pasted[i].said.slice(0, 300)}`);
  }
  await assertSilent(opened);
});

test('every file of the table with a password', async () => {
  const opened = await openHeard();
  const { page } = opened;
  for (const [i, row] of table.filter((row) => row.password !== '').entries()) {
    await [inspect, pick][i % 2](page, [file(row), file(named('pem'))]);
    if (await page.getByLabel('Password of the file').count()) await unlock(page, row.password);
    const json = await jsonReport(page);
    assert.deepEqual(answers(json.inputs)[0], row.answers[0], row.name);
    assertNoSecret(JSON.stringify(json), `the report on ${row.name}`);
    assertNoSecret(await shown(page), `the page: ${row.name}`);
  }
  await assertSilent(opened);
});

test('a password that is being typed stays when the second opinion comes', async () => {
  const { page } = await openPage();
  await inspect(page, [file(named('p12')), file(named('pem'))]);
  await page.getByLabel('Password of the file').fill('half of');
  await waitForState(page, 'secondOpinion', 'done');
  assert.equal(await page.getByLabel('Password of the file').inputValue(), 'half of');
  assert.equal(await page.evaluate(() => document.activeElement?.localName), 'input');
});

test('the Worker that opened a file is ended', async () => {
  const { page } = await openPage();
  await inspect(page, [file(named('pem'))]); // the Workers that stay are there then
  await waitForState(page, 'secondOpinion', 'done');
  await inspect(page, [file(named('p12'))]);
  await waitForState(page, 'secondOpinion', 'done');
  const before = page.workers().length;
  await unlock(page, named('p12').password);
  await waitForState(page, 'secondOpinion', 'done');
  assert.equal(page.workers().length, before);
  assert.match(await page.locator('.message').innerText(), /RSA 2048; it belongs to the certificate of erika\.mustermann@example\.com/);
});

test('a wrong password is told, and the field is there again, empty', async () => {
  const { page } = await openPage();
  await inspect(page, [file(named('p12'))]);
  await unlock(page, 'wrong');
  assert.match(await page.locator('.problem').innerText(), /does not open this file/);
  const field = page.getByLabel('Password of the file');
  assert.equal(await field.inputValue(), '');
  await field.fill('x');
  await page.getByRole('button', { name: 'Show' }).click();
  assert.equal(await field.getAttribute('type'), 'text');
  await page.getByRole('button', { name: 'Show' }).click();
  assert.equal(await field.getAttribute('type'), 'password');
});

test('a signed mail says whether its signature holds', async () => {
  const { page } = await openPage();
  await inspect(page, [file(named('mail, signed'))]);
  assert.match(await page.locator('.message').innerText(), /It holds/);
  assert.doesNotMatch(await page.locator('.message').innerText(), /trusted/i);
  await inspect(page, [file(named('mail, altered'))]);
  assert.match(await page.locator('.message').innerText(), /altered after it was signed/);
});

test('a folder is dropped with what lies in it', async () => {
  const { page } = await openPage();
  const some = path.join(folder, 'dropped');
  mkdirSync(path.join(some, 'inner'), { recursive: true });
  writeFileSync(path.join(some, 'a.cer'), readFileSync(file(named('der'))));
  writeFileSync(path.join(some, 'inner', 'b.p7b'), readFileSync(file(named('p7b'))));
  await drop(page, [some]);
  await waitForState(page, 'state', 'done');
  const { inputs } = await jsonReport(page);
  assert.deepEqual(inputs.map((/** @type {any} */ input) => input.name).sort(), ['a.cer', 'b.p7b']);
});
