// <sealglass-card>: a certificate, and what breaks a rule in it, in somebody else's
// page. Until it is seen, or asked for, it costs nothing but this file.

import { build } from '../build.js';
import { gather } from '../folders.js';
import { useTemplates } from '../mount.js';
import { notes } from '../notes.js';
import { mounter, showBytesInPart, tendReport } from '../report.js';
import { element } from './markup.js';
import { kit, program, sheet, stopped } from './shared.js';
import { certificateOf } from './source.js';
import { Trouble } from './trouble.js';

/** @typedef {import('../types/page.js').Page} Page */

const base = new CSSStyleSheet();
base.replaceSync(':host { display: block } :host([hidden]), [hidden] { display: none !important } button { min-height: 24px }');

/** How far from the screen an element may be to be read already. */
const margin = '200px';

const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (isIntersecting) /** @type {SealglassCard} */ (target).show();
  }
}, { rootMargin: margin });

/** @typedef {{lang: string, root: HTMLElement, page: Page}} Opened */

export class SealglassCard extends HTMLElement {
  static observedAttributes = ['certificate', 'src', 'profile', 'as-of', 'view', 'lang', 'readonly', 'drop', 'no-pii'];

  #shadow = this.attachShadow({ mode: 'open' });
  /** What stands in the page that this is in; it is shown until there is an answer. */
  #fallback = document.createElement('slot');
  #note = document.createElement('p');
  #button = document.createElement('button');
  /** Counts what was to be shown: only the last one is. */
  #turn = 0;
  /** @type {Opened | undefined} */
  #opened;
  /** @type {any} */
  #report = null;

  constructor() {
    super();
    this.#shadow.adoptedStyleSheets = [base];
    this.#note.part = 'note';
    this.#button.part = 'button';
    this.#note.hidden = this.#button.hidden = true;
    this.#button.addEventListener('click', () => this.show());
    this.#shadow.append(this.#fallback, this.#button, this.#note);
  }

  /** The report that is shown, null until there is one. */
  get report() {
    return this.#report;
  }

  connectedCallback() {
    if (this.#turn > 0) return;
    const lazy = this.getAttribute('lazy');
    if (lazy === 'off') this.show();
    else if (lazy === 'click') this.#offer();
    else seen.observe(this);
  }

  disconnectedCallback() {
    seen.unobserve(this);
  }

  attributeChangedCallback() {
    if (this.#turn > 0) queueMicrotask(() => this.show());
  }

  #offer() {
    this.#button.textContent = this.#notes()[this.hasAttribute('drop') ? 'check' : 'show'];
    this.#button.hidden = false;
  }

  /** Shows the certificate now, or anew, whatever `lazy` says. */
  async show() {
    seen.unobserve(this);
    const turn = ++this.#turn;
    this.#button.hidden = true;
    try {
      const drop = this.hasAttribute('drop');
      const file = await certificateOf(this, drop);
      const { page, root } = await this.#open();
      if (turn !== this.#turn) return;
      this.#settle(page);
      if (file) return page.receive?.([file], true);
      this.#show(root);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /** The language: of the element, of what it stands in, or English. */
  #lang() {
    const tag = this.closest('[lang]')?.getAttribute('lang')?.toLowerCase().split('-')[0] ?? '';
    return Object.hasOwn(build.cards, tag) ? tag : 'en';
  }

  #notes() {
    return notes[this.#lang()];
  }

  /** @param {string} text */
  #say(text) {
    this.#note.textContent = text;
    this.#note.hidden = text === '';
  }

  /** Has the program make a page in here. @returns {Promise<Opened>} */
  async #open() {
    const lang = this.#lang();
    if (this.#opened?.lang === lang) return this.#opened;
    this.#say(this.#notes().loading);
    const [{ open, second }, { templates, shell, words }, style] = await Promise.all([program(), kit(lang), sheet()]);
    useTemplates(this.#shadow, templates);
    this.#shadow.adoptedStyleSheets = [base, style];
    const root = element(['div', { class: 'root', part: 'root', lang }, ...shell]);
    if (!(root instanceof HTMLElement)) throw new Trouble('crash');
    root.hidden = true;
    this.#opened?.root.remove();
    this.#shadow.append(root);
    /** @type {Page} */
    const page = {
      scope: this.#shadow, root, words, second: second.asker(), gather,
      mount: mounter(() => page), showBytes: showBytesInPart,
      saveReport: async () => {}, take: () => null,
      answered: (complete) => this.#answered(complete),
    };
    open(page);
    tendReport(this.#shadow);
    root.addEventListener('click', ({ target }) => this.#selected(target));
    stopped.then(() => this.#fail(new Trouble('crash')));
    return (this.#opened = { lang, root, page });
  }

  /** Sets how the certificate is judged and how much is shown, as the attributes say. @param {Page} page */
  #settle(page) {
    const view = this.getAttribute('view');
    page.detail = view === 'findings' || view === 'full' ? view : 'summary';
    page.readonly = this.hasAttribute('readonly');
    page.masked = this.hasAttribute('no-pii');
    for (const id of ['zone', 'settings']) {
      this.#shadow.getElementById(id)?.toggleAttribute('hidden', page.readonly || !this.hasAttribute('drop'));
    }
    choose(this.#shadow, 'profile', this.getAttribute('profile') || 'auto');
    const asOf = this.getAttribute('as-of') || 'issued';
    const day = /** @type {HTMLInputElement | null} */ (this.#shadow.getElementById('day'));
    if (day && /^\d/.test(asOf)) day.value = asOf;
    choose(this.#shadow, 'as-of', day?.value === asOf ? 'day' : asOf);
  }

  /** Shows what the program made in place of what stands in the page. @param {HTMLElement} root */
  #show(root) {
    this.#say('');
    this.#fallback.hidden = true;
    root.hidden = false;
  }

  /** @param {boolean} complete */
  #answered(complete) {
    const { page, root } = this.#opened ?? {};
    if (!page || !root) return;
    this.#show(root);
    this.#report = JSON.parse(page.report?.() ?? 'null');
    const [input] = this.#report?.inputs ?? [];
    const [certificate] = input?.certificates ?? [];
    if (!certificate) {
      const { code = 'failed', message = '' } = input?.error ?? {};
      this.#tell('sealglass-error', { code, message });
      return;
    }
    /** @type {Record<string, number>} */
    const counts = { error: 0, warning: 0, notice: 0, info: 0 };
    for (const { severity, status } of certificate.findings) if (status === 'fail') counts[severity]++;
    this.#tell('sealglass-result', { verdict: certificate.verdict, counts, model: this.#report, complete });
  }

  /** Shows what stands in the page, and why it is not more. @param {unknown} error */
  #fail(error) {
    console.error(error);
    const reason = error instanceof Trouble ? error.reason : 'crash';
    this.#fallback.hidden = false;
    if (this.#opened) this.#opened.root.hidden = true;
    this.#report = null;
    const message = this.#notes()[reason];
    this.#say(message);
    this.#tell('sealglass-error', { code: reason, message });
  }

  /** @param {EventTarget | null} target */
  #selected(target) {
    const details = target instanceof Element ? target.closest('.finding > summary')?.parentElement : null;
    if (!details) return;
    const nth = Number(/^c(\d+)-/.exec(details.id)?.[1] ?? 1);
    const rule = details.querySelector('[data-slot=code]')?.textContent;
    const certificate = this.#report.inputs.flatMap((/** @type {any} */ input) => input.certificates)[nth - 1];
    const finding = certificate?.findings.find((/** @type {any} */ finding) => finding.rule === rule);
    this.#tell('sealglass-finding-select', { rule, certificate: certificate?.sha256, finding });
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** Chooses a value that the list may not have. @param {ShadowRoot} scope @param {string} id @param {string} value */
function choose(scope, id, value) {
  const select = /** @type {HTMLSelectElement | null} */ (scope.getElementById(id));
  if (!select) return;
  if (![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
  select.value = value;
}
