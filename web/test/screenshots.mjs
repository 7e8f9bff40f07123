// Takes the screenshots of README.md: the report on a sample certificate, on a
// desktop and on a phone.
//
//   make screenshots

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { close, inspect, openPage, root, waitForState } from './harness.mjs';

const sample = execFileSync('go', ['run', './build/docs', '-sample'], { cwd: root });

for (const [name, width, height] of /** @type {const} */ ([['desktop', 1280, 1180], ['phone', 390, 1180]])) {
  const { page } = await openPage({ context: { viewport: { width, height } } });
  await inspect(page, [{ name: 'certificate.cer', content: sample }]);
  await waitForState(page, 'secondOpinion', 'done');
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: path.join(root, 'docs', `${name}.png`) });
}
await close();
