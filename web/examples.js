// The certificates to try. They are a part of the page, so that trying one asks
// for nothing.

import { suggestAddress } from './address.js';
import { keep } from './early.js';
import { elements } from './mount.js';
import { samples } from './samples.js';

/** @typedef {import('./types/page.js').Page} Page */

/** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
const decode = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/**
 * Has the page answer one that nobody sees as soon as somebody is about to give one:
 * drags it in, or chooses it. When the page has just loaded, it would be in the way.
 * @param {Page} page
 */
export function rehearse(page) {
  const listening = new AbortController();
  const begin = () => {
    listening.abort();
    page.rehearse?.(decode(samples.good), (json) => void elements(document, json));
  };
  document.addEventListener('dragenter', begin, { signal: listening.signal });
  document.getElementById('files')?.addEventListener('click', begin, { signal: listening.signal });
}

/** Has the menu offer them. @param {() => Page | undefined} opened the page, once its program is there */
export function offerExamples(opened) {
  const menu = /** @type {HTMLDetailsElement | null} */ (document.getElementById('examples'));
  menu?.addEventListener('click', ({ target }) => {
    /** @type {HTMLElement | null} */
    const button = target instanceof Element ? target.closest('[data-example]') : null;
    const sample = samples[button?.dataset.example ?? ''];
    if (!button || !sample) return;
    suggestAddress(button.dataset.address ?? '');
    const files = [new File([decode(sample)], button.textContent?.trim() ?? '')];
    const receive = opened()?.receive;
    if (receive) receive(files);
    else keep(files, '');
  });
}
