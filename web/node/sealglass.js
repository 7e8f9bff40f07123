// The JavaScript API in Node: the files lie beside this one, and a Worker is a
// thread.

import '../wasm_exec.js';
import { examineAll } from '../api.js';
import { build } from '../build.js';
import { run } from '../program.js';
import { Second } from '../second.js';
import { ThreadWorker } from './thread.js';

/** Reads a file that the build made; a changed one is refused. */
async function read({ url, integrity }) {
  const { readFile } = await import('node:fs/promises');
  const { createHash } = await import('node:crypto');
  const content = await readFile(new URL(url));
  if (`sha256-${createHash('sha256').update(content).digest('base64')}` !== integrity) throw new Error(`${url} is not as it was built`);
  return content;
}

let started;

async function start() {
  const parts = Promise.all([build.goScript, build.workerScript, build.worker].map(read));
  const { Worker } = await import('node:worker_threads');
  const { examine } = await run(await read(build.page), () => (started = undefined));
  const second = new Second();
  second.start(parts, (...scripts) => () => new ThreadWorker(Worker, scripts));
  return { examine, second };
}

const programs = () => (started ??= start());

export async function inspect(given, options) {
  return examineAll(programs, given, options);
}

export async function rules() {
  const { readFile } = await import('node:fs/promises');
  return JSON.parse(await readFile(new URL(build.rules), 'utf8'));
}
