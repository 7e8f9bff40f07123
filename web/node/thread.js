// A thread of Node that looks like a Worker, from both sides.

/** Stands before the Worker's script. */
const inside = [
  'globalThis.self = globalThis;',
  '{',
  "  const { parentPort } = require('node:worker_threads');",
  '  globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);',
  "  parentPort.on('message', (data) => globalThis.onmessage?.({ data }));",
  '}',
].join('\n');

export class ThreadWorker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  #thread;

  /** @param Worker of node:worker_threads @param {string} script */
  constructor(Worker, script) {
    this.#thread = new Worker(`${inside}\n${script}`, {
      eval: true,
      execArgv: [], // the process's own may make a module of the scripts
    });
    this.#thread.on('message', (data) => this.onmessage?.({ data }));
    this.#thread.on('messageerror', () => this.onmessageerror?.());
    this.#thread.on('error', () => this.onerror?.({ preventDefault() {} }));
    // What waits for an answer has a deadline, which keeps the process; nothing else should.
    this.#thread.unref();
  }

  postMessage(message, transfer) {
    this.#thread.postMessage(message, transfer);
  }

  terminate() {
    this.#thread.terminate();
  }
}
