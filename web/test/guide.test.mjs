// The pages beside the tool: how a certificate gets into pages of others, with
// elements that work, and what happens to a file.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { close, openPage, site, smime } from './harness.mjs';
import { policy } from './host.mjs';

const host = await site('');
after(close);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe reports. @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // @ts-expect-error axe puts itself there
    return (await globalThis.axe.run(document, { runOnly })).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
  });
}

for (const [path, heading] of [['privacy.html', 'What happens to your file'], ['de/privacy.html', 'Was mit Ihrer Datei geschieht']]) {
  test(`${path} is reached from the page, and leads back`, async () => {
    const { page, problems } = await openPage({ path: path.replace('privacy', 'index') });
    await page.getByRole('link', { name: heading }).click();
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole('link', { name: 'Sealglass' }).click();
    await page.locator('#files').waitFor({ state: 'attached' });
    assert.deepEqual(problems, []);
  });
}

for (const [path, heading, ask, text] of [
  ['embedding.html', 'Works, with remarks', 'Check a certificate', 'Drop your email certificate here'],
  ['de/embedding.html', 'Verwendbar, mit Anmerkungen', 'Ein Zertifikat prüfen', 'Ziehen Sie Ihr E‑Mail-Zertifikat hierher'],
]) {
  test(`${path} shows what it speaks of`, async () => {
    const { page, problems } = await openPage({ host, path });
    const [card, nobody] = [page.locator('sealglass-card').first(), page.locator('sealglass-card').last()];
    await card.getByRole('heading', { level: 2, name: heading }).waitFor();
    await card.getByText('erika.mustermann@example.com').waitFor();
    await nobody.scrollIntoViewIfNeeded();
    await nobody.locator('.finding').first().waitFor();
    assert.equal(await nobody.evaluate((element) => /@|Erika/.test(element.shadowRoot?.innerHTML ?? '@')), false);
    await page.getByRole('button', { name: ask }).click();
    await page.locator('sealglass-drop').getByText(text).waitFor();
    await page.locator('sealglass-drop #files').setInputFiles(smime('rsa_strict_key_encipherment_ku.pem'));
    await page.locator('sealglass-drop').getByRole('heading', { level: 2 }).waitFor();
    assert.deepEqual(await violations(page), []);
    const said = await page.locator('pre').last().innerText();
    for (const directive of said.split('; ')) assert.ok(policy.includes(directive), directive);
    assert.deepEqual(problems, []);
  });
}
