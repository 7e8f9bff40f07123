// A report as people use it: its parts as tabs, its fields searched, addresses
// compared. A page and an element in somebody else's page have the same.

import { askAddresses } from './address.js';
import { showBytes } from './bytes.js';
import { tellLocalTimes } from './clock.js';
import { tendFields } from './fields.js';
import { mount } from './mount.js';
import { arrangeParts, focusedTab, reveal, tendParts } from './parts.js';

/** @typedef {import('./types/page.js').Page} Page */

/**
 * Mounts a tree, and gives what was mounted its tabs, local times and the addresses that were typed.
 * @param {() => Page | undefined} opened the page, once its program is there
 * @returns {import('./types/page.js').Page['mount']}
 */
export function mounter(opened) {
  return (target, json) => {
    const focusTab = focusedTab(target);
    const settle = mount(target, json);
    if (!settle) return false;
    arrangeParts(target);
    tellLocalTimes(target);
    settle();
    focusTab();
    const page = opened();
    if (page) askAddresses(target, page);
    return true;
  };
}

/** Shows bytes in their part of the report. @type {typeof showBytes} */
export function showBytesInPart(section, ...rest) {
  reveal(section);
  showBytes(section, ...rest);
}

/** Listens to what a person does with a report. @param {import('./mount.js').Scope} scope */
export function tendReport(scope) {
  const result = scope.getElementById('result');
  const status = scope.getElementById('status');
  if (!result || !status) return;
  tendParts(result);
  tendFields(result, status);
}
