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
  const compiled = async (file) => WebAssembly.compile(await read(file));
  const parts = Promise.all([read(build.goScript), read(build.workerScript), compiled(build.worker)]);
  const { Worker } = await import('node:worker_threads');
  const { examine } = await run(await compiled(build.page), () => (started = undefined));
  return { examine, second: new Second(parts, (script) => () => new ThreadWorker(Worker, script)) };
}

const programs = () => (started ??= start());

export async function inspect(given, options) {
  return examineAll(programs, given, options);
}

export async function rules() {
  const { readFile } = await import('node:fs/promises');
  return JSON.parse(await readFile(new URL(build.rules), 'utf8'));
}
