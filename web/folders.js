// The files in dropped folders.

/** How many files are taken at once. */
export const maxFiles = 20_000;
/** How deep files may lie in folders. */
export const maxDepth = 8;

/** Where the files of dropped folders lie. @type {WeakMap<File, string>} */
const paths = new WeakMap();

/** A file's name, after the folders that it was given in. @param {File} file */
export const pathOf = (file) => paths.get(file) || file.webkitRelativePath || file.name;

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
      /** @type {File} */
      const file = await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject));
      paths.set(file, entry.fullPath.replace(/^\//, ''));
      files.push(file);
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
