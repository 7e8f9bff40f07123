// Starts the program: fetches page.wasm, lets the browser compare it with the
// SHA-256 that the build wrote down, and hands the program the few things of
// the page that it needs. build.js is written by the build.

import './wasm_exec.js';
import { Batch } from './batch.js';
import { build } from './build.js';
import { take } from './early.js';
import { gather } from './folders.js';
import { openLinks } from './link.js';
import { tendMenus } from './menus.js';
import { mount } from './mount.js';
import { showBytes } from './bytes.js';
import { askAddresses } from './address.js';
import { offerExamples } from './examples.js';
import { tendFields } from './fields.js';
import { arrangeParts, focusedTab, reveal, tendParts } from './parts.js';
import { countRequests, showProof } from './proof.js';
import { saveReport } from './save.js';
import { Second, download } from './second.js';
import { share } from './share.js';
import { tendTheme } from './theme.js';

const root = document.documentElement;

/** Says why the program cannot run. @param {'wasm' | 'download' | 'crash'} reason */
function giveUp(reason) {
  root.dataset.state = 'failed';
  const alert = /** @type {HTMLElement} */ (document.getElementById('cannot-start'));
  for (const text of alert.querySelectorAll('p')) text.hidden = text.dataset.reason !== reason;
  alert.hidden = false;
}

/** Mounts, and gives what was mounted its tabs and the addresses that were typed. @type {typeof mount} */
function mountAll(target, json) {
  const refocus = focusedTab(target);
  mount(target, json);
  arrangeParts(target);
  refocus();
  if (page) askAddresses(target, page);
}

/** Shows bytes in their part of the report. @type {typeof showBytes} */
function showBytesInPart(section, ...rest) {
  reveal(section);
  showBytes(section, ...rest);
}

/** Listens to what a person does with a report. @param {import('./types/page.js').Page} page */
function tend(page) {
  const result = document.getElementById('result');
  const status = document.getElementById('status');
  if (!result || !status) return;
  tendParts(result);
  tendFields(result, status);
  share(page);
}

/** The words of this page's language, as the program reads them. */
function words() {
  const text = document.getElementById('words')?.textContent ?? '{}';
  return Object.entries(JSON.parse(text)).map(([key, word]) => `${key}\t${word}\n`).join('');
}

/** @type {import('./types/page.js').Page | undefined} */
let page;

async function start() {
  showProof();
  tendTheme();
  tendMenus();
  offerExamples(() => page);
  openLinks(() => page);
  if (typeof WebAssembly !== 'object') return giveUp('wasm');
  const go = new Go();
  const second = new Second();
  let program, parts;
  try {
    const response = await fetch(build.page.url, { integrity: build.page.integrity });
    if (!response.ok) throw new Error(`${build.page.url}: ${response.status}`);
    const bytes = await response.arrayBuffer();
    parts = download(); // not before: the page itself comes first
    program = await WebAssembly.instantiate(bytes, go.importObject);
  } catch (error) {
    console.error(error);
    return giveUp('download');
  }

  // The program takes this object and removes it from the global scope before
  // it does anything else.
  globalThis.sealglassPage = {
    ready(open) {
      const result = document.getElementById('result');
      const status = document.getElementById('status');
      page = { scope: document, root, mount: mountAll, showBytes: showBytesInPart, saveReport, take, gather, second: second.asker(), words: words() };
      if (result && status) page.batch = new Batch(result, status, () => second.workers(program.module), () => /** @type {import('./types/page.js').Page} */ (page));
      open(page);
      tend(page);
    },
  };
  go.run(program.instance).then(() => giveUp('crash'), () => giveUp('crash'));
  second.start(parts);
  parts.finally(countRequests).catch(() => {});
}

start();
