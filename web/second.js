// The second opinion: zlint, in a Worker; the opening of files that take more than
// the page itself has, and the search for who stands behind certificates, each in a
// Worker of its own. The Worker holds code of others and
// reads hostile input, so it may be slow, fail or fall silent at any time. It is
// then ended, what it was doing is told, and a new one takes its place. All that
// a new one needs is kept in memory: nothing is requested once the page has
// loaded (build/adr/0008-worker-from-memory.md).

import { build } from './build.js';

/** @typedef {import('./types/build.js').BuiltFile} BuiltFile */

/**
 * One certificate to be judged. `request` and `n` come back with every answer;
 * `key` is the same for the same certificate; `asOf` and `deadline` are in
 * milliseconds, null is the time of issue.
 * @typedef {{request: number, n: number, key: string, der: Uint8Array, asOf: number | null, deadline: number}} Question
 */

/**
 * What is heard about a question: a finding, or how it ended.
 * @typedef {{finding: object} | {done: object} | {ended: 'stopped' | 'failed' | 'unavailable', check: string}} Heard
 */

/** How long the Worker may take to get ready, in milliseconds. */
const startDeadline = 20_000;
/** How many Workers may fail to get ready, one after the other. */
const maxFailedStarts = 2;
/** How many Workers one certificate may bring down before it is not asked about any more. */
const maxDeaths = 2;
/** Above so many bytes of memory a Worker is replaced. */
const maxMemory = 256 * 2 ** 20;

/** @param {BuiltFile} file */
async function get(file) {
  const response = await fetch(file.url, { integrity: file.integrity });
  if (!response.ok) throw new Error(`${file.url}: ${response.status}`);
  return response.arrayBuffer();
}

/** Fetches all that a Worker is made of: its scripts, and the program. */
export function download() {
  const parts = Promise.all([get(build.goScript), get(build.workerScript), get(build.worker)]);
  parts.catch(() => {}); // start() hears of it, which may wait for them later only
  return parts;
}

export class Second {
  /** Is told everything that is heard. @type {(request: number, n: number, what: Heard) => void} */
  heard = () => {};
  /** Of zlint, as soon as a Worker has been ready. */
  version = '';

  /** @type {Question[]} */
  #queue = [];
  /** The question that the Worker is at. @type {Question | null} */
  #asked = null;
  /** The check that it is at. */
  #check = '';
  /** Counts the questions, so that an answer to an older one is not taken for one to this. */
  #id = 0;

  /** @type {Worker | null} */
  #worker = null;
  #ready = false;
  #failedStarts = 0;
  #unavailable = false;
  #timer = 0;

  /** By key: how often a certificate brought the Worker down, and what was told then. @type {Map<string, {count: number, told: Heard}>} */
  #deaths = new Map();

  /** Is kept when start() has done what it can. @type {Promise<void>} */
  #started;
  /** @type {() => void} */
  #settle = () => {};

  /** Ends the Worker that looks for chains, or asks lists, for the answer that is shown. */
  #stop = () => {};
  /** The second Worker, when it has nothing to do. @type {Worker | null} */
  #spare = null;

  /** @type {WebAssembly.Module | undefined} */
  #program;
  /** @type {string} */
  #url = '';

  constructor() {
    this.#started = new Promise((resolve) => (this.#settle = resolve));
  }

  /** Starts the first Worker. @param {ReturnType<typeof download>} downloaded */
  async start(downloaded) {
    try {
      const [goScript, workerScript, program] = await downloaded;
      this.#program = await WebAssembly.compile(program);
      const blob = URL.createObjectURL(new Blob([goScript, '\n', workerScript], { type: 'text/javascript' }));
      const policy = globalThis.trustedTypes?.createPolicy('smime-worker', { createScriptURL: () => blob });
      this.#url = policy?.createScriptURL('') ?? blob;
    } catch (error) {
      console.error(error);
      this.#giveUp();
      return;
    } finally {
      this.#settle();
    }
    this.#spawn();
  }

  /**
   * Opens a file in a Worker of its own, which is ended as soon as it has
   * answered: what it knew of a password or a key goes with it. The answer is
   * null where it cannot be done, or not in `deadline` milliseconds. The password
   * stays the caller's.
   * @param {{kind: string, data: Uint8Array, password: Uint8Array, deadline: number}} file
   * @returns {Promise<object | null>}
   */
  async open({ kind, data, password, deadline }) {
    return this.#once({ open: { kind, data, password } }, [data.buffer], deadline);
  }

  /**
   * Finds who stands behind certificates, in a second Worker. The answer is
   * null where it cannot be done, or not in `deadline` milliseconds.
   * @param {{certificates: Uint8Array[], at: number, deadline: number}} question
   * @returns {Promise<object | null>}
   */
  async chains({ certificates, at, deadline }) {
    return this.#beside({ chains: { certificates, at } }, certificates.map((der) => der.buffer), deadline);
  }

  /**
   * Says what revocation lists say of certificates, in a second Worker. The
   * answer is null where it cannot be done, or not in `deadline` milliseconds.
   * @param {{lists: object[], certificates: Uint8Array[], issuers: number[], at: number, deadline: number}} question
   * @returns {Promise<object | null>}
   */
  async revocation({ lists, certificates, issuers, at, deadline }) {
    return this.#beside({ revocation: { lists, certificates, issuers, at } }, certificates.map((der) => der.buffer), deadline);
  }

  /**
   * Starts a Worker, puts one question to it and ends it.
   * @param {object} question
   * @param {ArrayBufferLike[]} transfer
   * @param {number} deadline in milliseconds
   * @returns {Promise<object | null>}
   */
  async #once(question, transfer, deadline) {
    await this.#started;
    if (!this.#program) return null;
    const worker = new Worker(this.#url);
    let timer = 0;
    try {
      return await new Promise((resolve) => {
        timer = setTimeout(() => resolve(null), deadline);
        worker.onmessage = ({ data: said }) => {
          if (said.ready) worker.postMessage(question, /** @type {ArrayBuffer[]} */ (transfer));
          else resolve(said.answered ?? null);
        };
        worker.onmessageerror = () => resolve(null);
        worker.onerror = (event) => {
          event.preventDefault();
          resolve(null);
        };
        worker.postMessage({ program: this.#program });
      });
    } finally {
      clearTimeout(timer);
      worker.terminate();
    }
  }

  /**
   * Puts a question to the second Worker, which stays for the next one: a Worker's
   * memory comes back only some time after its end. It is ended when it does not
   * answer in time, and when nobody waits for the answer any more (forget()).
   * @param {object} question
   * @param {ArrayBufferLike[]} transfer
   * @param {number} deadline in milliseconds
   * @returns {Promise<object | null>}
   */
  async #beside(question, transfer, deadline) {
    let forgotten = false;
    this.#stop = () => (forgotten = true);
    await this.#started;
    if (!this.#program || forgotten) return null;
    const waiting = this.#spare;
    const worker = waiting ?? new Worker(this.#url);
    this.#spare = null;
    let timer = 0;
    const put = () => worker.postMessage(question, /** @type {ArrayBuffer[]} */ (transfer));
    const answer = await new Promise((resolve) => {
      timer = setTimeout(() => resolve(null), deadline);
      this.#stop = () => resolve(null);
      worker.onmessage = ({ data: said }) => (said.ready ? put() : resolve(said.answered ?? null));
      worker.onmessageerror = () => resolve(null);
      worker.onerror = (event) => {
        event.preventDefault();
        resolve(null);
      };
      if (waiting) put();
      else worker.postMessage({ program: this.#program });
    });
    clearTimeout(timer);
    if (answer && !this.#spare) this.#spare = worker;
    else worker.terminate();
    return answer;
  }

  /** @param {Question} question */
  ask(question) {
    this.#queue.push(question);
    queueMicrotask(() => this.#next());
  }

  /** Drops the questions that were not put to the Worker yet, and ends what concerns older answers. */
  forget() {
    this.#queue = [];
    this.#stop();
  }

  #spawn() {
    try {
      const worker = new Worker(this.#url);
      worker.onmessage = ({ data }) => worker === this.#worker && this.#message(data);
      worker.onmessageerror = () => worker === this.#worker && this.#died('failed');
      worker.onerror = (event) => {
        event.preventDefault();
        if (worker === this.#worker) this.#died('failed');
      };
      this.#worker = worker;
      worker.postMessage({ program: this.#program });
    } catch (error) {
      console.error(error);
      this.#giveUp();
      return;
    }
    this.#wait(startDeadline);
  }

  /** Ends the Worker when it has not done what it is at by then. @param {number} ms */
  #wait(ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#died('stopped'), ms);
  }

  #end() {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
    this.#ready = false;
    this.#asked = null;
  }

  /** @param {'stopped' | 'failed'} ended */
  #died(ended) {
    const asked = this.#asked;
    this.#end();
    if (asked) {
      /** @type {Heard} */
      const told = { ended, check: this.#check };
      this.#deaths.set(asked.key, { count: (this.#deaths.get(asked.key)?.count ?? 0) + 1, told });
      this.heard(asked.request, asked.n, told);
    } else if (++this.#failedStarts >= maxFailedStarts) {
      this.#giveUp();
      return;
    }
    this.#spawn();
  }

  #giveUp() {
    this.#end();
    this.#unavailable = true;
    this.#next();
  }

  #next() {
    while (!this.#asked && (this.#ready || this.#unavailable)) {
      const question = this.#queue.shift();
      if (!question) return;
      const death = this.#deaths.get(question.key);
      if (this.#unavailable) this.heard(question.request, question.n, { ended: 'unavailable', check: '' });
      else if (death && death.count >= maxDeaths) this.heard(question.request, question.n, death.told);
      else this.#put(question);
    }
  }

  /** Puts a question to the Worker. @param {Question} question */
  #put(question) {
    this.#asked = question;
    this.#check = '';
    this.#id++;
    this.#wait(question.deadline);
    this.#worker?.postMessage({ id: this.#id, der: question.der, asOf: question.asOf });
  }

  /** @param {any} data what the Worker says, which may be anything */
  #message(data) {
    const asked = this.#asked;
    if (data.dead) {
      this.#died('failed');
    } else if (data.ready) {
      clearTimeout(this.#timer);
      this.#ready = true;
      this.version = String(data.version);
      this.#failedStarts = 0;
      this.#next();
    } else if (!asked || data.id !== this.#id) {
      return;
    } else if (data.lint) {
      this.#check = String(data.lint);
    } else if (data.finding) {
      this.heard(asked.request, asked.n, { finding: data.finding });
    } else if (data.done) {
      clearTimeout(this.#timer);
      this.#asked = null;
      this.heard(asked.request, asked.n, { done: data.done });
      if (data.memory > maxMemory) {
        this.#end();
        this.#spawn();
      }
      this.#next();
    }
  }
}
