// Whatever file it came in: the table of inputs (testdata/gen/inputs) through the
// page, files with passwords, and folders.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { close, drop, inspect, openPage, root, waitForState } from './harness.mjs';

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

/** The report as it is downloaded. @param {import('playwright-core').Page} page */
async function report(page) {
  const downloaded = page.waitForEvent('download');
  await page.getByText('Other forms', { exact: true }).click();
  await page.getByRole('button', { name: 'Download JSON' }).click();
  return JSON.parse(readFileSync(await (await downloaded).path(), 'utf8'));
}

/** @param {any[]} inputs @returns {Answer[]} */
const answers = (inputs) => inputs.map((input) => ({
  kind: input.kind,
  code: input.error?.code ?? '',
  certificates: input.certificates.map((/** @type {any} */ c) => c.sha256),
}));

/** Types a password and waits for the next answer. @param {import('playwright-core').Page} page @param {string} password */
async function unlock(page, password) {
  await page.getByLabel('Password of the file').first().fill(password);
  await page.getByRole('button', { name: 'Open', exact: true }).first().click();
  await waitForState(page, 'state', 'working');
  await waitForState(page, 'state', 'done');
}

test('every input of the table that needs no password', async () => {
  const { page, problems } = await openPage();
  page.setDefaultTimeout(300_000);
  const rows = table.filter((row) => row.password === '');
  assert.ok(rows.length > 150, `${rows.length} inputs`);
  for (let from = 0; from < rows.length; from += 60) {
    const some = rows.slice(from, from + 60);
    await inspect(page, some.map(file));
    assert.deepEqual(answers((await report(page)).inputs), some.flatMap((row) => row.answers));
  }
  assert.deepEqual(problems, []);
});

test('every file of the table with a password', async () => {
  const { page, problems } = await openPage();
  page.setDefaultTimeout(120_000);
  for (const row of table.filter((row) => row.password !== '')) {
    await inspect(page, [file(row), file(named('pem'))]);
    if (await page.getByLabel('Password of the file').count()) await unlock(page, row.password);
    const [got] = answers((await report(page)).inputs);
    assert.deepEqual(got, row.answers[0], row.name);
    const html = await page.content();
    for (let i = 0; i + 8 <= row.password.length; i++) assert.ok(!html.includes(row.password.slice(i, i + 8)), `${row.name}: the page holds the password`);
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  }
  assert.deepEqual(problems, []);
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
  const { inputs } = await report(page);
  assert.deepEqual(inputs.map((/** @type {any} */ input) => input.name).sort(), ['a.cer', 'b.p7b']);
});
