// What embed.html does: it shows the certificate of its address in an element, by
// the parameters that follow it, and tells the page around it how high that is. It
// listens to no message: nothing that the page around it says can reach it
// (build/adr/0014-frame.md).

import { base64 } from '../base64.js';
import { SealglassCard } from '../element/card.js';
import { unpack } from '../fragment.js';

/** The attributes of the element that can be parameters. */
const parameters = ['view', 'lang', 'theme', 'profile', 'as-of', 'no-pii'];

const card = /** @type {Element} */ (document.querySelector('sealglass-card'));

async function show() {
  const { hash } = location;
  const [packed, ...rest] = hash.split('&');
  const der = await unpack(packed);
  if (hash !== location.hash) return; // another one is to be shown by now
  const asked = new URLSearchParams(rest.join('&'));
  for (const name of parameters) set(name, asked.get(name));
  set('certificate', der && base64(der));
}

/** @param {string} name @param {string | null} value */
function set(name, value) {
  if (value === null) card.removeAttribute(name);
  else card.setAttribute(name, value);
}

let told = 0;

/** Tells the page around this one how high its content is, in CSS pixels, and nothing else. */
function tellHeight() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  parent.postMessage({ type: 'sealglass-height', height }, '*');
}

card.replaceChildren();
card.setAttribute('readonly', '');
show().then(() => customElements.define('sealglass-card', SealglassCard));
addEventListener('hashchange', show);
new ResizeObserver(tellHeight).observe(document.documentElement);
