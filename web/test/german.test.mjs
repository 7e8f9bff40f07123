// The page in German.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { close, inspect, openPage, smime } from './harness.mjs';

after(close);

test('a certificate is answered in German, and the language link carries nothing', async () => {
  const { page, problems, address } = await openPage();
  await page.getByRole('navigation', { name: 'Language' }).getByRole('link', { name: 'Deutsch' }).click();
  assert.equal(page.url(), new URL('de/index.html', address).href);
  assert.equal(await page.locator('html').getAttribute('lang'), 'de');
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');

  await inspect(page, [smime('rsa_strict_key_encipherment_ku.pem')]);
  await page.getByRole('heading', { level: 2, name: 'Kein E-Mail-Zertifikat' }).waitFor();
  await page.getByRole('heading', { level: 3, name: 'Was das für Sie bedeutet' }).waitFor();
  assert.match(await page.locator('.facts').innerText(), /Kann Mails signieren\s+(Ja|Nein)/);
  await page.getByRole('button', { name: /^\d+ ohne Befund$/ }).click();
  await page.getByRole('heading', { level: 4, name: 'Fehler, die gesucht und nicht gefunden wurden' }).waitFor();

  await page.getByRole('navigation', { name: 'Sprache' }).getByRole('link', { name: 'English' }).click();
  assert.equal(page.url(), new URL('index.html', address).href);
  assert.deepEqual(problems, []);
});
