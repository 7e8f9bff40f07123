// Catches what people drop, pick or paste before the program has loaded, and
// keeps it until the program asks for it. Only the last one counts.

/** @typedef {{files: File[], text: string}} Dropped */

/** @type {Dropped | null} */
let kept = null;

const root = document.documentElement;
const listening = new AbortController();

/** Keeps what was given. @param {Iterable<File> | null | undefined} files @param {string} text */
export function keep(files, text) {
  const list = [...(files ?? [])];
  if (list.length === 0 && text.trim() === '') return;
  kept = { files: list, text };
  root.dataset.waiting = '';
}

/** @param {string} type @param {(event: any) => void} listener */
function on(type, listener) {
  document.addEventListener(type, listener, { signal: listening.signal });
}

for (const type of ['dragenter', 'dragover']) on(type, (event) => event.preventDefault());

on('drop', (event) => {
  event.preventDefault();
  keep(event.dataTransfer?.files, event.dataTransfer?.getData('text/plain') ?? '');
});

on('paste', (event) => {
  keep(event.clipboardData?.files, event.clipboardData?.getData('text/plain') ?? '');
});

on('change', (event) => {
  if (event.target.id === 'files') keep(event.target.files, '');
});

on('submit', (event) => {
  event.preventDefault();
  keep(null, event.target.querySelector('textarea')?.value ?? '');
});

/**
 * Hands over what was kept, or null, and stops listening: from here on the
 * program listens itself.
 */
export function take() {
  listening.abort();
  delete root.dataset.waiting;
  const dropped = kept;
  kept = null;
  return dropped;
}
