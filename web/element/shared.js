// What all elements of a page share, each fetched when the first of them needs it:
// the programs, the style sheet, and the markup and the words of a language.

import { build } from '../build.js';
import { get } from '../get.js';
import { startProgram } from '../program.js';
import { element } from './markup.js';
import { Trouble } from './trouble.js';

/** The smallest WebAssembly program: where it may not be compiled, none may. */
const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** Loads once; what failed is tried again when it is next asked for. @template T @param {() => Promise<T>} load @returns {() => Promise<T>} */
function once(load) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () => (made ??= load().catch((error) => {
    made = undefined;
    throw error;
  }));
}

/** Says when the program has ended. */
let stop = () => {};
/** Is kept when the program has ended, which it never should. @type {Promise<void>} */
export const stopped = new Promise((resolve) => (stop = resolve));

/** The programs. They are not fetched where they may not run. */
export const program = once(async () => {
  try {
    new WebAssembly.Module(empty);
  } catch (error) {
    throw new Trouble('wasm', error);
  }
  return arrived(async () => {
    await loadGo();
    return startProgram(() => stop());
  });
});

/** Go's support script. An import has no place for a hash, a modulepreload has. */
async function loadGo() {
  if ('Go' in globalThis) return;
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = build.goScript.url;
  link.integrity = build.goScript.integrity;
  document.head.append(link);
  await import(/* webpackIgnore: true */ /* @vite-ignore */ build.goScript.url);
}

/** The style sheet. */
export const sheet = once(() => arrived(async () => {
  const sheet = new CSSStyleSheet();
  return sheet.replace(await new Response(await get(build.cardStyle)).text());
}));

/**
 * The markup and the words of a language.
 * @typedef {object} Kit
 * @property {Map<string, Element>} templates
 * @property {import('./markup.js').Markup[]} shell what stands in an element, around the answer
 * @property {string} words as the program reads them
 */

/** @type {Map<string, () => Promise<Kit>>} */
const kits = new Map();

/** @param {string} lang one of build.cards */
export function kit(lang) {
  let load = kits.get(lang);
  if (!load) kits.set(lang, (load = once(() => arrived(() => loadKit(lang)))));
  return load();
}

/** @param {string} lang @returns {Promise<Kit>} */
async function loadKit(lang) {
  const { templates, shell, words } = await new Response(await get(build.cards[lang])).json();
  return {
    templates: new Map(Object.entries(templates).map(([name, markup]) => [name, element(markup)])),
    shell,
    words: Object.entries(words).map(([key, word]) => `${key}\t${word}\n`).join(''),
  };
}

/** @template T @param {() => Promise<T>} load @returns {Promise<T>} */
async function arrived(load) {
  try {
    return await load();
  } catch (error) {
    throw new Trouble('download', error);
  }
}
