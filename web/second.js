// The second opinion (zlint), who stands behind certificates and what revocation
// lists say of them: a Worker answers, one question after the other, for all that
// ask. Files that take more than the page itself has are opened in a Worker of
// their own. A Worker holds code of others and reads hostile input, so it may be
// slow, fail or fall silent at any time. It is then ended, what it was doing is
// told, and a new one takes its place. All that a new one needs is kept in memory:
// nothing is requested once the page has loaded
// (build/adr/0008-worker-from-memory.md).

import { build } from './build.js';
import { compiled, get } from './get.js';
import { makerOfWorkers } from './workers.js';

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

/**
 * A question of another kind: it is answered at once or not at all, with null.
 * @typedef {{message: object, transfer: ArrayBufferLike[], deadline: number, resolve: (answer: object | null) => void}} Other
 */

/**
 * What one page asks; what it hears is its own.
 * @typedef {object} Asker
 * @property {(request: number, n: number, what: Heard) => void} heard is told everything that is heard of its questions
 * @property {string} version of zlint, as soon as a Worker has been ready
 * @property {(question: Question) => void} ask
 * @property {(question: Question) => Promise<{findings: object[]}>} judge
 * asks as well, and gathers what is heard; rejected where nobody can be asked
 * @property {() => void} forget drops the questions that were not put yet, and ends the search for chains
 * @property {(file: {kind: string, data: Uint8Array, password: Uint8Array, deadline: number}) => Promise<object | null>} open
 * opens a file in a Worker of its own, which is ended as soon as it has answered: what it knew of a password or a key
 * goes with it. The password stays the caller's.
 * @property {(question: {certificates: Uint8Array[], at: number, deadline: number}) => Promise<object | null>} chains
 * finds who stands behind certificates
 * @property {(question: {lists: object[], certificates: Uint8Array[], issuers: number[], at: number, deadline: number}) => Promise<object | null>} revocation
 * says what revocation lists say of certificates
 */

/** @typedef {{from: Asker} & ({question: Question, other?: undefined} | {question?: undefined, other: Other})} Job */

/** How long the Worker may take to get ready, in milliseconds. */
const startDeadline = 20_000;
/** How many Workers may fail to get ready, one after the other. */
const maxFailedStarts = 2;
/** How many Workers one certificate may bring down before it is not asked about any more. */
const maxDeaths = 2;
/** Above so many bytes of memory a Worker is replaced. */
const maxMemory = 256 * 2 ** 20;

/** Fetches all that a Worker is made of: its scripts, and the program. */
export function download() {
  const parts = Promise.all([get(build.goScript), get(build.workerScript), compiled(build.worker)]);
  parts.catch(() => {}); // a Second hears of it, which may wait for them later only
  return parts;
}

export class Second {
  /** @type {Job[]} */
  #queue = [];
  /** What the Worker is at. @type {Job | null} */
  #asked = null;
  /** The check that it is at. */
  #check = '';
  /** Counts the questions, so that an answer to an older one is not taken for one to this. */
  #id = 0;
  #version = '';

  /** @type {Worker | null} */
  #worker = null;
  #ready = false;
  #failedStarts = 0;
  #unavailable = false;
  #timer = 0;

  /** By key: how often a certificate brought the Worker down, and what was told then. @type {Map<string, {count: number, told: Heard}>} */
  #deaths = new Map();

  /** Is kept when all that a Worker is made of is there, or will not come. @type {Promise<void>} */
  #started;

  /** @type {WebAssembly.Module | undefined} */
  #program;
  /** Makes a Worker. @type {() => Worker} */
  #make = () => {
    throw new Error('no Worker');
  };

  /** Starts the first Worker. @param {ReturnType<typeof download>} downloaded @param {typeof makerOfWorkers} [maker] */
  constructor(downloaded, maker = makerOfWorkers) {
    this.#started = this.#start(downloaded, maker);
  }

  /** @param {ReturnType<typeof download>} downloaded @param {typeof makerOfWorkers} maker */
  async #start(downloaded, maker) {
    try {
      const [goScript, workerScript, program] = await downloaded;
      this.#make = maker(await new Blob([goScript, '\n', workerScript]).text());
      this.#program = program;
      this.#spawn();
    } catch (error) {
      console.error(error);
      this.#giveUp();
    }
  }

  /**
   * How to start Workers with another program, by settings.
   * @param {WebAssembly.Module} program
   * @returns {Promise<(settings: object) => Worker>}
   */
  async workers(program) {
    await this.#started;
    return (settings) => {
      const worker = this.#make();
      worker.postMessage({ program, settings });
      return worker;
    };
  }

  /** Another page that asks. @returns {Asker} */
  asker() {
    const version = () => this.#version;
    /** @type {Asker} */
    const from = {
      heard() {},
      get version() { return version(); },
      ask: (question) => this.#add({ from, question }),
      judge: (question) => new Promise((resolve, reject) => {
        /** @type {object[]} */
        const findings = [];
        /** @type {Asker['heard']} */
        const heard = (_request, _n, what) => {
          if ('finding' in what) findings.push(what.finding);
          else if ('ended' in what && what.ended === 'unavailable') reject(new Error('no Worker'));
          else resolve({ findings });
        };
        this.#add({ from: { ...from, heard }, question });
      }),
      forget: () => this.#forget(from),
      open: ({ kind, data, password, deadline }) => this.#once({ open: { kind, data, password } }, [data.buffer], deadline),
      chains: ({ certificates, at, deadline }) => this.#first(from, { chains: { certificates, at } }, certificates, deadline),
      revocation: ({ lists, certificates, issuers, at, deadline }) =>
        this.#first(from, { revocation: { lists, certificates, issuers, at } }, certificates, deadline),
    };
    return from;
  }

  /** @param {Job} job */
  #add(job) {
    this.#queue.push(job);
    queueMicrotask(() => this.#next());
  }

  /**
   * Puts a question before all that wait for a second opinion: it is the quicker one.
   * @param {Asker} from @param {object} message @param {Uint8Array[]} certificates @param {number} deadline in milliseconds
   * @returns {Promise<object | null>}
   */
  #first(from, message, certificates, deadline) {
    return new Promise((resolve) => {
      this.#queue.unshift({ from, other: { message, transfer: certificates.map((der) => der.buffer), deadline, resolve } });
      queueMicrotask(() => this.#next());
    });
  }

  /** @param {Asker} from */
  #forget(from) {
    const dropped = this.#queue.filter((job) => job.from === from);
    this.#queue = this.#queue.filter((job) => job.from !== from);
    for (const { other } of dropped) other?.resolve(null);
    if (this.#asked?.from !== from || !this.#asked.other) return;
    this.#asked.other.resolve(null);
    this.#end();
    this.#spawn();
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
    const worker = this.#make();
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

  #spawn() {
    try {
      const worker = this.#make();
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
    if (asked?.other) {
      asked.other.resolve(null);
    } else if (asked) {
      const { key, request, n } = asked.question;
      /** @type {Heard} */
      const told = { ended, check: this.#check };
      this.#deaths.set(key, { count: (this.#deaths.get(key)?.count ?? 0) + 1, told });
      asked.from.heard(request, n, told);
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
      const job = this.#queue.shift();
      if (!job) return;
      const told = this.#unanswered(job);
      if (!told) this.#put(job);
      else if (job.other) job.other.resolve(null);
      else job.from.heard(job.question.request, job.question.n, told);
    }
  }

  /** What there is to tell at once where a question is not put. @param {Job} job @returns {Heard | undefined} */
  #unanswered({ question }) {
    if (this.#unavailable) return { ended: 'unavailable', check: '' };
    const death = this.#deaths.get(question?.key ?? '');
    return death && death.count >= maxDeaths ? death.told : undefined;
  }

  /** Puts a question to the Worker. @param {Job} job */
  #put(job) {
    const { question, other } = job;
    this.#asked = job;
    this.#check = '';
    this.#id++;
    this.#wait((question ?? other).deadline);
    if (other) this.#worker?.postMessage(other.message, /** @type {ArrayBuffer[]} */ (other.transfer));
    else this.#worker?.postMessage({ id: this.#id, der: question.der, asOf: question.asOf });
  }

  /** @param {any} data what the Worker says, which may be anything */
  #message(data) {
    const asked = this.#asked;
    if (data.dead) {
      this.#died('failed');
    } else if (data.ready) {
      clearTimeout(this.#timer);
      this.#ready = true;
      this.#version = String(data.version);
      this.#failedStarts = 0;
      this.#next();
    } else if (asked?.other) {
      if (!('answered' in data)) return;
      asked.other.resolve(data.answered);
      this.#done();
    } else if (asked && data.id === this.#id) {
      this.#told(asked.from, asked.question, data);
    }
  }

  /** @param {Asker} from @param {Question} question @param {any} data */
  #told(from, { request, n }, data) {
    if (data.lint) {
      this.#check = String(data.lint);
    } else if (data.finding) {
      from.heard(request, n, { finding: data.finding });
    } else if (data.done) {
      from.heard(request, n, { done: data.done });
      if (data.memory > maxMemory) {
        this.#end();
        this.#spawn();
      }
      this.#done();
    }
  }

  #done() {
    if (this.#ready) clearTimeout(this.#timer);
    this.#asked = null;
    this.#next();
  }
}
