// Files that the page offers, made on this device.

import { base64 } from './base64.js';
import { elements } from './mount.js';

/** Offers a text as a file. @param {string} name @param {string} type @param {string} text */
export function download(name, type, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The policy of a page that loads and runs nothing, and has this style sheet. @param {string} style */
async function policy(style) {
  // Where the page was not served in a secure way, the browser computes no hash.
  const hash = await crypto.subtle?.digest('SHA-256', new TextEncoder().encode(style));
  return `default-src 'none'; style-src ${hash ? `'sha256-${base64(new Uint8Array(hash))}'` : "'unsafe-inline'"}`;
}

/**
 * Offers the report as one file that opens without this page: no script, its own
 * style sheet, everything open.
 * @param {string} tree of the report @param {string} title @param {string} colophon what made it
 */
export async function saveReport(tree, title, colophon) {
  const result = document.createElement('div');
  result.id = 'result';
  result.append(elements(document, tree));
  for (const details of result.querySelectorAll('details')) details.open = true;
  const foot = document.createElement('p');
  foot.className = 'foot';
  foot.textContent = colophon;
  const style = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join('\n');
  const { lang } = document.documentElement;
  download('sealglass-report.html', 'text/html', [
    '<!doctype html>',
    `<html lang="${escape(lang)}" data-state="done">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${await policy(style)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escape(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    `<body><main>${result.outerHTML}</main>${foot.outerHTML}</body>`,
    '</html>',
    '',
  ].join('\n'));
}
