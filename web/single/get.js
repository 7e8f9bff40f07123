// In the single file: the programs and the scripts of Workers, which its own
// script holds.

import { unpack, unpackedLength } from './lzma.js';
import { packed } from './packed.js';

/** @typedef {import('../types/build.js').PackedFile} PackedFile */

/** @param {string} base64 */
function decode(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

const bytes = decode(packed);
const files = new Uint8Array(unpackedLength(bytes));
const steps = unpack(bytes, files);
let unpacked = 0;

/** Lets the page do what it has to do meanwhile. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

/** Unpacks as far as this file. @param {PackedFile} file */
export async function get({ at, bytes }) {
  while (unpacked < at + bytes) {
    unpacked = steps.next().value;
    await pause();
  }
  return files.slice(at, at + bytes).buffer;
}

/** Compiles a program that is in here. @param {PackedFile} file */
export const compiled = async (file) => WebAssembly.compile(await get(file));
