// Measures the table of many certificates in Chromium, for `make bench`:
//
//   node many.mjs RELEASE FOLDER COUNT
//
// takes the folder of the release, one with certificates in PEM, and how many
// files to drop, made of these certificates with another signature each. Prints
// as JSON: certificates per second from the drop to the last row, milliseconds of
// processor time that each took (which a busy machine lengthens less), the longest task
// of the main thread in milliseconds and how many took over 50, and in bytes, when a
// tenth was read and when all was, the page's heap and the memory of its processes,
// with its Workers and programs.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { close, drop, launch, serve } from './harness.mjs';

const [release, folder, count] = process.argv.slice(2);
const n = Number(count);

const ders = readdirSync(folder).filter((name) => name.endsWith('.pem'))
  .map((name) => /-----BEGIN CERTIFICATE-----([^-]+)/.exec(readFileSync(path.join(folder, name), 'utf8'))?.[1] ?? '')
  .map((base64) => Buffer.from(base64.replace(/\s/g, ''), 'base64')).filter((der) => der.length > 0);
const scratch = mkdtempSync(path.join(tmpdir(), 'sealglass-'));
const files = Array.from({ length: n }, (_, i) => {
  const der = Buffer.from(ders[i % ders.length]);
  der.writeUInt32BE(i, der.length - 8);
  const at = path.join(scratch, `${String(i).padStart(6, '0')}.cer`);
  writeFileSync(at, der);
  return at;
});

const address = await serve(release);
const browser = await launch({ measured: true });
const page = await browser.newPage();
const system = await browser.newBrowserCDPSession();

/** Seconds of processor time that Chromium has taken until now, all processes together. */
async function processor() {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

await page.goto(address);
await page.waitForFunction(() => performance.getEntriesByName('sealglass-ready').length > 0);
await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 3000))); // while the Worker of the second opinion starts
await page.evaluate(() => {
  document.addEventListener('drop', () => {
    const at = performance.mark('dropped').startTime;
    // @ts-expect-error a place for the measurements
    const tasks = (globalThis.tasks = []);
    new PerformanceObserver((list) => tasks.push(...list.getEntries().filter((entry) => entry.startTime > at).map((entry) => entry.duration))).observe({ type: 'longtask' });
  }, { capture: true });
});

/** Bytes of the page's own heap of JavaScript, after a collection. */
async function heap() {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** Bytes in memory (resident set) of the processes that pages run in. */
async function resident() {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { id }) => {
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
    return sum + Number(kilobytes) * 1024;
  }, 0);
}

const before = await processor();
await drop(page, files);
await page.waitForFunction((n) => Number(document.querySelector('progress')?.value) >= n / 10, n, { timeout: 0 });
const early = { heap: await heap(), resident: await resident() };
await page.waitForFunction(() => performance.getEntriesByName('sealglass-batch').length > 0, null, { timeout: 0 });
const taken = await processor() - before;
const late = { heap: await heap(), resident: await resident() };
const measured = await page.evaluate(() => {
  const last = (/** @type {string} */ name) => performance.getEntriesByName(name).at(-1)?.startTime ?? NaN;
  // @ts-expect-error see above
  return { milliseconds: last('sealglass-batch') - last('dropped'), tasks: globalThis.tasks };
});
await close();
rmSync(scratch, { recursive: true });
console.log(JSON.stringify({
  perSecond: n / (measured.milliseconds / 1000), processor: taken / n * 1000, longestTask: Math.max(0, ...measured.tasks), over50: measured.tasks.length, early, late,
}));
