// The page in German.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { close, inspect, jsonReport, openPage, root, smime, waitForState } from './harness.mjs';

after(close);

const certificate = smime('rsa_strict_key_encipherment_ku.pem');

test('a certificate is answered in German, and the language link carries nothing', async () => {
  const { page, problems, address } = await openPage();
  await page.getByRole('navigation', { name: 'Language' }).getByRole('link', { name: 'Deutsch' }).click();
  assert.equal(page.url(), new URL('de/index.html', address).href);
  assert.equal(await page.locator('html').getAttribute('lang'), 'de');
  await waitForState(page, 'state', 'ready');

  await inspect(page, [certificate]);
  await page.getByRole('heading', { level: 2, name: 'Kein E\u2011Mail-Zertifikat' }).waitFor();
  await page.getByRole('heading', { level: 3, name: 'Was das für Sie bedeutet' }).waitFor();
  assert.match(await page.locator('.facts').innerText(), /Kann Mails signieren\s+Nein/);
  assert.match((await page.getByRole('status').first().textContent()) ?? '', /^Ergebnis: Kein E\u2011Mail-Zertifikat\./);
  await page.getByRole('button', { name: /^\d+ ohne Befund$/ }).click();
  await page.getByRole('heading', { level: 4, name: 'Fehler, die gesucht und nicht gefunden wurden' }).waitFor();
  await page.getByRole('tab', { name: 'Bytes' }).click();
  await page.getByRole('button', { name: 'Struktur und Bytes zeigen' }).click();
  await page.getByRole('tree', { name: 'Struktur' }).press('End');
  assert.match(await page.locator('.about').innerText(), /^Signatur: BIT STRING/);

  await inspect(page, [{ name: 'key.pem', content: '-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n' }]);
  await page.getByRole('heading', { level: 2, name: 'Nicht prüfbar' }).waitFor();
  await page.getByText('Dies ist ein privater Schlüssel. Halten Sie ihn geheim.').waitFor();

  await page.getByRole('navigation', { name: 'Sprache' }).getByRole('link', { name: 'English' }).click();
  assert.equal(page.url(), new URL('index.html', address).href);
  assert.deepEqual(problems, []);
});

test('no sentence of the page or its program stands there in English; JSON does', async () => {
  const { page } = await openPage({ path: 'de/index.html' });
  await inspect(page, [certificate]);
  await waitForState(page, 'secondOpinion', 'done');
  /** @type {(name: string) => Record<string, string>} */
  const read = (name) => JSON.parse(readFileSync(path.join(root, 'web/words', name), 'utf8'));
  const german = read('de.json');
  const sentences = Object.entries(read('en.json')).filter(([key, text]) => text !== german[key]).map(([, text]) => text);
  sentences.push(...Object.entries(read('page.de.json')).filter(([text, said]) => text !== said).map(([text]) => text));
  const shown = await page.evaluate(() => {
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('script, code, [lang]:not(html), [translate=no]')) texts.push(node.textContent?.trim() ?? '');
    }
    return texts;
  });
  assert.ok(shown.length > 200, `${shown.length} texts`);
  assert.deepEqual(sentences.filter((sentence) => shown.includes(sentence)), []);

  const report = await jsonReport(page, 'Andere Formate', 'JSON herunterladen');
  assert.ok(report.inputs[0].certificates[0].fields.some((/** @type {{label: string}} */ field) => field.label === 'Serial number'));
});
