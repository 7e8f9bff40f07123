// Starts the page: has its program fetched and run, and hands it the few things
// of the page that it needs.

import './wasm_exec.js';
import { arrived } from './arrival.js';
import { Batch } from './batch.js';
import { take } from './early.js';
import { gather } from './folders.js';
import { giveUp } from './giveup.js';
import { enter, entered, goBack, tendHistory } from './history.js';
import { tendLink } from './link.js';
import { tendMenus } from './menus.js';
import { offerExamples, rehearse } from './examples.js';
import { keepOffline } from './offline.js';
import { startProgram } from './program.js';
import { countRequests, showProof } from './proof.js';
import { mounter, showBytesInPart, tendReport } from './report.js';
import { saveReport } from './save.js';
import { share } from './share.js';
import { tendTheme } from './theme.js';

const root = document.documentElement;

/** The words of this page's language, as the program reads them. */
function words() {
  const text = document.getElementById('words')?.textContent ?? '{}';
  return Object.entries(JSON.parse(text)).map(([key, word]) => `${key}\t${word}\n`).join('');
}

/** @type {import('./types/page.js').Page | undefined} */
let page;

async function start() {
  arrived();
  showProof();
  tendTheme();
  tendMenus();
  tendHistory(() => page);
  tendLink(() => page);
  offerExamples(() => page);
  if (typeof WebAssembly !== 'object') return giveUp('wasm');
  const started = await startProgram(() => giveUp('crash')).catch((error) => {
    console.error(error);
    giveUp('download');
  });
  if (!started) return;
  const { open, module, second, parts } = started;
  const result = document.getElementById('result');
  const status = document.getElementById('status');
  page = { scope: document, root, mount: mounter(() => page), showBytes: showBytesInPart, saveReport, take, gather, enter, entered, goBack, second: second.asker(), words: words() };
  if (result && status) page.batch = new Batch(result, status, () => second.workers(module), () => /** @type {import('./types/page.js').Page} */ (page));
  open(page);
  tendReport(document);
  share(page);
  rehearse(page);
  await parts.catch(() => {}); // the second opinion says so
  await keepOffline();
  countRequests();
}

start();
