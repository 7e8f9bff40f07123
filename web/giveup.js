// Says why the page cannot work.

/** Shows the reason in place of the page's state. @param {'wasm' | 'download' | 'crash'} reason */
export function giveUp(reason) {
  document.documentElement.dataset.state = 'failed';
  const alert = /** @type {HTMLElement} */ (document.getElementById('cannot-start'));
  for (const text of alert.querySelectorAll('p')) text.hidden = text.dataset.reason !== reason;
  alert.hidden = false;
}
