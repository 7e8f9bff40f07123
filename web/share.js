// What people take along of a certificate: the file itself, and a link that holds it.

import { base64 } from './base64.js';
import { maxCertificate, pack } from './fragment.js';
import { download } from './save.js';

/** @typedef {import('./types/page.js').Page} Page */
/** @typedef {import('./types/page.js').Certificate} Certificate */

/** All certificates that are shown, as text (RFC 7468). @param {Page} page */
function pem(page) {
  let text = '';
  for (let n = 0, certificate; (certificate = page.certificate?.(n)); n++) {
    const lines = base64(certificate.der).match(/.{1,64}/g) ?? [];
    text += ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  }
  return text;
}

/** The dialog that says what a link will tell, before it is made. */
class LinkDialog {
  #dialog = /** @type {HTMLDialogElement} */ (document.getElementById('link-dialog'));
  #field = /** @type {HTMLInputElement} */ (document.getElementById('link-text'));
  #said = /** @type {HTMLElement} */ (this.#dialog.querySelector('[role=status]'));
  #copy = /** @type {HTMLButtonElement} */ (this.#dialog.querySelector('.primary'));
  /** @type {Certificate | null} */
  #certificate = null;

  constructor() {
    this.#copy.addEventListener('click', () => this.#make());
  }

  /** @param {Certificate} certificate */
  show(certificate) {
    this.#certificate = certificate;
    this.#dialog.querySelector('.named')?.replaceChildren(...certificate.named.map((name) => {
      const item = document.createElement('li');
      const text = document.createElement('bdi');
      text.textContent = name;
      item.append(text);
      return item;
    }));
    const large = certificate.der.length > maxCertificate;
    this.#copy.disabled = large;
    this.#said.textContent = large ? this.#said.dataset.large ?? '' : '';
    this.#reveal('');
    this.#dialog.showModal();
  }

  async #make() {
    const fragment = this.#certificate && await pack(this.#certificate.der);
    if (!fragment) return;
    this.#reveal(new URL(fragment, location.href.replace(/#.*$/s, '')).href);
    let said = 'copied';
    try {
      await navigator.clipboard.writeText(this.#field.value);
    } catch {
      said = 'failed';
      this.#field.select();
    }
    this.#said.textContent = this.#said.dataset[said] ?? '';
  }

  /** Shows the field with the link; without one, hides it. @param {string} link */
  #reveal(link) {
    this.#field.value = link;
    /** @type {HTMLElement} */ (this.#field.parentElement).hidden = link === '';
  }
}

/** @param {Page} page */
export function share(page) {
  const dialog = new LinkDialog();
  document.getElementById('result')?.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-action]') : null;
    if (!(button instanceof HTMLElement)) return;
    if (button.dataset.action === 'download-pem') download('certificate.pem', 'application/x-pem-file', pem(page));
    if (button.dataset.action === 'link') {
      /** @type {HTMLElement | null} */
      const holder = button.closest('[data-cert]');
      const certificate = page.certificate?.(Number(holder?.dataset.cert));
      if (certificate) dialog.show(certificate);
    }
  });
}
