// The files in dropped folders.

/** How many files are taken at once. */
export const maxFiles = 20_000;
/** How deep files may lie in folders. */
const maxDepth = 8;

/**
 * Lists the files of a drop that holds folders, one more at most than are taken at
 * once; null where it holds none. It has to be called while the event is handled.
 * @param {DataTransfer} transfer
 * @returns {Promise<File[]> | null}
 */
export function gather(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry != null);
  return entries.some((entry) => entry.isDirectory) ? walk(entries) : null;
}

/** @param {FileSystemEntry[]} entries */
async function walk(entries) {
  /** @type {File[]} */
  const files = [];
  const waiting = entries.map((entry) => ({ entry, depth: 0 }));
  for (let next = waiting.shift(); next && files.length <= maxFiles; next = waiting.shift()) {
    const { entry, depth } = next;
    if (entry.isFile) {
      files.push(await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject)));
    } else if (depth < maxDepth) {
      const inside = await list(/** @type {FileSystemDirectoryEntry} */ (entry));
      waiting.push(...inside.map((entry) => ({ entry, depth: depth + 1 })));
    }
  }
  return files;
}

/** @param {FileSystemDirectoryEntry} folder */
async function list(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0 || all.length > maxFiles) return all;
    all.push(...some);
  }
}
