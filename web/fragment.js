// A certificate as the fragment of an address: `#v1,` and its DER, compressed (RFC
// 1951) and in base64url (RFC 4648 5). What stands behind the # of an address is not
// sent to any server.

import { base64 } from './base64.js';

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

export const mark = '#v1,';

/** How many bytes a certificate in a link may have. */
export const maxCertificate = 64 * 1024;
/** How many characters that can be: 4 for 3 bytes, when nothing could be compressed. */
const maxFragment = mark.length + Math.ceil((maxCertificate + 128) * 4 / 3);

/** Reads a stream to its end, or fails above so many bytes. @param {ReadableStream<Uint8Array>} stream @param {number} limit */
async function readAll(stream, limit) {
  /** @type {number[]} */
  const all = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Uint8Array.from(all);
    if (all.length + value.length > limit) {
      await reader.cancel();
      throw new RangeError(`more than ${limit} bytes`);
    }
    for (const byte of value) all.push(byte);
  }
}

/** The fragment for a certificate; null for one that is too large. @param {Uint8Array} der */
export async function pack(der) {
  if (der.length > maxCertificate) return null;
  const stream = new Blob([/** @type {Bytes} */ (der)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const packed = base64(await readAll(stream, maxFragment));
  return mark + packed.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The certificate in a fragment; null where there is none that can be read. @param {string} fragment @returns {Promise<Bytes | null>} */
export async function unpack(fragment) {
  if (!fragment.startsWith(mark) || fragment.length > maxFragment) return null;
  try {
    const text = atob(fragment.slice(mark.length).replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const der = await readAll(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')), maxCertificate);
    return der[0] === 0x30 ? der : null; // a SEQUENCE
  } catch {
    return null;
  }
}
