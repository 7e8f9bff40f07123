// Links that hold a certificate (fragment.js). A link is made on request only.

import { keep } from './early.js';
import { mark, unpack } from './fragment.js';

/** @typedef {import('./types/page.js').Page} Page */

/** Whether the page's own address holds a certificate. */
export const atLink = () => location.hash.startsWith(mark);

/** Opens the certificate of the page's own address, if it holds one. @param {() => Page | undefined} opened */
export async function openLink(opened) {
  const alert = document.getElementById('link-damaged');
  if (!alert || !atLink()) return;
  const der = await unpack(location.hash);
  alert.hidden = der !== null;
  if (!der) return;
  const files = [new File([der], alert.dataset.name ?? '')];
  const receive = opened()?.receive;
  if (receive) receive(files);
  else keep(files, '');
}

/** Nothing is said any more of a link that could not be read. */
export function forgetDamage() {
  const alert = document.getElementById('link-damaged');
  if (alert) alert.hidden = true;
}

/** What is shown next is not what the address holds. */
function leaveLink() {
  forgetDamage();
  if (atLink()) history.replaceState(history.state, '', location.pathname + location.search);
}

/** Opens the link that the page came with, and has the address lose it when something else is given. @param {() => Page | undefined} opened the page, once its program is there */
export function tendLink(opened) {
  for (const type of ['drop', 'paste']) document.addEventListener(type, leaveLink);
  document.getElementById('files')?.addEventListener('change', leaveLink);
  document.getElementById('zone')?.addEventListener('submit', leaveLink);
  document.getElementById('examples')?.addEventListener('click', leaveLink);
  openLink(opened);
}
