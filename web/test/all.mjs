// Every browser test in one process: one browser, one build of the page and one
// compilation of its programs serve all of them.
//
//   node --test all.mjs
//   BROWSER=firefox node --test all.mjs

import { readdirSync } from 'node:fs';
import { inFirefox } from './harness.mjs';

/** What runs in Chromium alone, and why. @type {Record<string, string>} */
const chromiumOnly = {
  'axe.test.mjs': 'emulates colour schemes',
  'containers.test.mjs': 'what is in a file does not depend on the browser',
  'same.test.mjs': 'nor does the report',
};

for (const file of readdirSync(import.meta.dirname).sort()) {
  if (file.endsWith('.test.mjs') && !(inFirefox && file in chromiumOnly)) await import(`./${file}`);
}
