// In the single file, before all else: says so where its own script, which stands
// at the end, was cut off or is not as it was built.

import { giveUp } from '../giveup.js';

addEventListener('load', () => {
  if (!('Go' in globalThis)) giveUp('download');
});
