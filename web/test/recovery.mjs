// Measures how soon the Worker is back after it died, for `make bench`:
//
//   node recovery.mjs COUNT
//
// In a build that fails where a certificate asks for it, a certificate kills the
// Worker, so many times, and the next one is asked about. Prints as JSON the
// milliseconds from each death to the next answer that is whole.

import { close, inspect, openPage, waitForState } from './harness.mjs';
import { faulty } from './faulty.mjs';

const { page } = await openPage({ tags: 'crash' });
/** @type {number[]} */
const times = [];
for (let n = 1; n <= Number(process.argv[2]); n++) {
  await page.evaluate(() => {
    const result = /** @type {HTMLElement} */ (document.getElementById('result'));
    performance.clearMarks('died');
    new MutationObserver((_, observer) => {
      if (!/failed on this certificate/.test(result.textContent ?? '')) return;
      performance.mark('died');
      observer.disconnect();
    }).observe(result, { subtree: true, childList: true, characterData: true });
  });
  await inspect(page, [faulty('worker panics', n), faulty('', n)]);
  const back = page.waitForFunction(() => document.documentElement.dataset.secondOpinion === 'done' && performance.now());
  const now = Number(await (await back).jsonValue());
  const { died, whole } = await page.evaluate(() => ({
    died: performance.getEntriesByName('died')[0]?.startTime,
    whole: /The second opinion \(zlint\) is included/.test(document.getElementById('result')?.textContent ?? ''),
  }));
  if (whole && died !== undefined) times.push(now - died);
  await waitForState(page, 'state', 'done');
}
await close();
console.log(JSON.stringify(times));
