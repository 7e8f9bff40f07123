// Links that hold a certificate (fragment.js). A link is made on request only.

import { keep } from './early.js';
import { mark, unpack } from './fragment.js';

/** @typedef {import('./types/page.js').Page} Page */

/** Opens the certificate of the page's own address. @param {() => Page | undefined} opened */
async function openLink(opened) {
  const alert = document.getElementById('link-damaged');
  if (!alert || !location.hash.startsWith(mark)) return;
  const der = await unpack(location.hash);
  alert.hidden = der !== null;
  if (!der) return;
  const files = [new File([der], alert.dataset.name ?? '')];
  const receive = opened()?.receive;
  if (receive) receive(files);
  else keep(files, '');
}

/** What is shown next is not what the address holds. */
function leaveLink() {
  const alert = document.getElementById('link-damaged');
  if (alert) alert.hidden = true;
  if (location.hash.startsWith(mark)) history.replaceState(null, '', location.pathname + location.search);
}

/** Opens links, now and when the address changes. @param {() => Page | undefined} opened the page, once its program is there */
export function openLinks(opened) {
  addEventListener('hashchange', () => openLink(opened));
  for (const type of ['drop', 'paste']) document.addEventListener(type, leaveLink);
  document.getElementById('files')?.addEventListener('change', leaveLink);
  document.getElementById('zone')?.addEventListener('submit', leaveLink);
  document.getElementById('examples')?.addEventListener('click', leaveLink);
  openLink(opened);
}
