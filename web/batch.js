// Many files at once: Workers judge them, a table has a line for each certificate,
// and a line leads to the full report and back. Of each certificate only its line
// is kept; the file is read again when the line is opened
// (build/adr/0012-many-certificates.md).

import { csv } from './csv.js';
import { maxFiles, pathOf } from './folders.js';
import { template } from './mount.js';
import { Pool, workersFor } from './pool.js';
import { addUpTo, arrange, hasProblem, maxRows } from './rows.js';
import { download } from './save.js';
import { Table } from './table.js';

/** @typedef {import('./types/page.js').Page} Page */
/** @typedef {import('./types/row.js').Row} Row */
/** @typedef {import('./pool.js').Task} Task */

/** How many files may wait to be opened by a Worker with more in it. */
const maxOpening = 4;
/** How long such a Worker may take, in milliseconds. */
const openDeadline = 90_000;
/** How often the table takes in new rows, in milliseconds. */
const pace = 200;

/** @param {HTMLElement} root @param {string} name */
const slot = (root, name) => /** @type {HTMLElement} */ (root.querySelector(`[data-slot="${name}"]`));

export class Batch {
  /** @type {HTMLElement} */
  #section;
  /** @type {Table} */
  #table;
  /** @type {Pool | null} */
  #pool = null;
  /** What was given, and what came out of archives, by Task.at. @type {{file: Blob, name: string}[]} */
  #files = [];
  /** How many of them were given; the others were in archives. */
  #given = 0;
  /** Whether more were given than are taken. */
  #tooMany = false;
  #done = 0;
  /** @type {Row[]} */
  #rows = [];
  /** What is to be compared: two at most. @type {Set<Row>} */
  #ticked = new Set();
  /** @type {import('./rows.js').Column | null} */
  #column = null;
  #down = false;
  /** Files that wait to be opened. */
  #opening = 0;
  #timer = 0;
  /** The row, or the button, by which what is open was opened. @type {Row | HTMLElement | null} */
  #opened = null;
  /** The settings by which it is to be judged anew when it is shown again. @type {object | null} */
  #missed = null;

  /**
   * @param {HTMLElement} result where reports are shown
   * @param {HTMLElement} status where things are said
   * @param {() => Promise<(settings: object) => Worker>} workers
   * @param {() => Page} page
   */
  constructor(result, status, workers, page) {
    this.status = status;
    this.result = result;
    this.workers = workers;
    this.page = page;
    this.#section = /** @type {HTMLElement} */ (template(document, 'batch').cloneNode(true));
    this.#table = new Table(slot(this.#section, 'scroller'), slot(this.#section, 'rows'), this.#ticked);
    this.#listen();
  }

  /** @param {string} name */
  #slot(name) {
    return slot(this.#section, name);
  }

  /** @param {string} what @param {number} n @param {number} [of] */
  #text(what, n, of = 0) {
    return this.page().tableText?.(what, n, of) ?? '';
  }

  /** Judges files, and shows the table in place of anything else. @param {File[]} files @param {object} settings */
  begin(files, settings) {
    this.#given = Math.min(files.length, maxFiles);
    this.#tooMany = files.length > maxFiles;
    this.#files = files.slice(0, maxFiles).map((file) => ({ file, name: pathOf(file) }));
    this.#column = null;
    this.#down = false;
    /** @type {HTMLInputElement} */ (this.#slot('filter')).value = '';
    /** @type {HTMLInputElement} */ (this.#slot('problems')).checked = false;
    this.#opened = null;
    this.#missed = settings;
    this.show(true);
  }

  /** Shows the table, or in its place the way back to it. @param {boolean} list */
  show(list) {
    this.result.before(this.#section);
    this.#slot('list').hidden = !list;
    this.#slot('back').hidden = list;
    if (this.#missed) this.again(this.#missed);
    if (!list) return;
    if (this.#opened instanceof HTMLElement) this.#opened.focus();
    else if (!this.#opened || !this.#table.focus(this.#opened)) this.#slot('heading').focus();
    this.#opened = null;
  }

  /** Judges the same files anew, by other settings, when they are shown. @param {object} settings */
  again(settings) {
    if (this.#files.length === 0) return;
    this.#missed = this.#section.isConnected ? null : settings;
    if (this.#missed) return;
    this.#stop();
    this.#files.length = this.#given;
    this.#slot('too-many').hidden = true;
    if (this.#tooMany) this.#onlyFirst(maxFiles);
    this.#done = this.#opening = 0;
    this.#rows = [];
    this.#untick();
    this.#slot('running').hidden = false;
    this.#update();
    document.documentElement.dataset.batch = 'running';
    this.#judge(settings).catch((error) => {
      console.error(error);
      this.#failed();
    });
  }

  /** Takes the table from the page, and reads no more files. */
  away() {
    if (!this.#slot('running').hidden) this.#cancel();
    this.#section.remove();
    delete document.documentElement.dataset.batch;
  }

  /** @param {object} settings */
  async #judge(settings) {
    const files = this.#files;
    const spawn = await this.workers();
    if (files !== this.#files || this.#slot('running').hidden) return; // something else was dropped meanwhile, or one went back
    const pool = new Pool(() => spawn(settings), workersFor(navigator.hardwareConcurrency), (task, what) => this.#heard(task, what), () => this.#failed());
    this.#pool = pool;
    pool.add(files.map(({ file, name }, at) => ({ at, file, name })));
  }

  #stop() {
    this.#pool?.end();
    this.#pool = null;
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  /** No Worker can be had. */
  #failed() {
    this.#finish(this.#slot('failed').textContent ?? '');
    this.#slot('failed').hidden = false;
  }

  /** @param {Task} task @param {import('./pool.js').Heard} what */
  #heard(task, what) {
    if ('rows' in what) {
      const { at, name } = task;
      this.#add(JSON.parse(what.rows).map((/** @type {object} */ row) => ({ ...row, at, file: name })));
    } else if ('open' in what) {
      this.#open(task, what.open, what.data);
      return;
    } else {
      if ('failed' in what) this.#add([this.#unread(task)]);
      this.#done++;
    }
    this.#timer ||= setTimeout(() => this.#refresh(), pace);
  }

  /** @param {Row[]} rows */
  #add(rows) {
    if (!addUpTo(this.#rows, rows, maxRows)) this.#onlyFirst(maxRows);
  }

  /** Says that more were given than this page holds. @param {number} n how many it holds */
  #onlyFirst(n) {
    const slot = this.#slot('too-many');
    slot.hidden = false;
    slot.textContent = this.#text('too-many', n);
  }

  /** The row of a file at which the program failed. @param {Task} task @returns {Row} */
  #unread({ at, name }) {
    const worst = this.#text('failed', 0);
    const outcome = this.#text('unknown', 0);
    return {
      at, file: name, nth: 0, of: 0, sha256: '', name: '', mailbox: '', until: '', untilText: '', over: false, sign: '', encrypt: '',
      verdict: 'unknown', outcome, severity: '', worst, errors: 0, warnings: 0,
    };
  }

  /**
   * Has a Worker with more in it open a file: an archive, a message, a PKCS#12.
   * @param {Task} task @param {string} kind @param {Uint8Array} data
   */
  async #open(task, kind, data) {
    const pool = this.#pool;
    pool?.pause(++this.#opening >= maxOpening);
    /** @type {any} */
    const opened = await this.page().second.open({ kind, data, password: new Uint8Array(0), deadline: openDeadline });
    if (pool !== this.#pool) return;
    pool?.pause(--this.#opening >= maxOpening);
    /** @type {{name: string, data: Uint8Array<ArrayBuffer>}[]} */
    const members = opened?.members ?? [];
    const before = this.#files.length;
    const inside = members.map((member) => ({ file: new Blob([member.data]), name: `${task.name}/${member.name}` }));
    if (!addUpTo(this.#files, inside, maxFiles)) this.#onlyFirst(maxFiles);
    pool?.add(this.#files.slice(before).map((file, i) => ({ at: before + i, ...file })));
    if (members.length === 0 || opened.error) pool?.first({ ...task, opened: opened && { ...opened, members: [] } });
    else this.#heard(task, { done: true });
  }

  /** Takes in what was judged since the last time. */
  #refresh() {
    this.#timer = 0;
    this.#update();
    if (this.#done < this.#files.length) return;
    this.#finish(this.#text('done', this.#rows.filter(hasProblem).length, this.#rows.length));
  }

  /** @param {string} text what is said at the end */
  #finish(text) {
    this.#stop();
    this.#update();
    const hadFocus = this.#slot('running').contains(document.activeElement);
    this.#slot('running').hidden = true;
    if (hadFocus) this.#slot('heading').focus();
    this.#slot('state').textContent = text;
    this.status.textContent = text;
    document.documentElement.dataset.batch = 'done';
    performance.mark('sealglass-batch');
  }

  #cancel() {
    this.#finish(this.#text('cancelled', this.#done, this.#files.length));
  }

  /** Shows the rows that there are. */
  #update() {
    const certificates = this.#rows.filter((row) => row.nth > 0).length;
    this.#slot('heading').textContent = this.#text('heading', certificates, this.#given);
    const progress = /** @type {HTMLProgressElement} */ (this.#slot('progress'));
    progress.max = this.#files.length;
    progress.value = this.#done;
    this.#slot('state').textContent = this.#text('progress', this.#done, this.#files.length);
    this.#arrange();
  }

  /** @returns {Row[]} the rows that are shown */
  #shown() {
    return arrange(this.#rows, {
      text: /** @type {HTMLInputElement} */ (this.#slot('filter')).value,
      problems: /** @type {HTMLInputElement} */ (this.#slot('problems')).checked,
      column: this.#column, down: this.#down,
    });
  }

  #arrange() {
    const rows = this.#shown();
    this.#slot('shown').textContent = this.#text('shown', rows.length, this.#rows.length);
    for (const button of this.#section.querySelectorAll('[data-sort]')) {
      const sorted = /** @type {HTMLElement} */ (button).dataset.sort === this.#column;
      button.parentElement?.setAttribute('aria-sort', sorted ? (this.#down ? 'descending' : 'ascending') : 'none');
    }
    this.#table.show(rows);
  }

  /** @param {import('./rows.js').Column} column */
  #sort(column) {
    this.#down = this.#column === column && !this.#down;
    this.#column = column;
    this.#arrange();
  }

  /** Shows the report on a row, or two of them side by side. @param {Row[]} rows @param {HTMLElement} from what has the focus, and gets it again */
  #openRows(rows, from) {
    this.#opened = this.#table.rowOf(from) ?? from;
    this.#slot('list').hidden = true;
    this.#slot('back').hidden = false;
    this.page().openRows?.(rows.map((row) => ({ file: this.#files[row.at].file, name: row.file, sha256: row.sha256 })));
  }

  /** Takes a row to be compared, or leaves it; a third one takes the place of the first. @param {Row} row @param {boolean} on */
  #tick(row, on) {
    if (on) this.#ticked.add(row);
    else this.#ticked.delete(row);
    const [first] = this.#ticked;
    if (this.#ticked.size > 2) this.#ticked.delete(first);
    this.#table.tick();
    this.#sayTicked();
    this.status.textContent = this.#slot('ticked').textContent;
  }

  #untick() {
    this.#ticked.clear();
    this.#sayTicked();
  }

  #sayTicked() {
    const n = this.#ticked.size;
    this.#slot('ticked').textContent = this.#text('ticked', n, n);
    this.#slot('compare').hidden = n < 2;
  }

  /** The rows that are shown, as a file for spreadsheets. */
  #download() {
    const heads = [...this.#section.querySelectorAll('[data-sort]')].map((button) => button.textContent ?? '');
    const [file, mailbox, until, sign, encrypt, worst] = heads;
    const rows = this.#shown().map((row) => [
      row.file, row.nth || '', row.name, row.mailbox, row.until, row.sign, row.encrypt, row.outcome, row.worst, row.errors, row.warnings, row.sha256,
    ]);
    const [nth, name, outcome, errors, warnings] = this.#text('columns', 0).split('|');
    const text = csv([[file, nth, name, mailbox, until, sign, encrypt, outcome, worst, errors, warnings, 'SHA-256'], ...rows]);
    download('sealglass.csv', 'text/csv', `\ufeff${text}`); // spreadsheets take it for UTF-8 by this mark
  }

  #listen() {
    this.#section.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (!button) return;
      const column = button.dataset.sort;
      if (column) this.#sort(/** @type {import('./rows.js').Column} */ (column));
      else if (button.dataset.slot === 'open') {
        const row = this.#table.rowOf(button);
        if (row) this.#openRows([row], button);
      }
    });
    this.#section.addEventListener('change', ({ target }) => {
      const row = this.#table.rowOf(target);
      if (row && target instanceof HTMLInputElement) this.#tick(row, target.checked);
    });
    this.#slot('compare').addEventListener('click', ({ currentTarget }) => this.#openRows([...this.#ticked], /** @type {HTMLElement} */ (currentTarget)));
    this.#slot('cancel').addEventListener('click', () => this.#cancel());
    this.#slot('csv').addEventListener('click', () => this.#download());
    this.#slot('return').addEventListener('click', () => this.page().closeRow?.());
    this.#slot('tools').addEventListener('submit', (event) => event.preventDefault());
    for (const name of ['filter', 'problems']) {
      this.#slot(name).addEventListener('input', () => {
        this.#slot('scroller').scrollTop = 0;
        this.#arrange();
        this.status.textContent = this.#slot('shown').textContent;
      });
    }
  }
}
