// The parts of the table of many certificates that need no browser: the order of
// its rows, its bounds, and CSV.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cell, csv } from '../csv.js';
import { maxWorkers, workersFor } from '../pool.js';
import { gather, maxDepth, maxFiles, pathOf } from '../folders.js';
import { addUpTo, arrange } from '../rows.js';

/** @param {object} some @returns {any} */
const row = (some) => ({
  at: 0, nth: 1, of: 1, file: 'a.cer', name: '', mailbox: '', until: '', untilText: '', sign: '', encrypt: '', verdict: 'ready', outcome: '', severity: '', worst: '', ...some,
});
const all = { text: '', problems: false, column: null, down: false };

test('rows stand in the order in which their files were given', () => {
  const rows = [row({ at: 1, file: 'b' }), row({ at: 0, nth: 2, file: 'a2' }), row({ at: 0, file: 'a1' })];
  assert.deepEqual(arrange(rows, all).map(({ file }) => file), ['a1', 'a2', 'b']);
});

test('rows are sorted by a column, up and down, equal ones as they were given', () => {
  const rows = [row({ at: 0, mailbox: 'B' }), row({ at: 1, mailbox: 'a' }), row({ at: 2, mailbox: 'b' })];
  assert.deepEqual(arrange(rows, { ...all, column: 'mailbox' }).map(({ at }) => at), [1, 0, 2]);
  assert.deepEqual(arrange(rows, { ...all, column: 'mailbox', down: true }).map(({ at }) => at), [0, 2, 1]);
});

test('the worst come first when sorted by what was found', () => {
  const rows = [
    row({ verdict: 'ready', severity: '' }), row({ verdict: 'remarks', severity: 'error' }), row({ verdict: 'ready', severity: 'warning' }),
    row({ verdict: 'trouble', severity: '' }), row({ verdict: 'trouble', severity: 'error' }), row({ verdict: 'unknown', severity: '' }),
  ];
  assert.deepEqual(arrange(rows, { ...all, column: 'worst' }).map(({ verdict, severity }) => `${verdict} ${severity}`.trim()),
    ['trouble error', 'trouble', 'unknown', 'remarks error', 'ready warning', 'ready']);
});

test('a text and problems filter', () => {
  const rows = [row({ mailbox: 'Erika@example.com' }), row({ worst: 'Error: no erika here', verdict: 'remarks' }), row({ file: 'other', verdict: 'trouble' })];
  assert.equal(arrange(rows, { ...all, text: ' ERIKA ' }).length, 2);
  assert.equal(arrange(rows, { ...all, problems: true }).length, 2);
  assert.equal(arrange(rows, { ...all, text: 'erika', problems: true }).length, 1);
});

test('CSV: quotes are doubled, and no cell is a formula', () => {
  assert.equal(cell('a "b", c'), '"a ""b"", c"');
  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n']) assert.equal(cell(`${start}1`), `"'${start}1"`);
  assert.equal(cell('1=1'), '"1=1"');
  assert.equal(csv([['x', 'y'], ['1\n2', 3]]), '"x","y"\r\n"1\n2","3"\r\n');
});

test('as many Workers as threads, up to a bound', () => {
  for (const [threads, workers] of [[0, 1], [1, 1], [2, 2], [maxWorkers - 1, maxWorkers - 1], [maxWorkers, maxWorkers], [maxWorkers + 1, maxWorkers]]) {
    assert.equal(workersFor(threads), workers);
  }
});

test('a list takes what fits in, and tells that something did not', () => {
  for (const [there, more, whole] of [[7, 2, true], [7, 3, true], [7, 4, false], [10, 1, false], [10, 0, true]]) {
    const list = Array(there).fill('there');
    assert.equal(addUpTo(list, Array(more).fill('more'), 10), whole, `${there} and ${more}`);
    assert.equal(list.length, Math.min(10, there + more));
  }
});

/** A dropped folder with so many files. @param {number} n @returns {any} */
function folder(n) {
  const entries = Array.from({ length: n }, (_, i) => ({
    isFile: true, fullPath: `/folder/${i}.cer`, file: (/** @type {(file: object) => void} */ give) => give({ name: `${i}.cer` }),
  }));
  const reader = { readEntries: (/** @type {(some: object[]) => void} */ give) => give(entries.splice(0, 100)) };
  return { items: [{ webkitGetAsEntry: () => ({ isDirectory: true, createReader: () => reader }) }] };
}

test('a folder gives all its files, and one more than are taken tells that there are too many', async () => {
  for (const [n, given] of [[maxFiles - 1, maxFiles - 1], [maxFiles, maxFiles], [maxFiles + 1, maxFiles + 1], [maxFiles + 200, maxFiles + 1]]) {
    assert.equal((await gather(folder(n)))?.length, given);
  }
});

test('a file of a folder is called by its path there', async () => {
  const [file] = await gather(folder(1)) ?? [];
  assert.equal(pathOf(file), 'folder/0.cer');
  const picked = /** @type {any} */ ({ name: '1.cer', webkitRelativePath: 'picked/1.cer' });
  assert.equal(pathOf(picked), 'picked/1.cer');
  assert.equal(pathOf(/** @type {any} */ ({ name: '2.cer', webkitRelativePath: '' })), '2.cer');
});

test('folders within folders are opened down to a depth', async () => {
  /** A file in so many folders. @param {number} n @returns {any} */
  const nested = (n) => {
    if (n === 0) return { isFile: true, fullPath: '/a.cer', file: (/** @type {(file: object) => void} */ give) => give({ name: 'a.cer' }) };
    const inside = [nested(n - 1)];
    return { isDirectory: true, createReader: () => ({ readEntries: (/** @type {(some: object[]) => void} */ give) => give(inside.splice(0)) }) };
  };
  for (const [n, given] of [[maxDepth - 1, 1], [maxDepth, 1], [maxDepth + 1, 0]]) {
    const transfer = /** @type {any} */ ({ items: [{ webkitGetAsEntry: () => nested(n) }] });
    assert.equal((await gather(transfer))?.length, given, `${n} folders`);
  }
});
