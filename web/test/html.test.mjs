// Every page of dist/ is HTML as the standard has it. Pages that differ in their
// words alone, as those of the rules do, are looked at once.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { close, root, site } from './harness.mjs';

after(close);

/** A page without its words and the addresses of its links, and one element of each row of the same; what should have been escaped stays. @param {string} markup */
const withoutWords = (markup) => markup
  .replace(/&(#\d+|amp|lt|gt|quot);/g, 'x')
  .replace(/>[^<]*</g, (text) => text.replace(/[^<>&]+/g, 'x'))
  .replace(/(<[a-z][^>]*>x?<[^>]*>x?)\1+/g, '$1')
  .replace(/href="[\w./-]+"/g, 'href="x"');

test('html-validate has nothing to say about any page', async () => {
  await site('');
  const dist = path.join(root, 'dist');
  const config = { root: true, extends: ['html-validate:standard', 'html-validate:document'] };
  const validator = new HtmlValidate(config);
  // The parts of a report get their labels and their place among the headings when
  // they are shown; axe looks at them then.
  const ofTemplates = new HtmlValidate({ ...config, rules: { 'input-missing-label': 'off', 'heading-level': 'off' } });
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  assert.ok(pages.length > 700, `${pages.length} pages`);
  const seen = new Set();
  for (const name of pages) {
    const markup = readFileSync(path.join(dist, name), 'utf8');
    const known = seen.size;
    if (seen.add(withoutWords(markup)).size === known) continue;
    const messages = (markup.includes('<template') ? ofTemplates : validator).validateStringSync(markup, name).results.flatMap((result) => result.messages);
    assert.deepEqual(messages.map(({ line, ruleId, message }) => `${name}:${line} ${ruleId}: ${message}`), []);
  }
});
