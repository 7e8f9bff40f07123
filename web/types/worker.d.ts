// What worker.js hands to the program of the Worker.
export {};

declare global {
  var sealglassWorker: {
    /** The program is there: this is how to ask it, and zlint's version. */
    ready(answer: (der: Uint8Array, asOf: number | null, heard: (what: object) => void) => unknown, version: string): void;
  };
}
