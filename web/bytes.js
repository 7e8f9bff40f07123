// Shows the bytes of a certificate: the tree of its ASN.1 structure beside a hex
// view, each leading to the other. Only the rows in sight exist as elements, so
// that a large certificate is as quick as a small one.

import { template } from './mount.js';

/**
 * @typedef {object} Element one tag-length-value, as view/bytes.go lists them
 * @property {number} offset @property {number} header @property {number} length
 * @property {number} depth @property {number} parent
 * @property {string} type @property {string} value @property {string} label @property {string} fault
 */

const rowHeight = 26; // px; the same as --row in style.css

/** @param {import('./mount.js').Scope} scope @param {string} name */
const clone = (scope, name) => /** @type {HTMLElement} */ (template(scope, name).cloneNode(true));

/** @param {HTMLElement} root @param {string} name */
const slot = (root, name) => /** @type {HTMLElement} */ (root.querySelector(`[data-slot="${name}"]`));

/** @param {number} n @param {number} digits */
const hex = (n, digits) => n.toString(16).padStart(digits, '0');

/**
 * A list of which only the rows in sight exist.
 * @param {HTMLElement} scroller
 * @param {(index: number) => HTMLElement} make
 */
function lazyList(scroller, make) {
  const rows = /** @type {HTMLElement} */ (scroller.firstElementChild);
  let count = 0;
  function draw() {
    const first = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - 4);
    const last = Math.min(count, first + Math.ceil(scroller.clientHeight / rowHeight) + 9);
    rows.style.height = `${count * rowHeight}px`;
    const made = [];
    for (let index = first; index < last; index++) {
      const row = make(index);
      row.style.top = `${index * rowHeight}px`;
      made.push(row);
    }
    rows.replaceChildren(...made);
  }
  scroller.addEventListener('scroll', draw);
  return {
    /** @param {number} n */
    show(n) {
      count = n;
      draw();
    },
    /** Scrolls so that a row is in sight. @param {number} index */
    reveal(index) {
      const top = index * rowHeight;
      if (top < scroller.scrollTop) scroller.scrollTop = top;
      else if (top + rowHeight > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = top + rowHeight - scroller.clientHeight;
      draw();
    },
  };
}

class Bytes {
  /** @param {import('./mount.js').Scope} scope @param {HTMLElement} root @param {Element[]} elements @param {Uint8Array} der */
  constructor(scope, root, elements, der) {
    this.scope = scope;
    this.elements = elements;
    this.der = der;
    this.selected = 0;
    /** @type {Set<number>} elements whose content is folded away */
    this.folded = new Set();
    /** @type {number[]} the elements in sight, by their row */
    this.rows = [];
    this.tree = slot(root, 'tree');
    this.hex = slot(root, 'hex');
    this.perRow = this.hex.clientWidth < 500 ? 8 : 16;
    this.about = slot(root, 'about');
    this.treeList = lazyList(this.tree, (row) => this.treeRow(this.rows[row]));
    this.hexList = lazyList(this.hex, (row) => this.hexRow(row));
    this.tree.addEventListener('keydown', (event) => this.key(event));
    this.tree.addEventListener('click', (event) => this.clicked(event));
    this.hex.addEventListener('click', (event) => this.byteClicked(event));
    slot(root, 'copy-hex').addEventListener('click', () => this.copy([...this.part()].map((b) => hex(b, 2)).join('')));
    slot(root, 'copy-base64').addEventListener('click', () => this.copy(btoa(String.fromCharCode(...this.part()))));
    this.said = slot(root, 'said');
  }

  /** @param {number} index */
  hasContent(index) {
    return this.elements[index + 1]?.parent === index;
  }

  draw() {
    this.rows = [];
    for (let i = 0; i < this.elements.length; ) {
      this.rows.push(i);
      const { depth } = this.elements[i];
      const folded = this.folded.has(i++);
      if (folded) while (i < this.elements.length && this.elements[i].depth > depth) i++;
    }
    this.treeList.show(this.rows.length);
    this.hexList.show(Math.ceil(this.der.length / this.perRow));
  }

  /** @param {number} index */
  treeRow(index) {
    const { depth, type, value, label, fault } = this.elements[index];
    const row = clone(this.scope, 'bytes-element');
    row.dataset.index = String(index);
    row.id = `${this.tree.id}-${index}`;
    row.style.paddingInlineStart = `${0.4 + depth * 0.9}rem`;
    row.ariaLevel = String(depth + 1);
    row.ariaSelected = String(index === this.selected);
    if (this.hasContent(index)) row.ariaExpanded = String(!this.folded.has(index));
    slot(row, 'type').textContent = type;
    slot(row, 'label').textContent = label;
    slot(row, 'value').textContent = value;
    slot(row, 'fault').hidden = fault === '';
    return row;
  }

  /** @param {number} row */
  hexRow(row) {
    const { offset, header, length } = this.elements[this.selected];
    const line = clone(this.scope, 'bytes-line');
    slot(line, 'offset').textContent = hex(row * this.perRow, 4);
    let text = '';
    const cells = slot(line, 'cells');
    for (let at = row * this.perRow; at < Math.min((row + 1) * this.perRow, this.der.length); at++) {
      const byte = this.der[at];
      const cell = document.createElement('span');
      cell.textContent = hex(byte, 2);
      cell.dataset.at = String(at);
      if (at >= offset && at < offset + length) cell.className = at < offset + header ? 'header' : 'content';
      cells.append(cell);
      text += byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
    }
    slot(line, 'text').textContent = text;
    return line;
  }

  /** @param {number} index */
  select(index) {
    this.selected = index;
    for (let parent = this.elements[index].parent; parent >= 0; parent = this.elements[parent].parent) this.folded.delete(parent);
    const { offset, header, length, type, label, value, fault } = this.elements[index];
    this.draw();
    this.treeList.reveal(this.rows.indexOf(index));
    this.hexList.reveal(Math.floor((offset + length - 1) / this.perRow));
    this.hexList.reveal(Math.floor(offset / this.perRow));
    this.tree.setAttribute('aria-activedescendant', `${this.tree.id}-${index}`);
    slot(this.about, 'what').textContent = label ? `${label}: ${type}` : type;
    slot(this.about, 'value').textContent = value;
    slot(this.about, 'where').textContent = `${offset}–${offset + length - 1} (${header} + ${length - header})`;
    slot(this.about, 'fault').textContent = fault;
  }

  /** Selects the innermost element that holds these bytes. @param {number} offset @param {number} length */
  find(offset, length) {
    let found = 0;
    this.elements.forEach((e, index) => {
      if (e.offset <= offset && e.offset + e.length >= offset + length) found = index;
    });
    this.select(found);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const row = this.rows.indexOf(this.selected);
    const page = Math.floor(this.tree.clientHeight / rowHeight);
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowDown: () => this.select(this.rows[Math.min(row + 1, this.rows.length - 1)]),
      ArrowUp: () => this.select(this.rows[Math.max(row - 1, 0)]),
      PageDown: () => this.select(this.rows[Math.min(row + page, this.rows.length - 1)]),
      PageUp: () => this.select(this.rows[Math.max(row - page, 0)]),
      Home: () => this.select(0),
      End: () => this.select(this.rows[this.rows.length - 1]),
      ArrowRight: () => {
        if (this.folded.delete(this.selected)) this.draw();
        else if (this.hasContent(this.selected)) this.select(this.selected + 1);
      },
      ArrowLeft: () => {
        if (this.hasContent(this.selected) && !this.folded.has(this.selected)) this.fold(this.selected);
        else this.select(Math.max(this.elements[this.selected].parent, 0));
      },
      Enter: () => this.fold(this.selected),
    };
    if (event.altKey || event.ctrlKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }

  /** Folds an element's content away, or unfolds it. @param {number} index */
  fold(index) {
    if (!this.folded.delete(index) && this.hasContent(index)) this.folded.add(index);
    this.draw();
  }

  /** @param {Event} event */
  clicked(event) {
    const row = /** @type {HTMLElement} */ (event.target).closest('[data-index]');
    if (!(row instanceof HTMLElement)) return;
    const index = Number(row.dataset.index);
    if (/** @type {HTMLElement} */ (event.target).closest('.fold')) this.fold(index);
    this.select(index);
  }

  /** @param {Event} event */
  byteClicked(event) {
    const { at } = /** @type {HTMLElement} */ (event.target).dataset;
    if (at !== undefined) this.find(Number(at), 1);
  }

  /** The selected element's bytes. */
  part() {
    const { offset, length } = this.elements[this.selected];
    return this.der.subarray(offset, offset + length);
  }

  /** @param {string} text */
  async copy(text) {
    const { copied, failed } = this.said.dataset;
    try {
      await navigator.clipboard.writeText(text);
      this.said.textContent = copied ?? '';
    } catch {
      this.said.textContent = failed ?? '';
    }
  }
}

/** @type {WeakMap<HTMLElement, Bytes>} */
const shown = new WeakMap();

/**
 * Shows the bytes in a section, once, and selects the element that holds the
 * given ones.
 * @param {HTMLElement} section
 * @param {() => [string, Uint8Array]} contents the elements as JSON, and the bytes
 * @param {number} offset @param {number} length 0 for none
 */
export function showBytes(section, contents, offset, length) {
  const before = shown.get(section);
  let bytes = before;
  if (!bytes || !section.querySelector('.bytes-view')) {
    const [json, der] = contents();
    const elements = JSON.parse(json).map(
      (/** @type {any[]} */ [offset, header, length, depth, parent, type, value, label, fault]) =>
        ({ offset, header, length, depth, parent, type, value, label, fault }),
    );
    const scope = /** @type {import('./mount.js').Scope} */ (section.getRootNode());
    const view = clone(scope, 'bytes-view');
    section.replaceChildren(view);
    section.dataset.filled = '';
    slot(view, 'tree').id = `${section.id}-tree`;
    bytes = new Bytes(scope, view, elements, der);
    shown.set(section, bytes);
    bytes.draw();
    if (elements.length > 0) bytes.select(0);
  }
  if (length > 0 && bytes.elements.length > 0) bytes.find(offset, length);
  section.scrollIntoView({ block: 'start' });
  slot(section, 'tree').focus({ preventScroll: true });
}
