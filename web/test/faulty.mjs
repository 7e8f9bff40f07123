// Certificates on which a build with the tag crash fails (wasm/worker/crash.go,
// wasm/page/crash.go).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { smime } from './harness.mjs';

/** A certificate on which nothing fails. */
export const good = smime('aiaWithValidNamesStrict.pem');

/**
 * The certificate `good` with a mailbox that asks for this fault; with another number it is another one.
 * @param {string} fault none where it is empty @param {number} [n]
 */
export function faulty(fault, n = 0) {
  const [, base64 = ''] = /-----BEGIN CERTIFICATE-----([^-]+)/.exec(readFileSync(good, 'utf8')) ?? [];
  const der = Buffer.from(base64, 'base64').toString('latin1');
  const mailbox = 'test@example.com';
  assert.ok(der.includes(mailbox) && fault.length <= mailbox.length);
  const content = Buffer.from(fault === '' ? der : der.replace(mailbox, fault.padEnd(mailbox.length, '.')), 'latin1');
  if (n > 0) content.writeUInt32BE(n, content.length - 8); // in the signature
  return { name: `${fault || 'good'}.cer`, content };
}
