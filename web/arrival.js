// Says so where the script that starts the page did not come, or it or a module that
// it imports is not as it was built. Where this one did not come either, the style
// sheet shows a sentence after a while.

import { giveUp } from './giveup.js';

let started = false;

/** The script that starts the page is there, with all its modules. */
export function arrived() {
  started = true;
}

// By then all scripts have run that will.
addEventListener('load', () => {
  if (!started) giveUp('download');
});
