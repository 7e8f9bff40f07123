// A revocation list dropped with a certificate and its issuer's.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { close, inspect, openPage, root, waitForState } from './harness.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sealglass-revocation-'));
after(close);
after(() => rmSync(folder, { recursive: true }));

execFileSync('go', ['run', './testdata/gen/inputs/write', folder], { cwd: root });
const table = JSON.parse(readFileSync(path.join(folder, 'table.json'), 'utf8'));
const row = table.find((/** @type {{name: string}} */ { name }) => name === 'pem, revoked by the list beside');

test('a list says that a certificate is revoked, and what is wrong with the list', async () => {
  const { page, problems } = await openPage();
  await inspect(page, [path.join(folder, row.file)]);
  await waitForState(page, 'secondOpinion', 'done');
  await page.getByText(/^Revoked on 1 October 2026, says /).waitFor();
  await page.getByRole('heading', { level: 2, name: 'Will cause trouble' }).waitFor();
  await page.getByText('The reason given: its key was stolen or may have been.').waitFor();
  await page.getByRole('heading', { level: 2, name: 'A list of revoked certificates (CRL)' }).waitFor();
  assert.equal(await page.getByText(/^To find out, fetch its issuer's list/).count(), 1, 'of the issuer nothing is known');
  assert.deepEqual(problems, []);
});
