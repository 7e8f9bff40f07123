// What worker.js hands to the program of the Worker.
export {};

declare global {
  var sealglassWorker: {
    /** The program is there: this is how to ask it, zlint's version, and how to have a file opened. */
    ready(
      answer: (der: Uint8Array, asOf: number | null, heard: (what: object) => void) => unknown,
      version: string,
      opener: (kind: string, data: Uint8Array, password: Uint8Array) => unknown,
    ): void;
  };
}
