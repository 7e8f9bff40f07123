// Debian's Firefox under the same tests as Chromium. Playwright speaks WebDriver
// BiDi with it, of which the extended support release lacks one command.

import { existsSync, mkdirSync, readdirSync, rmSync, statSync, watch } from 'node:fs';
import path from 'node:path';
import { firefox } from 'playwright-core';

const firefoxPath = '/usr/bin/firefox-esr';

/** Firefox's settings: it asks nobody anything by itself, and loopback is reached as every other host is. */
const quiet = {
  'network.proxy.allow_hijacking_localhost': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  // Its panel would take the keyboard from the page.
  'browser.download.alwaysOpenPanel': false,
};

/** Where it puts what it downloads. */
let downloads = '';

/** @param {string} scratch a folder @returns {Promise<import('playwright-core').Browser>} */
export async function launchFirefox(scratch) {
  if (!existsSync(firefoxPath)) throw new Error(`no ${firefoxPath}: install Debian's package firefox-esr`);
  downloads = path.join(scratch, 'downloads');
  mkdirSync(downloads);
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: firefoxPath, firefoxUserPrefs: quiet, downloadsPath: downloads });
  withoutMediaFeatures(browser);
  return browser;
}

/**
 * Playwright sets the media features of every context and page by a command that
 * this Firefox does not know yet: it is answered here. Tests of media features run
 * in Chromium.
 * @param {any} browser
 */
function withoutMediaFeatures(browser) {
  const session = Object.getPrototypeOf(browser._connection.toImpl(browser)._browserSession);
  const send = session.send;
  session.send = function (/** @type {string} */ method, /** @type {unknown} */ params) {
    return method === 'emulation.setMediaFeaturesOverride' ? Promise.resolve({}) : send.call(this, method, params);
  };
}

/**
 * Drops files in the middle of the page. Firefox has no command that drags a file
 * from the disk: the events are made in the page, the files are real.
 * @param {import('playwright-core').Page} page
 * @param {string[]} paths
 */
export async function dropInFirefox(page, paths) {
  const field = await page.evaluateHandle(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    return document.documentElement.appendChild(input);
  });
  await field.setInputFiles(paths);
  await field.evaluate((input) => {
    const dataTransfer = new DataTransfer();
    for (const file of input.files ?? []) dataTransfer.items.add(file);
    input.remove();
    const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  });
}

/**
 * Clicks, and waits for the file that Firefox puts among its downloads then.
 * @param {() => Promise<void>} click
 * @returns {Promise<string>} its path
 */
export async function downloadedInFirefox(click) {
  for (const old of readdirSync(downloads)) rmSync(path.join(downloads, old));
  /** @type {Promise<string>} */
  const arrived = new Promise((resolve) => {
    const watcher = watch(downloads, () => {
      const names = readdirSync(downloads); // until it is whole, a part of it and an empty one in its place
      if (names.length !== 1 || !names[0] || names[0].endsWith('.part')) return;
      if (!statSync(path.join(downloads, names[0]), { throwIfNoEntry: false })?.size) return;
      watcher.close();
      resolve(path.join(downloads, names[0]));
    });
  });
  await click();
  return arrived;
}
