// Measures the page in Chromium, for `make bench`:
//
//   node bench.mjs RELEASE EMPTY PEERS CERTIFICATE
//
// takes the folders of the release, of a near-empty Go page and of the page of
// other readers, and a file to drop, and prints medians in milliseconds as JSON.
// Cold is a browser that has just started, warm one that has loaded the page before.

import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { close, drop, inspect, launch, serve } from './harness.mjs';

const runs = 5;
/** How often a file is dropped on a page that is warm. */
const drops = 20;
/** The readers of the page of others. */
const readers = ['@peculiar/x509', 'pkijs', '@lapo/asn1js']; // as in build/bench/browser.go
const [release, empty, peers, certificate] = process.argv.slice(2);

/** The same certificate without PEM around it: not all readers take that. */
const der = { name: 'certificate.cer', content: new X509Certificate(readFileSync(certificate)).raw };

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
 * Milliseconds from the drop until the answer is written.
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

/**
 * Milliseconds from each drop on a warm page until its answer is painted, and until
 * the findings are as well, which come after the card: until the first task after the
 * frame that shows it. A table has no findings.
 * @param {import('playwright-core').Page} page
 */
async function painted(page) {
  /** @type {number[]} */
  const answer = [];
  /** @type {number[]} */
  const findings = [];
  await page.evaluate(() => {
    let from = 0;
    document.addEventListener('drop', () => (from = performance.now()), { capture: true });
    // Not by an observer: that hears of the mark when the frame is painted already.
    const mark = performance.mark.bind(performance);
    performance.mark = (name) => {
      if (name === 'sealglass-answer') {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => performance.measure('answer', { start: from, end: performance.now() });
          port2.postMessage('');
        });
      }
      if (name === 'sealglass-painted') performance.measure('findings', { start: from, end: performance.now() });
      return mark(name);
    };
  });
  for (let i = -2; i < drops; i++) { // the first two warm it
    await page.evaluate(() => performance.clearMeasures());
    await drop(page, [der]);
    const last = await page.waitForFunction(() => performance.getEntriesByName('answer')[0]?.duration);
    // What a Worker still says of it is not of the next drop.
    await page.waitForFunction(() => !['running', 'working'].includes(document.documentElement.dataset.secondOpinion ?? ''));
    if (i < 0) continue;
    answer.push(await last.jsonValue() ?? NaN);
    findings.push(await page.evaluate(() => performance.getEntriesByName('findings')[0]?.duration ?? NaN));
  }
  return { answer: median(answer), findings: median(findings) };
}

/** The version of Chromium, and milliseconds to the painted answer: ours, with its findings, and of the other readers. */
async function besidePeers() {
  const browser = await launch({ measured: true });
  const address = await serve(peers);
  const ours = await browser.newPage();
  await ready(ours, await serve(release));
  const { answer, findings } = await painted(ours);
  /** @type {Record<string, number>} */
  const times = { Sealglass: answer };
  await ours.close();
  for (const reader of readers) {
    const page = await browser.newPage();
    await page.goto(`${address}#${encodeURIComponent(reader)}`);
    times[reader] = (await painted(page)).answer;
    await page.close();
  }
  const chromium = browser.version();
  await browser.close();
  return { chromium, times, findings };
}

/** @param {string} address @param {boolean} drops */
async function measure(address, drops) {
  const cold = { ready: [], drop: [] };
  const warm = { ready: [], drop: [] };
  for (let run = 0; run < runs; run++) {
    const browser = await launch({ measured: true });
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
const beside = await besidePeers();
await close();
console.log(JSON.stringify({ chromium: beside.chromium, empty: ofEmpty.ready, page: ofPage.ready, drop: ofPage.drop, painted: beside.times, findings: beside.findings }));
