// Measures the page in Chromium, for `make bench`:
//
//   node bench.mjs RELEASE EMPTY CERTIFICATE
//
// takes the folders of the release and of a near-empty Go page, and a file to
// drop, and prints medians in milliseconds as JSON. Cold is a browser that has
// just started, warm one that has loaded the page before.

import { close, inspect, launch, serve } from './harness.mjs';

const runs = 5;
const [release, empty, certificate] = process.argv.slice(2);

/** @param {number[]} times */
const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

/**
 * Milliseconds from the start of the navigation until the program said that it is ready.
 * @param {import('playwright-core').Page} page @param {string} address
 */
async function ready(page, address) {
  await page.goto(address);
  const mark = await page.waitForFunction(() => performance.getEntriesByName('sealglass-ready')[0]?.startTime);
  return mark.jsonValue();
}

/**
 * Milliseconds from the drop until the findings are painted.
 * @param {import('playwright-core').Page} page
 */
async function dropped(page) {
  await page.evaluate(() => {
    document.addEventListener('drop', () => performance.mark('dropped'), { capture: true, once: true });
  });
  await inspect(page, [certificate]);
  return page.evaluate(() => {
    const last = (/** @type {string} */ name) => performance.getEntriesByName(name).at(-1)?.startTime ?? NaN;
    return last('sealglass-answer') - last('dropped');
  });
}

/** @param {string} address @param {boolean} drops */
async function measure(address, drops) {
  const cold = { ready: [], drop: [] };
  const warm = { ready: [], drop: [] };
  for (let run = 0; run < runs; run++) {
    const browser = await launch();
    const page = await browser.newPage();
    cold.ready.push(await ready(page, address));
    if (drops) cold.drop.push(await dropped(page));
    warm.ready.push(await ready(page, address));
    if (drops) {
      await dropped(page);
      warm.drop.push(await dropped(page));
    }
    await browser.close();
  }
  return {
    ready: { cold: median(cold.ready), warm: median(warm.ready) },
    drop: { cold: median(cold.drop), warm: median(warm.drop) },
  };
}

const ofEmpty = await measure(await serve(empty), false);
const ofPage = await measure(await serve(release), true);
await close();
console.log(JSON.stringify({ empty: ofEmpty.ready, page: ofPage.ready, drop: ofPage.drop }));
