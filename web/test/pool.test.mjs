// How files are shared out among Workers, with Workers that are played here: what
// becomes of the files of one that dies, falls silent, or takes too much memory.

import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { Pool } from '../pool.js';

/** A Worker that does what the test says. */
class Played {
  ended = false;
  /** What it was given and has not answered. @type {{id: number, judge: {at: number}}[]} */
  given = [];
  /** @type {any} */
  onmessage = null;
  /** @type {any} */
  onerror = null;
  postMessage(/** @type {any} */ task) { this.given.push(task); }
  terminate() { this.ended = true; }
  says(/** @type {object} */ data) { this.onmessage({ data }); }
  /** Answers what it was given first. */
  answers(more = {}) {
    const task = this.given.shift();
    assert.ok(task, 'it was given something');
    this.says({ id: task.id, done: true, ...more });
  }
  dies() { this.onerror({ preventDefault() {} }); }
}

/** @type {Pool[]} */
const pools = [];
afterEach(() => { // one that a fault keeps going would wait for its Workers for ever
  for (const made of pools.splice(0)) made.end();
});

/** A pool of played Workers, and what was heard. @param {number} count */
function pool(count) {
  /** @type {Played[]} */
  const workers = [];
  /** @type {Record<number, string>} */
  const heard = {};
  const told = { failed: 0 };
  const made = new Pool(
    () => /** @type {any} */ (workers[workers.push(new Played()) - 1]), count,
    (task, what) => (heard[task.at] = Object.keys(what).find((key) => key !== 'id' && key !== 'memory') ?? ''),
    () => told.failed++,
  );
  pools.push(made);
  const running = () => workers.filter((worker) => !worker.ended);
  return { made, workers, heard, told, running };
}

/** @param {number} n */
const tasks = (n) => Array.from({ length: n }, (_, at) => ({ at, file: null, name: `${at}.cer` }));

test('of the files of a Worker that dies each is tried alone, and only one that does it again has failed', () => {
  const { made, running, heard, told } = pool(1);
  made.add(tasks(6));
  running()[0].says({ ready: true });
  assert.deepEqual(running()[0].given.map(({ judge }) => judge.at), [0, 1, 2, 3], 'it has a few at a time');
  running()[0].dies();
  for (const at of [0, 1, 2, 3]) {
    running()[0].says({ ready: true });
    while (running()[0].given[0]?.judge.at !== at) running()[0].answers();
    assert.equal(running()[0].given.length, 1, 'alone');
    if (at === 2) running()[0].dies();
    else running()[0].answers();
  }
  while (running()[0].given.length > 0) running()[0].answers();
  assert.deepEqual(heard, { 0: 'done', 1: 'done', 2: 'failed', 3: 'done', 4: 'done', 5: 'done' });
  assert.equal(told.failed, 0);
});

test('a Worker that falls silent is ended, and another takes its place', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { made, workers, running, heard } = pool(1);
    made.add(tasks(1));
    workers[0].says({ ready: true });
    mock.timers.tick(19_999);
    assert.equal(workers[0].ended, false);
    mock.timers.tick(1);
    assert.equal(workers[0].ended, true);
    assert.deepEqual(heard, { 0: 'failed' });
    assert.equal(running().length, 1);
    running()[0].says({ ready: true });
    mock.timers.tick(60_000);
    assert.equal(workers.length, 2, 'one that has nothing to do may be silent');
  } finally {
    mock.timers.reset();
  }
});

test('where no Worker gets ready that is told, once', () => {
  const { workers, told, running } = pool(2);
  workers[0].dies();
  assert.equal(told.failed, 0);
  workers[1].dies();
  assert.equal(told.failed, 1);
  assert.equal(running().length, 0);
});

test('a Worker that takes too much memory is replaced when it has answered all that it has', () => {
  const { made, workers, running, heard } = pool(1);
  made.add(tasks(5));
  workers[0].says({ ready: true });
  for (let i = 0; i < 4; i++) {
    assert.equal(workers[0].ended, false);
    workers[0].answers({ memory: 300 * 2 ** 20 });
  }
  assert.equal(workers[0].ended, true);
  running()[0].says({ ready: true });
  running()[0].answers({ memory: 2 ** 20 });
  assert.deepEqual(Object.values(heard), Array(5).fill('done'));
});

test('a pool that was ended hears nothing more, and starts nothing', () => {
  const { made, workers, heard } = pool(2);
  made.add(tasks(3));
  workers[0].says({ ready: true });
  const [task] = workers[0].given;
  made.end();
  workers[0].onmessage({ data: { id: task.id, done: true } });
  made.add(tasks(1));
  assert.deepEqual(heard, {});
  assert.equal(workers.length, 2);
});
