// An answer is written in stages (build/adr/0020-answer-in-stages.md): what is seen at
// once first. Nothing that is seen moves when the rest comes.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { answerTo, chromiumTest, close, drag, drop, downloaded, inspect, openPage, smime, waitForState } from './harness.mjs';

after(close);

const certificate = smime('rsa_strict_key_encipherment_ku.pem');
const other = smime('aiaWithValidNamesStrict.pem');

/**
 * What of an answer stands there.
 * @typedef {{count: number, empty: number, focused: string, verdict: string, seen: string[]}} Standing
 */

/**
 * Has the page tell what stood there when the last answer was written (`first`), and
 * when it was painted and its findings were written (`later`). What Workers say comes
 * later, and may take another line.
 * @param {import('playwright-core').Page} page
 */
async function watch(page) {
  await page.evaluate(() => {
    const look = () => {
      const parts = [...document.querySelectorAll('main > *, .card, .card *, [role=tab], .folded, .part > details > summary, .foot')];
      const places = parts.map((part) => ({ part, place: part.getBoundingClientRect() }));
      return {
        count: document.querySelectorAll('.finding').length,
        empty: document.querySelectorAll('.findings div:empty').length,
        focused: document.activeElement?.localName ?? '',
        verdict: document.querySelector('#result h2')?.textContent ?? '',
        seen: places.filter(({ place }) => place.height > 0 && place.top < innerHeight)
          .map(({ part, place }) => `${part.localName}#${part.id}.${part.classList} at ${place.top}`),
      };
    };
    const mark = performance.mark.bind(performance);
    performance.mark = (name) => {
      Object.assign(globalThis, { [name]: look() });
      return mark(name);
    };
  });
  return {
    /** @returns {Promise<Standing>} */
    first: () => page.evaluate('globalThis["sealglass-answer"]'),
    /** @returns {Promise<Standing>} */
    later: () => page.evaluate('globalThis["sealglass-painted"]'),
  };
}

for (const viewport of [{ width: 1280, height: 800 }, { width: 1280, height: 2000 }, { width: 360, height: 740 }]) {
  test(`at ${viewport.width} × ${viewport.height} the card answers a drop; its findings come when it is painted, and nothing moves`, async () => {
    const { page, problems } = await openPage({ context: { viewport } });
    const { first, later } = await watch(page);
    for (const file of [certificate, other]) {
      await inspect(page, [file]);
      const [before, now] = [await first(), await later()];
      assert.deepEqual([before.count, before.empty], [0, 1]);
      assert.ok(now.count > 0);
      assert.deepEqual(before.seen, now.seen.slice(0, before.seen.length));
      assert.deepEqual([before.verdict, before.focused, now.focused], [now.verdict, 'h2', 'h2']);
    }
    assert.deepEqual(problems, []);
  });
}

test('several certificates come with their findings, which would move those below', async () => {
  const { page, problems } = await openPage();
  const { first, later } = await watch(page);
  await inspect(page, [certificate, other]);
  const before = await first();
  assert.ok(before.count > 0);
  assert.equal(before.empty, 0);
  assert.deepEqual(before.seen, (await later()).seen);
  assert.deepEqual(problems, []);
});

test('an answer that one comes back to, or that is judged anew, comes with its findings: one may be reading them', async () => {
  const { page, problems } = await openPage({ context: { viewport: { width: 360, height: 740 } } });
  const { first } = await watch(page);
  await inspect(page, [certificate]);
  await waitForState(page, 'secondOpinion', 'done');
  const finding = page.locator('.finding').last();
  await finding.locator('summary').click();
  const opened = await finding.getAttribute('id') ?? '';
  const open = await page.evaluate(() => {
    const asOf = /** @type {HTMLSelectElement} */ (document.getElementById('as-of'));
    asOf.value = 'today';
    asOf.dispatchEvent(new Event('change', { bubbles: true }));
    return [...document.querySelectorAll('.finding[open]')].map(({ id }) => id);
  });
  assert.ok(open.includes(opened), `${opened} is not among ${open}`);
  await waitForState(page, 'secondOpinion', 'done');
  await inspect(page, [other]);
  await answerTo(page, () => page.evaluate(() => history.back()));
  assert.ok((await first()).count > 0);
  assert.deepEqual(problems, []);
});

test('a report that is taken as soon as there is an answer is whole', async () => {
  const { page, problems } = await openPage();
  await page.evaluate(() => {
    const mark = performance.mark.bind(performance);
    performance.mark = (name) => {
      if (name === 'sealglass-answer') /** @type {HTMLElement | null} */ (document.querySelector('[data-action=download-html]'))?.click();
      return mark(name);
    };
  });
  const { text } = await downloaded(page, () => drop(page, [certificate]));
  assert.match(text, /Why it matters/);
  assert.match(text, /Serial number/);
  assert.deepEqual(problems, []);
});

chromiumTest('that files are dragged over the page is shown until they are answered, or there is nothing to answer', async () => {
  const { page, problems } = await openPage();
  const dragged = (/** @type {boolean} */ is) => page.waitForFunction((is) => document.documentElement.hasAttribute('data-dragging') === is, is);
  const letGo = await drag(page, [certificate]);
  await dragged(true);
  await answerTo(page, letGo);
  await dragged(false);
  await page.evaluate(() => {
    for (const name of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(name, { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true }));
  });
  await dragged(false);
  assert.deepEqual(problems, []);
});

test('a page that nobody sees does not wait for the browser to call it back', async () => {
  const { page } = await openPage();
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true });
    const later = setTimeout;
    // As a browser does, in the end: what is to be called at once is called in a minute.
    globalThis.setTimeout = /** @type {any} */ ((/** @type {any} */ call, /** @type {number | undefined} */ delay, /** @type {any[]} */ ...rest) => later(call, delay ?? 60_000, ...rest));
  });
  await drop(page, [{ name: 'long.txt', content: 'MIIB"0x30 '.repeat(400_000) }]);
  await waitForState(page, 'state', 'done');
  await inspect(page, [certificate]);
  await waitForState(page, 'secondOpinion', 'done');
});

chromiumTest('when files are dragged in, or chosen, the page answers a certificate in secret, so that the first answer comes sooner', async () => {
  const { page, problems } = await openPage();
  const letGo = await drag(page, [certificate]);
  await page.waitForFunction(() => performance.getEntriesByName('sealglass-rehearsed').length > 0);
  assert.deepEqual(await page.evaluate(() => ({
    state: document.documentElement.dataset.state,
    result: document.getElementById('result')?.childNodes.length,
    said: document.getElementById('status')?.textContent,
    answers: performance.getEntriesByName('sealglass-answer').length,
  })), { state: 'ready', result: 0, said: '', answers: 0 });
  await answerTo(page, letGo);
  assert.equal(await page.evaluate(() => performance.getEntriesByName('sealglass-answer').length), 1);
  await inspect(page, [certificate]);
  const rehearsals = () => page.evaluate(() => performance.getEntriesByName('sealglass-rehearsed').length);
  assert.equal(await rehearsals(), 1, 'once');
  assert.deepEqual(problems, []);

  await page.reload();
  await waitForState(page, 'state', 'ready');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByText('Choose files').click()]);
  await page.waitForFunction(() => performance.getEntriesByName('sealglass-rehearsed').length > 0);
  await answerTo(page, () => chooser.setFiles(certificate));
  assert.deepEqual(problems, []);
});
