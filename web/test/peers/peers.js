// A page that shows a dropped certificate as a table, with a JavaScript library
// that reads it: what Sealglass is measured beside. The library's name stands in
// the address after '#'.

import 'reflect-metadata'; // @peculiar/x509 asks for it
import { ASN1 } from '@lapo/asn1js';
import { X509Certificate } from '@peculiar/x509';
import { Certificate } from 'pkijs';

/** @typedef {[string, string][]} Rows */

/** @type {Record<string, (der: ArrayBuffer) => Rows>} */
const readers = {
  '@peculiar/x509': (der) => {
    const certificate = new X509Certificate(der);
    return [
      ['subject', certificate.subject], ['issuer', certificate.issuer], ['serial number', certificate.serialNumber],
      ['not before', String(certificate.notBefore)], ['not after', String(certificate.notAfter)],
      ['key', JSON.stringify(certificate.publicKey.algorithm)], ['signature', JSON.stringify(certificate.signatureAlgorithm)],
      ...certificate.extensions.map((extension) => /** @type {[string, string]} */ ([extension.type, extension.toString('text')])),
    ];
  },
  pkijs: (der) => {
    const certificate = Certificate.fromBER(der);
    const name = (/** @type {import('pkijs').RelativeDistinguishedNames} */ rdns) => rdns.typesAndValues.map(({ type, value }) => `${type}=${value.valueBlock.value}`).join(', ');
    return [
      ['subject', name(certificate.subject)], ['issuer', name(certificate.issuer)], ['serial number', certificate.serialNumber.toString()],
      ['not before', String(certificate.notBefore.value)], ['not after', String(certificate.notAfter.value)],
      ['key', certificate.subjectPublicKeyInfo.algorithm.algorithmId], ['signature', certificate.signatureAlgorithm.algorithmId],
      ...(certificate.extensions ?? []).map((extension) => /** @type {[string, string]} */ ([extension.extnID, JSON.stringify(extension.parsedValue)])),
    ];
  },
  '@lapo/asn1js': (der) => {
    /** @type {Rows} */
    const rows = [];
    const waiting = [ASN1.decode(new Uint8Array(der))];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      rows.push([node.typeName(), node.content() ?? '']);
      waiting.push(...[...node.sub ?? []].reverse());
    }
    return rows;
  },
};

const read = readers[decodeURIComponent(location.hash.slice(1))];
const table = /** @type {HTMLTableElement} */ (document.getElementById('table'));

document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', async (event) => {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (!file || !read) return;
  table.replaceChildren(...read(await file.arrayBuffer()).map((cells) => {
    const row = document.createElement('tr');
    for (const text of cells) row.insertCell().textContent = text;
    return row;
  }));
  performance.mark('sealglass-answer');
});
