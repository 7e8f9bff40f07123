// Back and Forward of the browser lead through what the page has shown. An entry of
// the history holds a number, which grows from entry to entry, and nothing else; what
// was shown is in the memory of the program (build/adr/0018-history.md).

import { atLink, forgetDamage, openLink } from './link.js';

/** @typedef {import('./types/page.js').Page} Page */

/** The number of the entry that one is at. After a reload it is that of before. */
let at = Number(history.state) || 0;
/** One goes back as far as to this number. */
let back = Infinity;

/** Listens to Back and Forward. @param {() => Page | undefined} opened the page, once its program is there */
export function tendHistory(opened) {
  history.replaceState(at, '');
  addEventListener('popstate', ({ state }) => {
    forgetDamage();
    given = false;
    if (typeof state !== 'number') { // the address got another fragment
      if (atLink()) at++;
      history.replaceState(at, '');
      openLink(opened);
    } else if (state > back) {
      history.back();
    } else if (state !== at) {
      at = state;
      back = Infinity;
      if (!opened()?.revisit?.(at)) openLink(opened);
    }
  });
}

/** Whether what was given last has no entry yet. */
let given = false;

/** What is given now will have an entry, but for a link, which has one; its number. */
export function enter() {
  given = !atLink();
  return given ? ++at : at;
}

/** Makes that entry, when the answer is painted, or reading takes long: the browser takes a while for it. */
export function entered() {
  if (given) history.pushState(at, '');
  given = false;
}

/** Goes back to the entry with this number. @param {number} n */
export function goBack(n) {
  back = n;
  history.back();
}
