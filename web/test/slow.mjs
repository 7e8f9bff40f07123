// Measures what becomes of the page while it is given files that want to keep it
// busy, for `make bench`:
//
//   node slow.mjs RELEASE FILE...
//
// Prints as JSON for each file the milliseconds from the drop to the painted
// answer, and to the end of the second opinion, and the longest task of the main
// thread in that time: so long a click may have to wait.

import { close, inspect, launch, serve, waitForState } from './harness.mjs';

const [release, ...files] = process.argv.slice(2);
const browser = await launch({ measured: true });
const page = await browser.newPage();
page.setDefaultTimeout(120_000);
await page.goto(await serve(release));
await waitForState(page, 'state', 'ready');
await page.evaluate(() => {
  // @ts-expect-error a place for the measurements
  const tasks = (globalThis.tasks = []);
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' });
});
const measured = [];
for (const file of files) {
  await page.evaluate(() => document.addEventListener('drop', () => performance.mark('dropped'), { capture: true, once: true }));
  await inspect(page, [file]);
  await waitForState(page, 'secondOpinion', 'done');
  measured.push(await page.evaluate(() => {
    const last = (/** @type {string} */ name) => performance.getEntriesByName(name).at(-1)?.startTime ?? NaN;
    const dropped = last('dropped');
    // @ts-expect-error see above
    const tasks = globalThis.tasks.filter((task) => task.startTime >= dropped).map((task) => task.duration);
    return { answer: last('sealglass-answer') - dropped, second: performance.now() - dropped, longest: Math.max(0, ...tasks) };
  }));
}
await browser.close();
await close();
console.log(JSON.stringify(measured));
