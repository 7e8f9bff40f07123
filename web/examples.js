// The certificates to try. They are a part of the page, so that trying one asks
// for nothing.

import { suggestAddress } from './address.js';
import { keep } from './early.js';
import { samples } from './samples.js';

/** @typedef {import('./types/page.js').Page} Page */

/** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
const decode = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

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
