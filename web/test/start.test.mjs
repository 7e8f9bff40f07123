// A page that cannot start says what it needs, or that something of it is missing,
// in both languages.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { changeOnItsWay, chromiumTest, close, openPage } from './harness.mjs';

after(close);

const languages = /** @type {const} */ ([
  { at: '', scripts: 'This page needs JavaScript and WebAssembly', wasm: 'This browser does not run WebAssembly,', missing: 'did not arrive complete', late: 'This takes long.' },
  { at: 'de/', scripts: 'Diese Seite braucht JavaScript und WebAssembly', wasm: 'Dieser Browser führt kein WebAssembly aus,', missing: 'ist nicht vollständig angekommen', late: 'Das dauert lange.' },
]);

/** The page where nothing of it is in memory, and its address. */
const elsewhere = async () => {
  const { page, address } = await openPage({ path: 'rules/index.html', ready: false });
  return { page, address };
};
/** What one could give a certificate to. @param {import('playwright-core').Page} page */
const zone = (page) => page.locator('#zone').isVisible();

for (const { at, scripts, wasm, missing, late } of languages) {
  const name = at || 'en/';
  chromiumTest(`${name}: without JavaScript`, async () => {
    const { page, problems } = await openPage({ path: at, ready: false, context: { javaScriptEnabled: false } });
    const said = page.locator('noscript .alert');
    assert.ok(await said.isVisible());
    assert.match(await said.innerText(), new RegExp(`^${scripts}`));
    assert.equal(await zone(page), false, 'nothing is asked for in vain');
    assert.deepEqual(problems, []);
  });

  test(`${name}: without WebAssembly`, async () => {
    const { page, address } = await elsewhere();
    await page.addInitScript('delete globalThis.WebAssembly');
    await page.goto(address + at);
    await page.getByRole('alert').getByText(wasm).waitFor();
    assert.equal(await zone(page), false);
  });

  for (const file of ['early.js', 'start.js', 'samples.js']) {
    test(`${name}: ${file} does not come, or another`, async () => {
      const { page, address } = await elsewhere();
      await page.route(`**/${file}`, (route) => route.fulfill({ status: 404, body: '' }));
      await page.goto(address + at);
      await page.getByRole('alert').getByText(missing).waitFor();
      assert.equal(await zone(page), false);
      await page.unroute(`**/${file}`);
      await page.goto(`${address}rules/index.html`);
      await changeOnItsWay(page, file, '\nglobalThis.changed = true;\n');
      await page.goto(address + at);
      await page.getByRole('alert').getByText(missing).waitFor();
      assert.equal(await page.evaluate('globalThis.changed'), undefined);
    });
  }

  for (const file of ['giveup.js', 'arrival.js']) {
    test(`${name}: ${file}, which would say so, is another`, async () => {
      const { page, address } = await elsewhere();
      await changeOnItsWay(page, file, '\nglobalThis.changed = true;\n');
      await page.goto(address + at);
      const sentence = page.getByText(late);
      assert.equal(await sentence.isVisible(), false);
      await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
      await sentence.waitFor();
      assert.equal(await page.evaluate('globalThis.changed'), undefined);
    });
  }
}

test('of a page that is ready nothing is said to take long', async () => {
  const { page } = await openPage();
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  assert.equal(await page.getByText('This takes long.').isVisible(), false);
});
