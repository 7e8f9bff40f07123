// Files that the build made, fetched from where the page came from. The single
// file has them in itself: single/get.js takes the place of this module there.

/** @typedef {import('./types/build.js').BuiltFile} BuiltFile */

/** Fetches a file that the build made; a changed one is refused. @param {BuiltFile} file */
export async function get(file) {
  const response = await fetch(file.url, { integrity: file.integrity });
  if (!response.ok) throw new Error(`${file.url}: ${response.status}`);
  return response.arrayBuffer();
}
