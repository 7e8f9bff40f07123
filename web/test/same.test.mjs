// The page says the same as the command, to the byte: for every certificate that
// zlint tests its S/MIME lints with, second opinion included.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { close, inspect, jsonReport, openPage, root, smime, smimeFolder, waitForState } from './harness.mjs';

after(close);

// As many as the page shows in full, and asks the second opinion about, at once.
const atOnce = 64;

/** The command's report on files of the folder. @param {string} folder @param {string[]} names */
function commanded(folder, names) {
  execFileSync('go', ['build', '-o', '.cache/sealglass', './cmd/sealglass'], { cwd: root });
  const args = ['inspect', '--json', '--fail-on', 'never', ...names];
  try {
    return execFileSync(path.join(root, '.cache/sealglass'), args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
  } catch (error) {
    // Status 2: one of the files could not be read; the report says so.
    const { status, stdout } = /** @type {import('node:child_process').SpawnSyncReturns<string>} */ (error);
    if (status !== 2) throw error;
    return stdout;
  }
}

test('every report is the same as the command’s', async () => {
  const names = readdirSync(smimeFolder(), { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name);
  assert.ok(names.length > 150, `${names.length} files`);
  const { page, problems } = await openPage();
  page.setDefaultTimeout(300_000);
  for (let from = 0; from < names.length; from += atOnce) {
    const some = names.slice(from, from + atOnce);
    await inspect(page, some.map(smime));
    await waitForState(page, 'secondOpinion', 'done');
    const report = await jsonReport(page);
    const native = JSON.parse(commanded(smimeFolder(), some));
    for (const [i, name] of some.entries()) assert.deepEqual(report.inputs[i], native.inputs[i], name);
    assert.deepEqual(report, native);
  }
  assert.deepEqual(problems, []);
});
