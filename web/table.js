// Shows rows of which only those in sight exist as elements: a table of ten
// thousand is as quick as one of ten.

import { template } from './mount.js';

/** @typedef {import('./types/row.js').Row} Row */

/** How many rows are made before and after those in sight. */
const spare = 6;

/** @param {HTMLElement} root @param {string} name */
const slot = (root, name) => /** @type {HTMLElement} */ (root.querySelector(`[data-slot="${name}"]`));

export class Table {
  /** @type {Row[]} */
  #rows = [];
  /** The elements of rows. @type {Map<Row, HTMLElement>} */
  #made = new Map();
  #height = 0;

  /**
   * @param {HTMLElement} scroller @param {HTMLElement} body of the table, within the scroller
   * @param {Set<Row>} ticked
   */
  constructor(scroller, body, ticked) {
    this.ticked = ticked;
    this.scroller = scroller;
    this.body = body;
    scroller.addEventListener('scroll', () => this.draw());
    new ResizeObserver(() => this.#measure()).observe(scroller);
    body.addEventListener('keydown', (event) => this.#key(event));
  }

  /** @param {Row[]} rows in their order */
  show(rows) {
    this.#rows = rows;
    this.#height ||= this.#heightOfOne();
    this.draw();
  }

  /** The row that an element is in. @param {EventTarget | null} target @returns {Row | undefined} */
  rowOf(target) {
    const element = target instanceof Element ? target.closest('[role=row]') : null;
    for (const [row, made] of this.#made) if (made === element) return row;
  }

  /** Brings a row into sight, and its button into focus. @param {Row} row */
  focus(row) {
    const at = this.#rows.indexOf(row);
    if (at < 0) return false;
    this.#reveal(at);
    const made = this.#made.get(row);
    if (made) slot(made, 'open').focus({ preventScroll: true });
    return made !== undefined;
  }

  /** Shows anew which rows are ticked. */
  tick() {
    for (const [row, made] of this.#made) /** @type {HTMLInputElement} */ (slot(made, 'tick')).checked = this.ticked.has(row);
  }

  /** How high a row is: the style sheet says so, by the width of the screen. */
  #heightOfOne() {
    const probe = /** @type {HTMLElement} */ (template(document, 'batch-row').cloneNode(true));
    this.body.append(probe);
    const { height } = probe.getBoundingClientRect();
    probe.remove();
    return height;
  }

  #measure() {
    const height = this.#heightOfOne();
    if (height === 0) return; // it is not shown
    const first = this.scroller.scrollTop / (this.#height || height);
    if (height !== this.#height) {
      this.#height = height;
      this.body.style.height = `${this.#rows.length * height}px`;
      this.scroller.scrollTop = first * height;
    }
    this.draw();
  }

  draw() {
    const height = this.#height;
    if (height === 0) return;
    this.body.style.height = `${this.#rows.length * height}px`;
    this.body.parentElement?.setAttribute('aria-rowcount', String(this.#rows.length + 1));
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / height) - spare);
    const last = Math.min(this.#rows.length, first + Math.ceil(this.scroller.clientHeight / height) + 2 * spare);
    const wanted = new Set(this.#rows.slice(first, last));
    for (const [row, element] of this.#made) {
      if (wanted.has(row) || element.contains(document.activeElement)) continue;
      element.remove();
      this.#made.delete(row);
    }
    let after = this.body.firstElementChild;
    for (let at = first; at < last; at++) {
      const row = this.#rows[at];
      let element = this.#made.get(row);
      if (!element) this.#made.set(row, (element = this.#make(row)));
      element.style.top = `${at * height}px`;
      element.ariaRowIndex = String(at + 2);
      if (element === after) after = element.nextElementSibling;
      else this.body.insertBefore(element, after);
    }
    // The row that has the focus may be out of sight: it stays where it belongs.
    for (const [row, element] of this.#made) {
      const at = wanted.has(row) ? first : this.#rows.indexOf(row);
      if (at < 0) {
        element.remove();
        this.#made.delete(row);
      } else if (!wanted.has(row)) {
        element.style.top = `${at * height}px`;
      }
    }
  }

  /** @param {Row} row */
  #make(row) {
    const element = /** @type {HTMLElement} */ (template(document, 'batch-row').cloneNode(true));
    element.dataset.verdict = row.verdict;
    const open = slot(element, 'open');
    open.textContent = row.of > 1 ? `${row.file} (${row.nth}/${row.of})` : row.file;
    open.id = `row-${row.at}-${row.nth}`;
    const tick = /** @type {HTMLInputElement} */ (slot(element, 'tick'));
    tick.setAttribute('aria-labelledby', `compare-column ${open.id}`);
    tick.checked = this.ticked.has(row);
    tick.hidden = row.nth === 0; // there is no certificate
    slot(element, 'name').textContent = row.name;
    slot(element, 'mailbox').textContent = row.mailbox;
    slot(element, 'until').textContent = row.untilText;
    slot(element, 'until').toggleAttribute('data-over', row.over);
    slot(element, 'sign').textContent = row.sign;
    slot(element, 'encrypt').textContent = row.encrypt;
    slot(element, 'outcome').textContent = row.outcome;
    slot(element, 'worst').textContent = row.worst;
    return element;
  }

  /** @param {number} at */
  #reveal(at) {
    const top = at * this.#height;
    const head = this.body.previousElementSibling instanceof HTMLElement ? this.body.previousElementSibling.offsetHeight : 0;
    const { scrollTop, clientHeight } = this.scroller;
    if (top < scrollTop) this.scroller.scrollTop = top;
    else if (top + this.#height > scrollTop + clientHeight - head) this.scroller.scrollTop = top + this.#height - clientHeight + head;
    this.draw();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const row = this.rowOf(event.target);
    if (!row) return;
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / this.#height) - 1);
    /** @type {Record<string, number>} */
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -this.#rows.length, End: this.#rows.length };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = Math.min(Math.max(this.#rows.indexOf(row) + step, 0), this.#rows.length - 1);
    this.focus(this.#rows[at]);
  }
}
