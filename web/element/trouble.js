// Why an element shows nothing of its own.

/** @typedef {'wasm' | 'download' | 'crash' | 'none' | 'source'} Reason as card-notes in index.html has them */

export class Trouble extends Error {
  /** @param {Reason} reason @param {unknown} [cause] */
  constructor(reason, cause) {
    super(reason, { cause });
    this.reason = reason;
  }
}
