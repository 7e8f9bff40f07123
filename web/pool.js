// Has Workers judge files: each has a few files at a time, so that one is read
// while another is judged. A Worker that fails or falls silent is ended and
// another takes its place; a file that did so alone is told as failed.

/**
 * One file to be judged. `opened` is what was found in it where it was opened
 * elsewhere, null where nobody could open it.
 * @typedef {{at: number, file: Blob | null, name: string, opened?: object | null}} Task
 */

/**
 * What is heard of a task: rows as JSON, which take more than this Worker has to
 * open (the task is over then, and may be given again), or that it is done.
 * @typedef {{rows: string} | {open: string, data: Uint8Array} | {done: true} | {failed: true}} Heard
 */

/** How many Workers there are at most, whatever the processor. */
export const maxWorkers = 8;
/** How many files a Worker has at a time. */
const ahead = 4;
/** How long a Worker may be silent while it has a file, in milliseconds. */
const deadline = 20_000;
/** How many Workers may fail to get ready, one after the other. */
const maxFailedStarts = 2;
/** Above so many bytes of memory a Worker is replaced when it has answered. */
const maxMemory = 256 * 2 ** 20;

/** How many Workers a processor with so many threads is given. @param {number} threads */
export const workersFor = (threads) => Math.min(Math.max(threads, 1), maxWorkers);

class Slot {
  /** @type {Worker | null} */
  worker = null;
  ready = false;
  /** @type {Map<number, Task>} */
  tasks = new Map();
  timer = 0;
}

export class Pool {
  /** @type {Slot[]} */
  #slots = [];
  /** @type {Task[]} tasks not given yet; from #next on */
  #queue = [];
  #next = 0;
  /** Tasks of Workers that died: each is tried alone. @type {Task[]} */
  #suspects = [];
  #id = 0;
  #failedStarts = 0;
  #paused = false;
  #ended = false;

  /**
   * @param {() => Worker} spawn starts a Worker, which has been sent its program
   * @param {number} count of Workers
   * @param {(task: Task, what: Heard) => void} heard
   * @param {() => void} failed is told when no Worker can be had
   */
  constructor(spawn, count, heard, failed) {
    this.spawn = spawn;
    this.heard = heard;
    this.failed = failed;
    for (let i = 0; i < count; i++) this.#slots.push(new Slot());
    for (const slot of this.#slots) this.#start(slot);
  }

  /** @param {Task[]} tasks */
  add(tasks) {
    for (const task of tasks) this.#queue.push(task);
    this.#feedAll();
  }

  /** Gives a task before all others. @param {Task} task */
  first(task) {
    this.#suspects.push(task);
    this.#feedAll();
  }

  /** Gives no new tasks for now, or goes on. @param {boolean} paused */
  pause(paused) {
    this.#paused = paused;
    this.#feedAll();
  }

  end() {
    this.#ended = true;
    for (const slot of this.#slots) this.#stop(slot);
  }

  /** @param {Slot} slot */
  #start(slot) {
    if (this.#ended) return;
    try {
      const worker = this.spawn();
      slot.worker = worker;
      worker.onmessage = ({ data }) => worker === slot.worker && this.#message(slot, data);
      worker.onmessageerror = () => worker === slot.worker && this.#died(slot);
      worker.onerror = (event) => {
        event.preventDefault();
        if (worker === slot.worker) this.#died(slot);
      };
      this.#wait(slot);
    } catch (error) {
      console.error(error);
      this.#giveUp();
    }
  }

  /** @param {Slot} slot */
  #stop(slot) {
    clearTimeout(slot.timer);
    slot.worker?.terminate();
    slot.worker = null;
    slot.ready = false;
  }

  /** @param {Slot} slot */
  #wait(slot) {
    clearTimeout(slot.timer);
    slot.timer = setTimeout(() => this.#died(slot), deadline);
  }

  #giveUp() {
    if (this.#ended) return;
    this.end();
    this.failed();
  }

  /** @param {Slot} slot */
  #died(slot) {
    const tasks = [...slot.tasks.values()];
    if (!slot.ready && ++this.#failedStarts >= maxFailedStarts) return this.#giveUp();
    this.#stop(slot);
    slot.tasks.clear();
    if (tasks.length === 1) this.heard(tasks[0], { failed: true });
    else this.#suspects.push(...tasks);
    this.#start(slot);
  }

  /** @param {Slot} slot @param {any} data what the Worker says */
  #message(slot, data) {
    if (data.ready) {
      this.#failedStarts = 0;
      slot.ready = true;
      clearTimeout(slot.timer);
      return this.#feed(slot);
    }
    const task = slot.tasks.get(data.id);
    if (data.dead || !task) return this.#died(slot);
    this.#wait(slot);
    if (!('rows' in data)) slot.tasks.delete(data.id);
    this.heard(task, data);
    if (slot.tasks.size === 0) clearTimeout(slot.timer);
    if (slot.tasks.size === 0 && data.memory > maxMemory) {
      this.#stop(slot);
      this.#start(slot);
    } else if (!(data.memory > maxMemory)) {
      this.#feed(slot);
    }
  }

  #feedAll() {
    for (const slot of this.#slots) this.#feed(slot);
  }

  /** @param {Slot} slot */
  #feed(slot) {
    while (slot.ready && !this.#ended) {
      const suspect = this.#suspects.length > 0;
      if (slot.tasks.size >= (suspect ? 1 : ahead)) return;
      const task = suspect ? this.#suspects.shift() : this.#paused ? undefined : this.#queue[this.#next++];
      if (!task) {
        if (!suspect && !this.#paused) this.#next = this.#queue.length;
        return;
      }
      const id = ++this.#id;
      slot.tasks.set(id, task);
      this.#wait(slot);
      slot.worker?.postMessage({ id, judge: task });
      if (suspect) return;
    }
  }
}
