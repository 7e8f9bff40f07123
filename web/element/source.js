// The certificate that an element is to show, as a file.

import { Trouble } from './trouble.js';

/**
 * Takes it from the attribute `certificate` (PEM, base64 or hex), or from `src`: an
 * element of the page by its #id, or a file of the same site. Null is none, where
 * that is permitted.
 * @param {HTMLElement} card @param {boolean} orNone
 * @returns {Promise<File | null>}
 */
export async function certificateOf(card, orNone) {
  const text = card.getAttribute('certificate');
  if (text) return new File([text], '');
  const src = card.getAttribute('src');
  if (!src && orNone) return null;
  if (!src) throw new Trouble('none');
  return src.startsWith('#') ? within(card, src.slice(1)) : fetched(src);
}

/** @param {HTMLElement} card @param {string} id */
function within(card, id) {
  const root = /** @type {Document | ShadowRoot} */ (card.getRootNode());
  const holder = root.getElementById(id) ?? document.getElementById(id);
  if (!holder) throw new Trouble('none');
  return new File([holder.textContent ?? ''], id);
}

/** @param {string} src */
async function fetched(src) {
  try {
    const url = new URL(src, document.baseURI);
    // What another site is asked for, it learns of.
    if (url.origin !== new URL(document.baseURI).origin) throw new Error(`${url} is another site's`);
    const response = await fetch(url, { credentials: 'same-origin', redirect: 'error' });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return new File([await response.blob()], decodeURIComponent(url.pathname.split('/').pop() ?? ''));
  } catch (error) {
    throw new Trouble('source', error);
  }
}
